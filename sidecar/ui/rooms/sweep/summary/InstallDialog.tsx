import { Dialog } from "../../../parts/Dialog.js";
import { Problem } from "../../../parts/Problem.js";
import { TakeBack } from "../../../parts/TakeBack.js";
import { warningWords } from "../../../state/error-words.js";
import { words } from "../../../state/look.js";
import { panel } from "../../../state/panels.js";
import { cellPicture, cells } from "../../../state/sweep.js";
import {
  changeInstall,
  type InstallDraft,
  install,
  installError,
  installed,
  installing,
  installPlan,
  putting,
} from "../../../state/sweep-install.js";
import { CopyButton } from "../../training/CopyButton.js";

/** Where it goes and with what, before and after. */
function Target({ draft }: { draft: InstallDraft }) {
  const { report } = words.value.sweep;
  const found = installed.value ?? installPlan.value;
  if (found === null) return null;
  const picture = draft.previewCell === null ? null : cells.value.get(draft.previewCell)?.picture;
  return (
    <div aria-live="polite" class="sweep-install">
      <p>
        <strong>{report.inPrompts(found.name)}</strong>
      </p>
      <p class="muted">{found.status === "there" ? report.there : report.goesTo(found.path)}</p>
      <dl class="plan-figures">
        <div>
          <dt>{report.preferred}</dt>
          <dd class="figures">{report.strength(found.preferredWeight)}</dd>
        </div>
        <div>
          <dt>{report.activation}</dt>
          <dd>{found.activationText || report.noActivation}</dd>
        </div>
        {found.preview === null && (
          <div>
            <dt>{report.preview}</dt>
            <dd>{report.noPreview}</dd>
          </div>
        )}
      </dl>
      {found.preview !== null && picture && <img src={cellPicture(picture, 256)} alt={report.preview} />}
      {found.metadataKept && <p class="amber">{report.keptMetadata}</p>}
      {warningWords(found).map((warning) => (
        <p class="amber" key={warning}>
          {warning}
        </p>
      ))}
    </div>
  );
}

function Done({ draft }: { draft: InstallDraft }) {
  const { report } = words.value.sweep;
  const { copyPrompt } = words.value.webui;
  const done = installed.value;
  if (done === null) return null;
  return (
    <div role="status">
      <p class="green">{report.done(done.name)}</p>
      <p class="muted">{done.refreshed.length > 0 ? report.seenBy(done.refreshed.join(", ")) : report.notSeen}</p>
      <CopyButton text={`<lora:${done.name}:${draft.strength}> ${done.activationText}`.trim()} label={copyPrompt} />
      {(done.status === "new" || done.metadata !== null || done.preview !== null) && (
        <TakeBack name={done.name} path={done.path} />
      )}
    </div>
  );
}

function Inside({ draft }: { draft: InstallDraft }) {
  const { sweep, training, webui } = words.value;
  const { report } = sweep;
  return (
    <>
      <h2>{report.installTitle}</h2>
      {installed.value === null && (
        <label>
          {report.installName}
          <input
            value={draft.name}
            placeholder={installPlan.value?.name ?? ""}
            spellcheck={false}
            onInput={({ currentTarget }) => changeInstall({ name: currentTarget.value })}
          />
        </label>
      )}
      <Target draft={draft} />
      {installError.value && <Problem error={installError.value} />}
      <Done draft={draft} />
      <div class="dialog-buttons">
        {installError.value && (
          <button type="button" onClick={() => (panel.value = "webui")}>
            {webui.folderTitle} …
          </button>
        )}
        <button type="button" onClick={() => (panel.value = null)}>
          {training.close}
        </button>
        {installed.value === null && (
          <button
            type="button"
            class="primary"
            disabled={installPlan.value === null || putting.value}
            onClick={() => void install()}
          >
            {report.put}
          </button>
        )}
      </div>
    </>
  );
}

/** The recommended file goes among the WebUI's own, with its strength, its word and its picture. */
export function InstallDialog() {
  return (
    <Dialog name="sweepInstall" title={words.value.sweep.report.installTitle}>
      {installing.value && <Inside draft={installing.value} />}
    </Dialog>
  );
}
