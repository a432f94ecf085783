import { useEffect } from "preact/hooks";
import { Dialog } from "../../parts/Dialog.js";
import { NumberField } from "../../parts/NumberField.js";
import { Problem } from "../../parts/Problem.js";
import { words } from "../../state/look.js";
import {
  previewRename,
  type Renaming,
  renameAsShown,
  renameDigits,
  renamed,
  renameError,
  renameStart,
  renaming,
} from "../../state/rename.js";

const fileName = (path: string): string => path.replace(/^.*[\\/]/, "");

function Names({ shown }: { shown: Renaming }) {
  const { rename } = words.value;
  const rest = shown.files - shown.renamed.length;
  return (
    <>
      {shown.problems.length > 0 && (
        <ul class="amber">
          {shown.problems.map(({ path, message }) => (
            <li key={path}>{message}</li>
          ))}
        </ul>
      )}
      <ol class="timeline" aria-label={rename.title}>
        {shown.renamed.map(({ from, to }) => (
          <li key={from + to}>
            <span class="muted">{fileName(from)}</span> <span aria-hidden="true">→</span>{" "}
            <strong>{fileName(to)}</strong>
          </li>
        ))}
        {rest > 0 && <li class="muted">{rename.more(rest)}</li>}
      </ol>
    </>
  );
}

function Inside() {
  const { rename } = words.value;
  const [start, digits] = [renameStart.value, renameDigits.value];
  useEffect(() => {
    renamed.value = null;
    renaming.value = null;
    renameError.value = null;
  }, []);
  useEffect(() => void previewRename(), [start, digits]);
  const shown = renaming.value;
  return (
    <>
      <h2>{rename.title}</h2>
      <p class="muted">{rename.note}</p>
      <div class="two-fields">
        <NumberField
          label={rename.start}
          least={0}
          most={1_000_000}
          value={start}
          onChange={(value) => (renameStart.value = value)}
        />
        <NumberField
          label={rename.digits}
          least={1}
          most={12}
          value={digits}
          onChange={(value) => (renameDigits.value = value)}
        />
      </div>
      {renameError.value && <Problem error={renameError.value} />}
      {renamed.value?.step != null && (
        <p class="green" role="status">
          {rename.done(renamed.value.files)}
        </p>
      )}
      {shown && shown.files === 0 && <p>{rename.nothing}</p>}
      {shown && shown.files > 0 && (
        <>
          <Names shown={shown} />
          <div class="one-buttons dialog-line">
            <button type="button" class="primary" onClick={() => void renameAsShown()}>
              {rename.do(shown.pictures, shown.files)}
            </button>
          </div>
        </>
      )}
    </>
  );
}

/** The names that a folder's pictures would get, and the button that gives them. */
export function RenameDialog() {
  return (
    <Dialog name="rename" title={words.value.rename.title}>
      <Inside />
    </Dialog>
  );
}
