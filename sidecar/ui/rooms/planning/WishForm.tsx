import { Choice } from "../../parts/Choice.js";
import { Problem } from "../../parts/Problem.js";
import { folder } from "../../state/address.js";
import { words } from "../../state/look.js";
import { plan, planConcepts, setConcept } from "../../state/plan.js";
import { catalog, planPresets, spoken } from "../../state/plan-catalog.js";
import {
  gpuMemory,
  patiences,
  propose,
  proposeError,
  proposing,
  wish,
  wishedModel,
  wishes,
} from "../../state/plan-wishes.js";
import { ModelFacts } from "./BaseModel.js";

interface TextOptions {
  name: "trigger" | "model" | "output" | "name";
  label: string;
  placeholder: string;
}

function Text({ name, label, placeholder }: TextOptions) {
  return (
    <label class={name === "model" ? "field plan-wide" : "field"}>
      {label}
      <input
        type="text"
        spellcheck={false}
        value={wishes.value[name]}
        placeholder={placeholder}
        onInput={({ currentTarget }) => wish({ [name]: currentTarget.value })}
      />
    </label>
  );
}

interface AmountOptions {
  label: string;
  least: number;
  most: number;
  value: number | null;
  placeholder: string;
  onChange(value: number | null): void;
}

/** A number that may be left out. */
function Amount({ label, least, most, value, placeholder, onChange }: AmountOptions) {
  return (
    <label class="field">
      {label}
      <input
        type="number"
        class="figures"
        min={least}
        max={most}
        value={value ?? ""}
        placeholder={placeholder}
        onInput={({ currentTarget }) => {
          const typed = currentTarget.valueAsNumber;
          if (currentTarget.value === "") onChange(null);
          else if (typed >= least && typed <= most) onChange(Math.round(typed));
        }}
      />
    </label>
  );
}

interface NamedOptions {
  name: "family" | "preset" | "loraType";
  label: string;
  none: string;
  options: { name: string; title: string }[];
}

function Named({ name, label, none, options }: NamedOptions) {
  const families = catalog.value?.families ?? [];
  return (
    <label class="field">
      {label}
      <select
        value={wishes.value[name]}
        onChange={({ currentTarget: { value } }) => {
          if (name === "family") wish({ family: families.find((one) => one.name === value)?.name ?? "" });
          else wish({ [name]: value });
        }}
      >
        <option value="">{none}</option>
        {options.map((option) => (
          <option key={option.name} value={option.name}>
            {option.title}
          </option>
        ))}
      </select>
    </label>
  );
}

/** What the chosen preset and LoRA type are, in a sentence each. */
function Explained() {
  const preset = planPresets.value.find(({ name }) => name === wishes.value.preset);
  const type = catalog.value?.loraTypes.find(({ name }) => name === wishes.value.loraType);
  return (
    <>
      {preset && <p class="note muted">{spoken(preset)}</p>}
      {type && <p class="note muted">{spoken(type)}</p>}
      {wishedModel.value && <ModelFacts model={wishedModel.value} />}
    </>
  );
}

function PresetChoice() {
  const { plan: said } = words.value;
  const options = planPresets.value.map(({ name, builtIn }) => ({
    name,
    title: builtIn ? (said.presetNames[name] ?? name) : name,
  }));
  return <Named name="preset" label={said.preset} none={said.noPreset} options={options} />;
}

/** What is well chosen by the program itself. */
function Further() {
  const { plan: said } = words.value;
  const { families = [], loraTypes = [] } = catalog.value ?? {};
  const { family, patience } = wishes.value;
  const fitting = loraTypes.filter((type) => family === "" || type.families.includes(family));
  return (
    <details>
      <summary>{said.furtherWishes}</summary>
      <div class="plan-wishes">
        <Named name="family" label={said.family} none={said.familyFromFile} options={families} />
        <Named name="loraType" label={said.loraType} none={said.usualType} options={fitting} />
        <Choice
          label={said.patience}
          names={patiences}
          words={said.patiences}
          value={patience}
          onChange={(name) => wish({ patience: name })}
        />
        <Text name="trigger" label={said.trigger} placeholder={said.fromFolder} />
        <Text name="output" label={said.output} placeholder={said.besidePictures} />
        <Text name="name" label={said.outputName} placeholder={said.fromFolder} />
      </div>
    </details>
  );
}

/** What the plan is to be made of; everything but the pictures may be left to the program. */
export function WishForm() {
  const { plan: said, choose } = words.value;
  const { concept, steps } = wishes.value;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void propose();
      }}
    >
      <div class="plan-wishes">
        <Choice
          label={said.concept}
          names={planConcepts}
          words={choose.concepts}
          value={concept}
          onChange={(name) => {
            wish({ concept: name });
            setConcept(name);
          }}
        />
        <PresetChoice />
        <Amount
          label={said.wantedSteps}
          least={1}
          most={1_000_000}
          value={steps}
          placeholder={said.fromPictures}
          onChange={(value) => wish({ steps: value })}
        />
        <Text name="model" label={said.baseModel} placeholder={said.modelPath} />
        <Amount
          label={said.gpuMemory}
          least={1}
          most={1000}
          value={gpuMemory.value}
          placeholder={said.gpuUnknown}
          onChange={(value) => {
            gpuMemory.value = value;
          }}
        />
      </div>
      <Explained />
      <Further />
      {proposeError.value && <Problem error={proposeError.value} />}
      <p>
        <button type="submit" class="primary" disabled={proposing.value || folder.value === null}>
          {plan.value === null ? said.propose : said.proposeAnew}
        </button>
      </p>
    </form>
  );
}
