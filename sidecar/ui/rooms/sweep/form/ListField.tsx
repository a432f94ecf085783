import { useId } from "preact/hooks";
import { Values } from "./Values.js";

interface ListFieldOptions {
  label: string;
  /** True where the heading above says the same. */
  hidesLabel?: boolean;
  hint?: string;
  value: string;
  /** Axis whose resolved values stand below. */
  axis: string;
  onInput(value: string): void;
}

/** A list or range as people write it, and below what it means. */
export function ListField({ label, hidesLabel = false, hint, value, axis, onInput }: ListFieldOptions) {
  const id = useId();
  return (
    <div class="sweep-list-field">
      <label for={id} class={hidesLabel ? "unseen" : undefined}>
        {label}
      </label>
      <input
        id={id}
        class="figures"
        value={value}
        spellcheck={false}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onInput={({ currentTarget }) => onInput(currentTarget.value)}
      />
      {hint !== undefined && (
        <small class="muted" id={`${id}-hint`}>
          {hint}
        </small>
      )}
      <Values axis={axis} />
    </div>
  );
}
