import { useEffect, useState } from "preact/hooks";
import { Problem } from "../../parts/Problem.js";
import {
  beginning,
  type CourseEstimate,
  type CourseOptions,
  courseError,
  estimateCourse,
  startCourse,
} from "../../state/course.js";
import { words } from "../../state/look.js";

type Decision = keyof NonNullable<CourseOptions["permissions"]>;

const decisions: readonly Decision[] = ["rename", "arrange", "prune", "plan", "train", "sweep", "install"];
const concepts = ["character", "outfit", "style", "object"] as const;
const USUAL_STEPS = 7000;

/** The next time that a clock shows this, as ISO 8601. */
function nextTime(clock: string): string | null {
  const [hours = Number.NaN, minutes = Number.NaN] = clock.split(":").map(Number);
  if (Number.isNaN(hours) || Number.isNaN(minutes)) return null;
  const at = new Date();
  at.setHours(hours, minutes, 0, 0);
  if (at.getTime() <= Date.now()) at.setDate(at.getDate() + 1);
  return at.toISOString();
}

interface Draft {
  concept: (typeof concepts)[number];
  trigger: string;
  model: string;
  steps: number;
  rehearsal: boolean;
  alone: Partial<Record<Decision, boolean>>;
  at: string;
}

const blank: Draft = {
  concept: "character",
  trigger: "",
  model: "",
  steps: USUAL_STEPS,
  rehearsal: false,
  alone: {},
  at: "",
};

function optionsOf(
  { concept, trigger, model, steps, rehearsal, alone }: Draft,
  usual: CourseEstimate | null,
): CourseOptions {
  const chosen = decisions.map((one) => {
    const isAlone = alone[one] ?? usual?.permissions[one] === "alone";
    return [one, isAlone ? "alone" : one === "install" ? "no" : "ask"];
  });
  return {
    concept,
    steps,
    rehearsal,
    ...(trigger.trim() === "" ? {} : { trigger: trigger.trim() }),
    ...(model.trim() === "" ? {} : { model: model.trim() }),
    ...(usual === null ? {} : { permissions: Object.fromEntries(chosen) }),
  };
}

/** Before a course begins: what it will do alone, what it asks, what it costs. */
export function BeginCourse({ folder }: { folder: string }) {
  const said = words.value.course;
  const [draft, setDraft] = useState(blank);
  const [estimate, setEstimate] = useState<CourseEstimate | null>(null);
  const change = (part: Partial<Draft>): void => setDraft({ ...draft, ...part });
  const { concept, trigger, model, steps, rehearsal, alone, at } = draft;
  useEffect(() => {
    let isWanted = true;
    const wish = optionsOf({ ...blank, concept, model, steps, rehearsal }, null);
    void estimateCourse(folder, wish).then((found) => isWanted && setEstimate(found));
    return () => {
      isWanted = false;
    };
  }, [folder, concept, model, steps, rehearsal]);
  const start = (): void =>
    void startCourse({ folder, options: optionsOf(draft, estimate), notBefore: at === "" ? null : nextTime(at) });
  return (
    <section class="course-begin" aria-label={said.title}>
      <h3>{said.title}</h3>
      <p class="figures" role="status">
        {estimate ? said.cost(estimate) : said.costUnknown}
      </p>
      <div class="course-fields">
        <label class="course-field">
          {said.concept}
          <select
            value={concept}
            onChange={({ currentTarget }) => change({ concept: concepts[currentTarget.selectedIndex] ?? "character" })}
          >
            {concepts.map((one) => (
              <option key={one} value={one}>
                {said.concepts[one]}
              </option>
            ))}
          </select>
        </label>
        <label class="course-field">
          {said.trigger}
          <input
            type="text"
            value={trigger}
            placeholder={estimate?.trigger ?? ""}
            onInput={({ currentTarget }) => change({ trigger: currentTarget.value })}
          />
        </label>
        <label class="course-field">
          {said.trainSteps}
          <input
            type="number"
            min={1}
            value={steps}
            onChange={({ currentTarget }) =>
              change({ steps: Math.max(1, Math.round(Number(currentTarget.value)) || USUAL_STEPS) })
            }
          />
        </label>
        {!rehearsal && (
          <label class="course-field wide">
            {said.baseModel}
            <input
              type="text"
              value={model}
              list="course-models"
              onChange={({ currentTarget }) => change({ model: currentTarget.value })}
            />
            <datalist id="course-models">
              {estimate?.models.map((one) => (
                <option key={one} value={one} />
              ))}
            </datalist>
          </label>
        )}
      </div>
      <fieldset>
        <legend>{said.alone}</legend>
        {decisions.map((one) => (
          <label key={one}>
            <input
              type="checkbox"
              checked={alone[one] ?? estimate?.permissions[one] === "alone"}
              onChange={({ currentTarget }) => change({ alone: { ...alone, [one]: currentTarget.checked } })}
            />
            {said.decisions[one]}
          </label>
        ))}
      </fieldset>
      <label>
        <input
          type="checkbox"
          checked={rehearsal}
          onChange={({ currentTarget }) => change({ rehearsal: currentTarget.checked })}
        />
        {said.rehearse}
      </label>
      <label class="course-field">
        {said.at}
        <input type="time" value={at} onChange={({ currentTarget }) => change({ at: currentTarget.value })} />
      </label>
      {courseError.value && <Problem error={courseError.value} />}
      <footer>
        <button type="button" class="primary" disabled={estimate === null || estimate.pictures === 0} onClick={start}>
          {at === "" ? said.beginNow : said.beginQueued}
        </button>
        <button type="button" onClick={() => (beginning.value = null)}>
          {said.wait}
        </button>
      </footer>
    </section>
  );
}
