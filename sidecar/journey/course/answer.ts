import { StudioError } from "../../host/studio-error.js";
import { say } from "../../words/sentence.js";
import type { CourseNotes } from "./course-notes.js";
import type { CourseOptions } from "./course-options.js";
import { type AnswerKey, answerKeys, type Question } from "./course-state.js";

interface Meant {
  notes: CourseNotes;
  options: CourseOptions;
}

const wrong = (question: Question, found: string): StudioError =>
  new StudioError(
    "badArguments",
    say("One of {answers} is expected as the answer; found {found}.", {
      answers: question.answers.join(", "),
      found: found.slice(0, 80),
    }),
    say("The question may have changed meanwhile: look at it again."),
  );

const isKey = (key: string): key is AnswerKey => answerKeys.some((known) => known === key);

const withOne = <T>(all: readonly T[], one: T): T[] => [...new Set([...all, one])];

function given({ notes, options }: Meant, { code }: Question, value: string): Meant {
  if (code === "trigger") return { notes, options: { ...options, trigger: value } };
  return { notes: { ...notes, plan: null }, options: { ...options, model: value } };
}

/**
 * A course as it is meant after an answer; null: it ends.
 * @throws StudioError "badArguments" for an answer that was not offered, or a value that is missing
 */
export function answered(
  meant: Meant,
  question: Question,
  { key, value }: { key: string; value?: string },
): Meant | null {
  if (!isKey(key) || !question.answers.includes(key)) throw wrong(question, key);
  const { notes, options } = meant;
  const text = value?.trim() ?? "";
  switch (key) {
    case "stop":
      return null;
    case "retry":
      return { options, notes: { ...notes, jobs: {} } };
    case "goOn":
      return { options, notes: { ...notes, accepted: withOne(notes.accepted, question.code) } };
    case "use":
      return { options, notes: { ...notes, accepted: withOne(notes.accepted, "runStopped") } };
    case "yes":
      return question.decision === null
        ? meant
        : { options, notes: { ...notes, allowed: withOne(notes.allowed, question.decision) } };
    case "no":
      return { options, notes: { ...notes, skipped: withOne(notes.skipped, question.step) } };
    case "again":
    case "more":
      return { options, notes: { ...notes, again: "retry" } };
    case "resume":
      return { options, notes: { ...notes, again: "resume" } };
    case "give":
      if (text === "") {
        throw new StudioError(
          "badArguments",
          say("The answer needs a text."),
          say("On the command line: run answer ID give TEXT."),
        );
      }
      return given(meant, question, text);
  }
}
