import { useEffect, useId, useState } from "preact/hooks";
import type { SamplePrompt } from "../../../planning/samples/prompt-lines.js";
import { words } from "../../state/look.js";
import { changePrompt, copyLine, moveLine, removeLine } from "../../state/plan-samples.js";

const NUMBERS = ["width", "height", "seed", "steps", "scale"] as const;

interface TypedOptions {
  label: string;
  value: string;
  rows?: number;
  onChange(value: string): void;
}

/** A text that counts when it is left: half a word must not be taken for an option. */
export function Typed({ label, value, rows, onChange }: TypedOptions) {
  const id = useId();
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const common = {
    id,
    value: text,
    spellcheck: false,
    onInput: ({ currentTarget }: { currentTarget: { value: string } }) => setText(currentTarget.value),
    onBlur: () => {
      if (text !== value) onChange(text);
      // What was not taken does not stay as if it were.
      setText(value);
    },
  };
  return (
    <label class="prompt-typed" for={id}>
      {label}
      {rows === undefined ? <input type="text" {...common} /> : <textarea rows={rows} {...common} />}
    </label>
  );
}

function NumberTyped({ name, prompt, index }: { name: (typeof NUMBERS)[number]; prompt: SamplePrompt; index: number }) {
  const { samplePrompts: said } = words.value;
  const value = prompt[name];
  return (
    <label class="prompt-number">
      {said.numbers[name]}
      <input
        type="number"
        class="figures"
        min={0}
        step={name === "scale" ? "any" : name === "width" || name === "height" ? 8 : 1}
        value={value ?? ""}
        placeholder={said.usual}
        onChange={({ currentTarget }) => {
          const typed = currentTarget.value.trim();
          const number = Number(typed);
          const isTaken = typed === "" || (number >= 0 && (name === "scale" || Number.isInteger(number)));
          if (isTaken) changePrompt(index, { [name]: typed === "" ? null : number });
          else currentTarget.value = value === null ? "" : String(value);
        }}
      />
    </label>
  );
}

interface RowOptions {
  prompt: SamplePrompt;
  /** Place among all lines, and among the prompts. */
  index: number;
  number: number;
  /** Lines in all. */
  of: number;
}

/** One prompt with its options. */
export function PromptRow({ prompt, index, number, of }: RowOptions) {
  const { samplePrompts: said } = words.value;
  return (
    <li class="prompt-row">
      <fieldset>
        <legend>{said.prompt(number)}</legend>
        <Typed
          label={said.text}
          value={prompt.text}
          rows={2}
          onChange={(text) => text.trim() !== "" && changePrompt(index, { text })}
        />
        <Typed
          label={said.negative}
          value={prompt.negative ?? ""}
          rows={1}
          onChange={(negative) => changePrompt(index, { negative: negative.trim() || null })}
        />
        <div class="prompt-numbers">
          {NUMBERS.map((name) => (
            <NumberTyped key={name} name={name} prompt={prompt} index={index} />
          ))}
          <span class="train-row-buttons">
            <button
              type="button"
              class="small"
              aria-label={said.up(number)}
              disabled={index === 0}
              onClick={() => moveLine(index, -1)}
            >
              ↑
            </button>
            <button
              type="button"
              class="small"
              aria-label={said.down(number)}
              disabled={index >= of - 1}
              onClick={() => moveLine(index, 1)}
            >
              ↓
            </button>
            <button type="button" class="small" aria-label={said.copyOf(number)} onClick={() => copyLine(index)}>
              {said.copy}
            </button>
            <button type="button" class="small" aria-label={said.removeOf(number)} onClick={() => removeLine(index)}>
              {said.remove}
            </button>
          </span>
        </div>
        {prompt.others.length > 0 && (
          <small class="muted">
            {said.kept} <code>{prompt.others.map((other) => `--${other}`).join(" ")}</code>
          </small>
        )}
      </fieldset>
    </li>
  );
}
