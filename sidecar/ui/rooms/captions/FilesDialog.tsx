import { useEffect, useState } from "preact/hooks";
import { Dialog } from "../../parts/Dialog.js";
import { Problem } from "../../parts/Problem.js";
import {
  type Existing,
  exportFile,
  filesDone,
  filesError,
  importFile,
  moveTo,
  readTrash,
  restoreAll,
  trash,
} from "../../state/caption-files.js";
import { target } from "../../state/captions.js";
import { scan } from "../../state/dataset.js";
import { errorWords, warningWords } from "../../state/error-words.js";
import { words } from "../../state/look.js";
import { chooseSaving, savesAtOnce } from "../../state/saving.js";

const existings: Existing[] = ["overwrite", "skip", "append", "prepend"];

function Result() {
  const { editor } = words.value;
  const done = filesDone.value;
  if (filesError.value) return <Problem error={filesError.value} />;
  if (done === null) return null;
  const problems =
    done.kind === "imported"
      ? warningWords({ warnings: done.result.problems, saidWarnings: done.result.saidProblems })
      : done.kind === "exported"
        ? []
        : done.result.problems.map((problem) => errorWords(problem).message);
  const sentence = {
    imported: () => (done.kind === "imported" ? editor.imported(done.result.captions, done.result.matched) : ""),
    exported: () => (done.kind === "exported" ? editor.exported(done.result.captions, done.result.file) : ""),
    moved: () => (done.kind === "moved" ? editor.moved(done.result.step === null ? 0 : done.result.files) : ""),
    restored: () => (done.kind === "restored" ? editor.restored(done.result.files) : ""),
  }[done.kind]();
  return (
    <div role="status">
      <p class="green">{sentence}</p>
      {problems.length > 0 && (
        <ul class="amber">
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** When captions are written. */
function Saving() {
  const { editor } = words.value;
  return (
    <>
      <h3>{editor.saving}</h3>
      {[true, false].map((atOnce) => (
        <label key={String(atOnce)} class="check">
          <input
            type="radio"
            name="saving"
            checked={savesAtOnce.value === atOnce}
            onChange={() => chooseSaving(atOnce)}
          />{" "}
          {atOnce ? editor.savedAtOnce : editor.savedWhenAsked}
        </label>
      ))}
    </>
  );
}

function InAndOut() {
  const { editor } = words.value;
  const folder = scan.value?.folder ?? "";
  const [file, setFile] = useState(`${folder}/captions.json`);
  const [existing, setExisting] = useState<Existing>("overwrite");
  const total = target.value.pictures;
  return (
    <>
      <h3>{editor.inAndOut}</h3>
      <p class="muted">{editor.formats}</p>
      <label>
        {editor.file}
        <input value={file} onInput={({ currentTarget }) => setFile(currentTarget.value)} />
      </label>
      <div class="one-buttons dialog-line">
        <button type="button" disabled={file.trim() === ""} onClick={() => void exportFile(file.trim())}>
          {editor.export(total)}
        </button>
        <button type="button" disabled={file.trim() === ""} onClick={() => void importFile(file.trim(), existing)}>
          {editor.import}
        </button>
        <select
          aria-label={editor.existing}
          value={existing}
          onChange={({ currentTarget }) => {
            const chosen = existings.find((one) => one === currentTarget.value);
            if (chosen) setExisting(chosen);
          }}
        >
          {existings.map((one) => (
            <option key={one} value={one}>
              {editor.existing}: {editor.existings[one]}
            </option>
          ))}
        </select>
      </div>
    </>
  );
}

function Pictures() {
  const { editor } = words.value;
  const [to, setTo] = useState("");
  const total = target.value.pictures;
  const path = to.trim();
  return (
    <>
      <h3>{editor.movePictures}</h3>
      <p class="muted">{editor.moveNote}</p>
      <label>
        {editor.toFolder}
        <input value={to} onInput={({ currentTarget }) => setTo(currentTarget.value)} />
      </label>
      <div class="one-buttons dialog-line">
        <button type="button" disabled={path === "" || total === 0} onClick={() => void moveTo(path)}>
          {editor.move(total)}
        </button>
        <button type="button" disabled={path === "" || total === 0} onClick={() => void moveTo(path, true)}>
          {editor.copy(total)}
        </button>
        <span class="space" />
        <button type="button" class="red" disabled={total === 0} onClick={() => void moveTo(null)}>
          {editor.delete(total)}
        </button>
      </div>
      {trash.value.length > 0 && (
        <div class="one-buttons dialog-line">
          <span class="muted">{editor.inTrash(trash.value.length)}</span>
          <button type="button" class="small" onClick={() => void restoreAll()}>
            {editor.restore}
          </button>
        </div>
      )}
    </>
  );
}

function Inside() {
  const { editor } = words.value;
  useEffect(() => {
    filesDone.value = null;
    filesError.value = null;
    void readTrash();
  }, []);
  return (
    <>
      <h2>{editor.filesTitle}</h2>
      <Result />
      <Saving />
      <InAndOut />
      <Pictures />
    </>
  );
}

/** Captions from and to files; pictures to other folders, to the trash and back. */
export function FilesDialog() {
  return (
    <Dialog name="files" title={words.value.editor.filesTitle}>
      <Inside />
    </Dialog>
  );
}
