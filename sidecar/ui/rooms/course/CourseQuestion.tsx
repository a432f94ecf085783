import { useState } from "preact/hooks";
import { answerCourse, type CourseQuestion as Question } from "../../state/course.js";
import { answerWords, causeWords, questionWords } from "../../state/course-words.js";
import { words } from "../../state/look.js";

/** What is asked, why, and what each answer leads to. */
export function CourseQuestion({ id, question }: { id: number; question: Question }) {
  const said = words.value.course;
  const [value, setValue] = useState(question.choices[0] ?? "");
  const { ask, why } = questionWords(question);
  const cause = question.cause && causeWords(question.cause);
  const list = `course-${id}-choices`;
  return (
    <section class="course-question" aria-label={said.state.question}>
      <p class="course-ask">{ask}</p>
      <p class="muted">{why}</p>
      {cause && (
        <p>
          {cause.message} {cause.remedy && <span class="muted">{cause.remedy}</span>}
        </p>
      )}
      {question.wants !== null && (
        <label class="course-field">
          {said.answerText}
          <input
            type="text"
            value={value}
            list={question.choices.length > 0 ? list : undefined}
            onInput={({ currentTarget }) => setValue(currentTarget.value)}
          />
          {question.choices.length > 0 && (
            <datalist id={list}>
              {question.choices.map((choice) => (
                <option key={choice} value={choice} />
              ))}
            </datalist>
          )}
        </label>
      )}
      <ul class="course-answers">
        {question.answers.map((answer, index) => {
          const { label, outcome } = answerWords(answer);
          const isGiven = answer.key === "give";
          return (
            <li key={answer.key}>
              <button
                type="button"
                class={index === 0 ? "small primary" : "small"}
                disabled={isGiven && value.trim() === ""}
                onClick={() => void answerCourse(id, answer.key, isGiven ? value : undefined)}
              >
                {label}
              </button>
              <small class="muted">{outcome}</small>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
