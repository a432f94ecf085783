import { useEffect } from "preact/hooks";
import { captionStatistics } from "../../state/captions.js";
import { words } from "../../state/look.js";
import type { EditFieldsState, EditKind } from "./edit-fields.js";
import { TagInput } from "./TagInput.js";

interface FieldsOptions {
  kind: EditKind;
  fields: EditFieldsState;
  onChange(changed: Partial<EditFieldsState>): void;
}

const oneOf = <T extends string>(known: readonly T[], value: string): T | undefined =>
  known.find((one) => one === value);

function Choice<T extends string>({
  label,
  value,
  known,
  names,
  onChange,
}: {
  label: string;
  value: T;
  known: readonly T[];
  names: Record<T, string>;
  onChange(value: T): void;
}) {
  return (
    <select
      aria-label={label}
      value={value}
      onChange={({ currentTarget }) => {
        const chosen = oneOf(known, currentTarget.value);
        if (chosen !== undefined) onChange(chosen);
      }}
    >
      {known.map((one) => (
        <option key={one} value={one}>
          {names[one]}
        </option>
      ))}
    </select>
  );
}

function Text({ label, value, onChange }: { label: string; value: string; onChange(value: string): void }) {
  return (
    <input
      aria-label={label}
      placeholder={label}
      value={value}
      onInput={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}

function Amount({
  label,
  value,
  least,
  onChange,
}: {
  label: string;
  value: number;
  least: number;
  onChange(value: number): void;
}) {
  return (
    <label class="check">
      {label}
      <input
        type="number"
        class="amount"
        min={least}
        max={10000}
        value={value}
        onInput={({ currentTarget }) => {
          const number = currentTarget.valueAsNumber;
          if (Number.isInteger(number) && number >= least) onChange(number);
        }}
      />
    </label>
  );
}

function Check({ label, value, onChange }: { label: string; value: boolean; onChange(value: boolean): void }) {
  return (
    <label class="check">
      <input type="checkbox" checked={value} onChange={({ currentTarget }) => onChange(currentTarget.checked)} />
      {label}
    </label>
  );
}

/** The tags that all displayed captions share, to be edited as one text. */
function Common({ fields, onChange }: Omit<FieldsOptions, "kind">) {
  const { editor } = words.value;
  const statistics = captionStatistics.value;
  const shared = (statistics?.tags ?? [])
    .filter(({ images }) => images === statistics?.captions && images > 0)
    .map(({ tag }) => tag);
  const text = shared.join(", ");
  useEffect(() => onChange({ from: shared, to: text }), [text]);
  if (shared.length === 0) return <span class="muted">{editor.noCommon}</span>;
  return <Text label={editor.common} value={fields.to} onChange={(to) => onChange({ to })} />;
}

/** The few fields of one kind of edit. */
export function EditFields({ kind, fields, onChange }: FieldsOptions) {
  const { editor } = words.value;
  switch (kind) {
    case "add":
      return (
        <>
          <TagInput id="bulk-tags" label={editor.tagList} value={fields.tags} onInput={(tags) => onChange({ tags })} />
          <Choice
            label={editor.at}
            value={fields.at}
            known={["first", "last", "place"]}
            names={editor.places}
            onChange={(at) => onChange({ at })}
          />
          {fields.at === "place" && (
            <Amount label={editor.place} value={fields.place} least={1} onChange={(place) => onChange({ place })} />
          )}
        </>
      );
    case "remove":
      return (
        <TagInput
          id="bulk-tags"
          label={editor.tagPatterns}
          value={fields.tags}
          onInput={(tags) => onChange({ tags })}
          onlyPresent
        />
      );
    case "replace":
      return (
        <>
          <TagInput
            id="bulk-find"
            label={editor.find}
            value={fields.find}
            onInput={(find) => onChange({ find })}
            onlyPresent
            single
          />
          <span aria-hidden="true">→</span>
          <TagInput id="bulk-with" label={editor.with} value={fields.with} onInput={(to) => onChange({ with: to })} />
          <Choice
            label={editor.where}
            value={fields.where}
            known={["tag", "text", "caption"]}
            names={editor.wheres}
            onChange={(where) => onChange({ where })}
          />
          <Check label={editor.regex} value={fields.regex} onChange={(regex) => onChange({ regex })} />
        </>
      );
    case "common":
      return <Common fields={fields} onChange={onChange} />;
    case "trigger":
      return <Text label={editor.word} value={fields.word} onChange={(word) => onChange({ word })} />;
    case "dedupe":
      return <span class="muted">{editor.dedupeNote}</span>;
    case "encoding":
      return <span class="muted">{editor.encodingNote}</span>;
    case "sort":
      return (
        <>
          <Choice
            label={editor.by}
            value={fields.by}
            known={["name", "count", "length", "tokens"]}
            names={editor.sortKeys}
            onChange={(by) => onChange({ by })}
          />
          <Check
            label={editor.descending}
            value={fields.descending}
            onChange={(descending) => onChange({ descending })}
          />
          <Amount
            label={editor.protect}
            value={fields.protect}
            least={0}
            onChange={(protect) => onChange({ protect })}
          />
        </>
      );
    case "truncate":
      return (
        <Amount label={editor.tokens} value={fields.tokens} least={1} onChange={(tokens) => onChange({ tokens })} />
      );
    case "normalise":
      return (
        <>
          <Check label={editor.lower} value={fields.lower} onChange={(lower) => onChange({ lower })} />
          <Check
            label={editor.punctuation}
            value={fields.punctuation}
            onChange={(punctuation) => onChange({ punctuation })}
          />
          <Choice
            label={editor.underscores}
            value={fields.underscores}
            known={["spaces", "underscores", ""]}
            names={editor.underscoreChoices}
            onChange={(underscores) => onChange({ underscores })}
          />
        </>
      );
    case "set":
      return <Text label={editor.wholeCaption} value={fields.caption} onChange={(caption) => onChange({ caption })} />;
    case "affix":
      return (
        <>
          <Text label={editor.text} value={fields.text} onChange={(text) => onChange({ text })} />
          <Choice
            label={editor.at}
            value={fields.end}
            known={["start", "end"]}
            names={editor.ends}
            onChange={(end) => onChange({ end })}
          />
        </>
      );
    case "fileName":
      return (
        <Choice
          label={editor.existing}
          value={fields.existing}
          known={["skip", "overwrite", "append", "prepend"]}
          names={editor.existings}
          onChange={(existing) => onChange({ existing })}
        />
      );
  }
}
