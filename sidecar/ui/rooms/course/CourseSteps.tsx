import type { Course } from "../../state/course.js";
import { toldWords } from "../../state/course-words.js";
import { words } from "../../state/look.js";

type Step = Course["steps"][number];

function StepLine({ step: { step, state, told, done, of, secondsLeft } }: { step: Step }) {
  const { course: said, jobs } = words.value;
  const isWorking = state === "working" && done !== null && of !== null && of > 0;
  return (
    <li class={`course-step ${state}`}>
      <span class="course-step-name">{said.steps[step]}</span>
      <span class="course-step-state">{said.states[state]}</span>
      {told !== null && state !== "unknown" && <span class="course-step-told">{toldWords(told)}</span>}
      {isWorking && (
        <span class="course-step-pace figures">
          <progress max={of} value={done} aria-label={said.steps[step]} />
          {said.part(done, of)}
          {secondsLeft !== null && ` · ${jobs.left(secondsLeft)}`}
        </span>
      )}
    </li>
  );
}

/** The steps of the way with where each stands. */
export const CourseSteps = ({ steps }: { steps: Course["steps"] }) => (
  <ol class="course-steps">
    {steps.map((step) => (
      <StepLine key={step.step} step={step} />
    ))}
  </ol>
);
