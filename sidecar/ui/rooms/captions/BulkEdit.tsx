import { useEffect, useState } from "preact/hooks";
import { Difference } from "../../parts/Difference.js";
import { Problem } from "../../parts/Problem.js";
import { applyDraft, draft, editError, editPreview, lastEdit, splitProse } from "../../state/caption-edit.js";
import { words } from "../../state/look.js";
import { EditFields } from "./EditFields.js";
import { type EditFieldsState, type EditKind, editKinds, editsFrom, emptyFields } from "./edit-fields.js";

const isKind = (value: string): value is EditKind => editKinds.some((kind) => kind === value);

function Changes() {
  const { editor } = words.value;
  const preview = editPreview.value;
  if (editError.value) return <Problem error={editError.value} />;
  if (preview === null) return null;
  const { changed, captions, prose } = preview;
  return (
    <>
      {prose > 0 && (
        <label class="check">
          <input
            type="checkbox"
            checked={splitProse.value}
            onChange={({ currentTarget }) => (splitProse.value = currentTarget.checked)}
          />
          {editor.prose(prose)}
        </label>
      )}
      {captions > 0 && (
        <ul class="differences" aria-label={editor.changes}>
          {changed.map(({ path, before, after }) => (
            <li key={path}>
              <span class="muted">{path.split(/[\\/]/).at(-1)}</span> <Difference before={before} after={after} />
            </li>
          ))}
          {captions > changed.length && <li class="muted">{editor.more(captions - changed.length)}</li>}
        </ul>
      )}
    </>
  );
}

function Button() {
  const { editor } = words.value;
  const preview = editPreview.value;
  const done = lastEdit.value;
  if (done && (preview === null || preview.captions === 0)) {
    return (
      <span class="green" role="status">
        {editor.changed(done.captions)}
      </span>
    );
  }
  if (preview === null) return null;
  if (preview.captions === 0) return <span class="muted">{editor.nothingChanges(preview.matched)}</span>;
  return (
    <button type="submit" class="primary">
      {editor.change(preview.captions, preview.matched)}
    </button>
  );
}

/** One edit over all marked or displayed captions, shown before it is done. */
export function BulkEdit() {
  const { editor } = words.value;
  const [kind, setKind] = useState<EditKind>("add");
  const [fields, setFields] = useState<EditFieldsState>(emptyFields);
  useEffect(() => {
    draft.value = editsFrom(kind, fields);
  }, [kind, fields]);
  useEffect(
    () => () => {
      draft.value = null;
    },
    [],
  );
  return (
    <form
      class="bulk-edit"
      aria-label={editor.bulk}
      onSubmit={(event) => {
        event.preventDefault();
        void applyDraft();
      }}
    >
      <div class="bulk-line">
        <select
          aria-label={editor.edit}
          value={kind}
          onChange={({ currentTarget }) => isKind(currentTarget.value) && setKind(currentTarget.value)}
        >
          {editKinds.map((name) => (
            <option key={name} value={name}>
              {editor.kinds[name]}
            </option>
          ))}
        </select>
        <EditFields kind={kind} fields={fields} onChange={(changed) => setFields({ ...fields, ...changed })} />
        <Button />
      </div>
      <Changes />
    </form>
  );
}
