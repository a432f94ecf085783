import { words } from "../../state/look.js";
import { onlySubset, plan, setArgument, setEpochs, setRepeats } from "../../state/plan.js";
import { frontId } from "../../state/plan-fields.js";
import {
  applyFound,
  canApply,
  type Sought,
  solution,
  sought,
  soughtNames,
  stopAt,
  summands,
  wantedSteps,
} from "../../state/plan-sum.js";
import { FieldProblems, Reasons } from "./Field.js";

const MOST = 1_000_000;

interface PartOptions {
  id: string;
  label: string;
  value: number;
  onChange?(value: number): void;
}

/** One number of the sum: a field where the plan decides it, else a figure. */
function Part({ id, label, value, onChange }: PartOptions) {
  const { number } = words.value;
  if (!onChange) {
    return (
      <span class="plan-part">
        <output class="figures">{number(value)}</output>
        <small>{label}</small>
      </span>
    );
  }
  return (
    <label class="plan-part">
      <input
        id={frontId(id)}
        type="number"
        class="figures"
        min={1}
        max={MOST}
        value={value}
        onInput={({ currentTarget }) => {
          const typed = currentTarget.valueAsNumber;
          if (Number.isInteger(typed) && typed >= 1 && typed <= MOST) onChange(typed);
        }}
      />
      <small>{label}</small>
    </label>
  );
}

/** The wanted number of steps, solved for what the user asks for: each way of rounding is a button. */
function Solving() {
  const { plan: said } = words.value;
  const sum = summands.value;
  const found = solution.value;
  if (sum === null) return null;
  const steps = wantedSteps.value ?? sum.steps;
  const names = soughtNames.filter((name) => sum.repeats !== null || name === "epochs" || name === "batchSize");
  const current = sought.value === "images" ? sum.images : sum[sought.value];
  return (
    <div class="plan-solving">
      <label>
        {said.iWant}{" "}
        <input
          type="number"
          class="figures"
          min={1}
          max={MOST}
          value={steps}
          aria-label={said.wantedSteps}
          onInput={({ currentTarget }) => {
            const typed = currentTarget.valueAsNumber;
            if (Number.isInteger(typed) && typed >= 1 && typed <= MOST) wantedSteps.value = typed;
          }}
        />{" "}
        {said.stepsUnit}
      </label>
      <label>
        {said.solveFor}{" "}
        <select
          value={sought.value}
          onChange={({ currentTarget }) => {
            sought.value = names.find((name) => name === currentTarget.value) ?? "epochs";
          }}
        >
          {names.map((name) => (
            <option key={name} value={name}>
              {said.parts[name]}
            </option>
          ))}
        </select>
      </label>
      {found &&
        [...found.choices]
          .sort((left, right) => left.value - right.value)
          .map((choice) => (
            <Found key={choice.value} {...choice} name={sought.value} isNow={choice.value === current} />
          ))}
      {steps !== sum.steps && sought.value === "epochs" && (
        <button type="button" class="small" onClick={() => stopAt(steps)}>
          {said.exactly(steps)}
        </button>
      )}
    </div>
  );
}

function Found({ name, value, steps, isNow }: { name: Sought; value: number; steps: number; isNow: boolean }) {
  const { plan: said } = words.value;
  const sentence = said.choice[name](value, steps);
  if (!canApply(name)) return <span class="muted figures">{sentence}</span>;
  return (
    <button type="button" class="small figures" aria-pressed={isNow} onClick={() => applyFound(name, value)}>
      {sentence}
    </button>
  );
}

/** images × repeats × epochs = steps, as the article has it, with what divides it. */
export function SumLine() {
  const { plan: said, number } = words.value;
  const sum = summands.value;
  if (sum === null || !plan.value) return null;
  const share = sum.accumulation * sum.processes;
  return (
    <div class="plan-sum">
      <p class="plan-sum-line">
        <Part id="images" label={said.parts.images} value={sum.images} />
        <span aria-hidden="true">×</span>
        {sum.repeats === null ? (
          <span class="plan-part">
            <output>≈ {number(Math.round((10 * sum.showings) / sum.images) / 10)}</output>
            <small>{said.repeatsByFolder}</small>
          </span>
        ) : (
          <Part
            id="repeats"
            label={onlySubset.value ? said.parts.repeats : said.repeatsInName}
            value={sum.repeats}
            {...(onlySubset.value ? { onChange: setRepeats } : {})}
          />
        )}
        <span aria-hidden="true">×</span>
        <Part id="epochs" label={said.parts.epochs} value={sum.epochs} onChange={setEpochs} />
        <span aria-hidden="true">÷</span>
        <Part
          id="train_batch_size"
          label={said.parts.batchSize}
          value={sum.batchSize}
          onChange={(value) => setArgument("train_batch_size", value)}
        />
        {share > 1 && (
          <>
            <span aria-hidden="true">÷</span>
            <Part id="share" label={said.share} value={share} />
          </>
        )}
        <span aria-hidden="true">=</span>
        <span class="plan-part total">
          <output class="figures">{number(sum.steps)}</output>
          <small>{said.stepsUnit}</small>
        </span>
      </p>
      <FieldProblems name="train_batch_size" />
      <Reasons of={["repeats", "epochs", "steps", "train_batch_size"]} />
      <Solving />
    </div>
  );
}
