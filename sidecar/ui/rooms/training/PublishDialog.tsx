import { Dialog } from "../../parts/Dialog.js";
import { Problem } from "../../parts/Problem.js";
import { TakeBack } from "../../parts/TakeBack.js";
import { pictureAddress } from "../../rpc.js";
import { warningWords } from "../../state/error-words.js";
import { words } from "../../state/look.js";
import { panel } from "../../state/panels.js";
import {
  changePublish,
  type PublishDraft,
  proposed,
  publishError,
  published,
  publishing,
  put,
  putting,
} from "../../state/training-publish.js";
import { CopyButton } from "./CopyButton.js";

const STRENGTHS = { min: -2, max: 2, step: 0.05 };

function Target() {
  const { webui: said } = words.value;
  const found = published.value ?? proposed.value;
  if (found === null) return null;
  return (
    <div aria-live="polite">
      <p>
        <strong>{said.inPrompts(found.name)}</strong>
      </p>
      {found.renamed && <p class="amber">{said.renamed}</p>}
      <p class="muted">{found.status === "there" ? said.there : said.goesTo(found.path)}</p>
    </div>
  );
}

function Preview({ draft }: { draft: PublishDraft }) {
  const { webui: said } = words.value;
  const preview = proposed.value?.preview ?? null;
  return (
    <div class="publish-preview">
      <h3>{said.preview}</h3>
      {preview === null && draft.withPreview ? (
        <p class="muted">{said.noPreview}</p>
      ) : (
        <label class="check">
          <input
            type="checkbox"
            checked={draft.withPreview}
            onChange={({ currentTarget }) => changePublish({ withPreview: currentTarget.checked })}
          />
          {said.withPreview} {preview && <span class="muted">{said.previewKinds[preview.kind]}</span>}
        </label>
      )}
      {preview && (
        <img
          alt={preview.from}
          src={pictureAddress("thumbnail", { path: preview.from, version: preview.from }, 256)}
          // A folder that is not open here shows no picture; its name stands there.
          onError={({ currentTarget }) => {
            currentTarget.hidden = true;
          }}
        />
      )}
    </div>
  );
}

function Form({ draft }: { draft: PublishDraft }) {
  const { webui: said } = words.value;
  const hasMetadata = proposed.value?.metadata === null;
  return (
    <div class="publish-form">
      <label>
        {said.name}
        <input
          type="text"
          spellcheck={false}
          value={draft.name}
          onInput={({ currentTarget }) => changePublish({ name: currentTarget.value })}
        />
      </label>
      {hasMetadata && <p class="muted">{said.hasMetadata}</p>}
      <label>
        {said.activationText}
        <input
          type="text"
          spellcheck={false}
          disabled={hasMetadata}
          value={draft.activationText ?? proposed.value?.activationText ?? ""}
          onInput={({ currentTarget }) => changePublish({ activationText: currentTarget.value })}
        />
        <small class="muted">{said.activationHint}</small>
        {proposed.value?.activationText === "" && draft.activationText === null && (
          <small class="amber">{said.noTrigger}</small>
        )}
      </label>
      <label>
        {said.preferredWeight}
        <input
          type="number"
          {...STRENGTHS}
          disabled={hasMetadata}
          value={draft.preferredWeight}
          onInput={({ currentTarget }) => changePublish({ preferredWeight: Number(currentTarget.value) || 0 })}
        />
        <small class="muted">{said.weightHint}</small>
      </label>
      <label>
        {said.notes}
        <textarea
          rows={3}
          disabled={hasMetadata}
          placeholder={said.notesHint}
          value={draft.notes}
          onInput={({ currentTarget }) => changePublish({ notes: currentTarget.value })}
        />
      </label>
      <Preview draft={draft} />
    </div>
  );
}

function Done() {
  const { webui: said } = words.value;
  const done = published.value;
  if (done === null) return null;
  return (
    <div role="status">
      <p class="green">{done.status === "there" ? said.there : said.done(done.name)}</p>
      <p class="muted">{done.refreshed.length > 0 ? said.seenBy(done.refreshed.join(", ")) : said.notSeen}</p>
      {warningWords(done).map((warning) => (
        <p class="amber" key={warning}>
          {warning}
        </p>
      ))}
      <CopyButton text={`<lora:${done.name}:1> ${done.activationText}`.trim()} label={said.copyPrompt} />
      {(done.status === "new" || done.metadata !== null || done.preview !== null) && (
        <TakeBack name={done.name} path={done.path} />
      )}
    </div>
  );
}

function Inside({ draft }: { draft: PublishDraft }) {
  const { webui: said, training } = words.value;
  return (
    <>
      <h2>{said.publishTitle}</h2>
      <Target />
      {published.value === null && <Form draft={draft} />}
      {publishError.value && <Problem error={publishError.value} />}
      <Done />
      <div class="dialog-buttons">
        {publishError.value && (
          <button type="button" onClick={() => (panel.value = "webui")}>
            {said.folderTitle} …
          </button>
        )}
        <button type="button" onClick={() => (panel.value = null)}>
          {training.close}
        </button>
        {published.value === null && (
          <button
            type="button"
            class="primary"
            disabled={proposed.value === null || putting.value}
            onClick={() => void put()}
          >
            {said.put}
          </button>
        )}
      </div>
    </>
  );
}

/** How a LoRA file goes among the WebUI's own: its name, trigger, notes, and the picture of its card. */
export function PublishDialog() {
  return (
    <Dialog name="publish" title={words.value.webui.publishTitle}>
      {publishing.value && <Inside draft={publishing.value} />}
    </Dialog>
  );
}
