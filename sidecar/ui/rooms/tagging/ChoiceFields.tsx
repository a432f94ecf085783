import { captionName, choice, choose, setThreshold } from "../../state/choice.js";
import { words } from "../../state/look.js";
import { output } from "../../state/tagging.js";
import { CheckField, NumberField, SelectField, TagListField } from "./Fields.js";

const share = { min: 0, max: 1, step: 0.01 };

function Which() {
  const { fields } = words.value.choose;
  const { mcut, maxTags, minShare, keep, exclude, dropOverlaps, thresholds } = choice.value;
  return (
    <>
      <TagListField
        label={fields.exclude}
        value={exclude}
        placeholder={fields.patternHint}
        onChange={(parts) => choose({ exclude: parts })}
      />
      <TagListField label={fields.keep} value={keep} onChange={(parts) => choose({ keep: parts })} />
      <NumberField
        label={fields.maxTags}
        value={maxTags}
        limits={{ min: 1, max: 1000, step: 1 }}
        onChange={(value) => choose({ maxTags: value ?? undefined })}
      />
      <NumberField
        label={fields.minShare}
        value={minShare}
        limits={share}
        onChange={(value) => choose({ minShare: value ?? undefined })}
      />
      <NumberField
        label={fields.copyright}
        value={thresholds?.copyright}
        limits={share}
        onChange={(value) => setThreshold("copyright", value)}
      />
      <NumberField
        label={fields.artist}
        value={thresholds?.artist}
        limits={share}
        onChange={(value) => setThreshold("artist", value)}
      />
      <div class="checks">
        <CheckField
          label={fields.dropOverlaps}
          checked={dropOverlaps === true}
          onChange={(checked) => choose({ dropOverlaps: checked || undefined })}
        />
        <CheckField
          label={fields.mcutGeneral}
          checked={mcut?.general === true}
          onChange={(general) => choose({ mcut: { ...mcut, general } })}
        />
        <CheckField
          label={fields.mcutCharacter}
          checked={mcut?.character === true}
          onChange={(character) => choose({ mcut: { ...mcut, character } })}
        />
      </div>
    </>
  );
}

const ruleText = (rules: readonly { from: string; to: string }[]): string =>
  rules.map(({ from, to }) => `${from} => ${to}`).join("\n");

function rulesOf(text: string): { from: string; to: string }[] {
  return text.split("\n").flatMap((line) => {
    const [from = "", to = ""] = line.split("=>").map((part) => part.trim());
    return from !== "" && line.includes("=>") ? [{ from, to }] : [];
  });
}

function ReplaceField() {
  const { fields } = words.value.choose;
  const text = ruleText(choice.value.replace ?? []);
  return (
    <label class="field">
      {fields.replace}
      <textarea
        key={text}
        rows={2}
        defaultValue={text}
        placeholder={fields.replaceHint}
        spellcheck={false}
        onChange={({ currentTarget }) => {
          const rules = rulesOf(currentTarget.value);
          choose({ replace: rules.length > 0 ? rules : undefined });
        }}
      />
    </label>
  );
}

function How() {
  const { fields } = words.value.choose;
  const { addFirst, addLast, alwaysFirst, rating, order, charactersFirst, splitSeries } = choice.value;
  const { escapeBrackets, underscores, weights, separator } = choice.value;
  return (
    <>
      <TagListField
        label={fields.addFirst}
        value={addFirst}
        placeholder={fields.addFirstHint}
        onChange={(parts) => choose({ addFirst: parts })}
      />
      <TagListField label={fields.addLast} value={addLast} onChange={(parts) => choose({ addLast: parts })} />
      <TagListField
        label={fields.alwaysFirst}
        value={alwaysFirst}
        placeholder={fields.alwaysFirstHint}
        onChange={(parts) => choose({ alwaysFirst: parts })}
      />
      <ReplaceField />
      <SelectField
        label={fields.order}
        value={order ?? "confidence"}
        options={fields.orders}
        onChange={(value) => choose({ order: value })}
      />
      <SelectField
        label={fields.rating}
        value={rating ?? "none"}
        options={fields.ratings}
        onChange={(value) => choose({ rating: value })}
      />
      <label class="field">
        {fields.separator}
        <input
          key={separator}
          defaultValue={separator ?? ", "}
          maxLength={10}
          onChange={({ currentTarget }) => choose({ separator: currentTarget.value || undefined })}
        />
      </label>
      <div class="checks">
        <CheckField
          label={fields.charactersFirst}
          checked={charactersFirst !== false}
          onChange={(checked) => choose({ charactersFirst: checked ? undefined : false })}
        />
        <CheckField
          label={fields.splitSeries}
          checked={splitSeries === true}
          onChange={(checked) => choose({ splitSeries: checked || undefined })}
        />
        <CheckField
          label={fields.escapeBrackets}
          checked={escapeBrackets === true}
          onChange={(checked) => choose({ escapeBrackets: checked || undefined })}
        />
        <CheckField
          label={fields.underscores}
          checked={underscores === true}
          onChange={(checked) => choose({ underscores: checked || undefined })}
        />
        <CheckField
          label={fields.weights}
          checked={weights === true}
          onChange={(checked) => choose({ weights: checked || undefined })}
        />
      </div>
    </>
  );
}

function Where() {
  const { choose: text, tagging } = words.value;
  return (
    <>
      <label class="field">
        {tagging.output}
        <input
          value={output.value}
          placeholder={tagging.outputHint}
          spellcheck={false}
          onInput={({ currentTarget }) => (output.value = currentTarget.value)}
        />
      </label>
      <label class="field">
        {text.fields.captionName}
        <input
          key={captionName.value}
          defaultValue={captionName.value}
          spellcheck={false}
          onChange={({ currentTarget }) => (captionName.value = currentTarget.value.trim() || "[name].txt")}
        />
      </label>
    </>
  );
}

/** Everything beyond the two thresholds, in three groups. */
export function ChoiceFields() {
  const { choose: text, tagging } = words.value;
  return (
    <details class="more">
      <summary>{tagging.more}</summary>
      <h3>{text.groups.which}</h3>
      <div class="more-fields">
        <Which />
      </div>
      <h3>{text.groups.how}</h3>
      <div class="more-fields">
        <How />
      </div>
      <h3>{text.groups.where}</h3>
      <div class="more-fields">
        <Where />
      </div>
    </details>
  );
}
