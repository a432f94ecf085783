import { useEffect, useState } from "preact/hooks";
import { Choice } from "../../parts/Choice.js";
import { Dialog } from "../../parts/Dialog.js";
import { Problem } from "../../parts/Problem.js";
import { words } from "../../state/look.js";
import { plan } from "../../state/plan.js";
import {
  askExport,
  download,
  exportError,
  exported,
  exportedNames,
  exportForm,
  formats,
  shells,
} from "../../state/plan-export.js";
import { exportWords } from "../../state/plan-words.js";

type Form = typeof exportForm.value;

const change = (part: Partial<Form>): void => {
  exportForm.value = { ...exportForm.value, ...part };
};

/** How a command is spelled. */
function CommandFields() {
  const { plan: said } = words.value;
  const { shell, spelledOut, accelerate, trainer } = exportForm.value;
  const { config, dataset, prompts } = exportedNames.value;
  const { datasets = null, samplePrompts = null } = plan.value ?? {};
  const files = [config, ...(datasets ? [dataset] : []), ...(samplePrompts === null ? [] : [prompts])];
  return (
    <>
      <Choice
        label={said.shell}
        names={shells}
        words={said.shells}
        value={shell}
        onChange={(name) => change({ shell: name })}
      />
      <label>
        {said.trainerFolder}
        <input
          type="text"
          value={trainer}
          spellcheck={false}
          placeholder="sd-scripts"
          onInput={({ currentTarget }) => change({ trainer: currentTarget.value })}
        />
      </label>
      {!spelledOut && <p class="muted">{said.commandNote(files.join(", "))}</p>}
      <label class="check">
        <input
          type="checkbox"
          checked={spelledOut}
          onChange={({ currentTarget }) => change({ spelledOut: currentTarget.checked })}
        />
        {said.spelledOut}
      </label>
      <label class="check">
        <input
          type="checkbox"
          checked={accelerate}
          onChange={({ currentTarget }) => change({ accelerate: currentTarget.checked })}
        />
        {said.accelerate}
      </label>
    </>
  );
}

/** What this format cannot say, so that nobody trusts it blindly. */
function Differences() {
  const { plan: said } = words.value;
  const { differences = [] } = exported.value ?? {};
  if (differences.length === 0) return null;
  return (
    <details open={differences.length <= 6}>
      <summary class="amber">{said.cannotExpress(differences.length)}</summary>
      <ul class="plan-list">
        {differences.map((difference) => (
          <li key={difference.argument}>
            <code>{difference.argument}</code>{" "}
            {(difference.wanted !== "" || difference.gets !== "") &&
              said.getsInstead(difference.wanted || "–", difference.gets || "–")}{" "}
            {exportWords(difference)}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Text() {
  const { plan: said } = words.value;
  const [copied, setCopied] = useState(false);
  const { format } = exportForm.value;
  const text = exported.value?.text ?? "";
  useEffect(() => setCopied(false), [text]);
  if (exported.value === null) return null;
  const { stem, dataset } = exportedNames.value;
  const name = format === "dataset-toml" ? dataset : stem + exported.value.suffix.replace(/^\.?/, ".");
  return (
    <>
      <textarea
        class={format === "command" ? "plan-text wrapped" : "plan-text"}
        readOnly
        rows={format === "command" ? 8 : 14}
        aria-label={said.formats[format]}
        value={text}
      />
      <div class="dialog-buttons">
        {copied && (
          <span class="green" role="status">
            {said.copied}
          </span>
        )}
        <button
          type="button"
          onClick={() =>
            void navigator.clipboard?.writeText(text).then(
              () => setCopied(true),
              () => {},
            )
          }
        >
          {said.copy}
        </button>
        <button type="button" class="primary" onClick={() => download(name, text)}>
          {said.saveAs(name)}
        </button>
      </div>
    </>
  );
}

function Inside() {
  const { plan: said } = words.value;
  const form = exportForm.value;
  useEffect(() => void askExport(), [form, plan.value]);
  return (
    <>
      <h2>{said.exportTitle}</h2>
      <Choice
        label={said.format}
        names={formats}
        words={said.formats}
        value={form.format}
        onChange={(format) => change({ format })}
      />
      {form.format === "command" && <CommandFields />}
      {exportError.value && <Problem error={exportError.value} />}
      <Differences />
      <Text />
    </>
  );
}

/** The plan for other programs, and what they will not understand of it. */
export function ExportDialog() {
  return (
    <Dialog name="planExport" title={words.value.plan.exportTitle}>
      <Inside />
    </Dialog>
  );
}
