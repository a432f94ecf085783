import { Completion } from "../../parts/Completion.js";
import { completeTag } from "../../state/vocabulary.js";

interface TagField {
  id: string;
  label: string;
  value: string;
  onInput(value: string): void;
  onAccept?(value: string): void;
  onKeyDown?(event: KeyboardEvent): void;
  /** Only tags that the displayed captions have. */
  onlyPresent?: boolean;
  /** One tag, not a list. */
  single?: boolean;
}

/** A field for tags, with the vocabulary's words as one writes. */
export function TagInput({ id, label, value, onInput, onlyPresent = false, single = false, ...rest }: TagField) {
  const options = async (text: string, cursor: number) => {
    const start = single ? 0 : Math.max(...[",", "，", "、"].map((sign) => text.lastIndexOf(sign, cursor - 1) + 1));
    const written = text.slice(start, cursor);
    const lead = /^\s*/.exec(written)?.[0] ?? "";
    const found = written.trim() === "" ? [] : await completeTag(written.trim(), { onlyPresent });
    return found.map(({ tag, detail }) => ({
      text: tag,
      detail,
      whole: text.slice(0, start) + lead + tag + text.slice(cursor),
      cursor: start + lead.length + tag.length,
    }));
  };
  return (
    <Completion
      id={id}
      class="tag-input"
      label={label}
      placeholder={label}
      value={value}
      onInput={onInput}
      // Enter alone is the form's.
      onAccept={rest.onAccept ?? (() => submitFormOf(id))}
      options={options}
      {...(rest.onKeyDown ? { onKeyDown: rest.onKeyDown } : {})}
    />
  );
}

function submitFormOf(id: string): void {
  const field = document.getElementById(id);
  if (field instanceof HTMLInputElement) field.form?.requestSubmit();
}
