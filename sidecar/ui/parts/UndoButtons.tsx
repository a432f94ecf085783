import { RequestError } from "../rpc.js";
import { scan } from "../state/dataset.js";
import { lastChange, nextRedo, nextUndo, redoNext, stepTitle, undoNext } from "../state/history.js";
import { words } from "../state/look.js";
import { Problem } from "./Problem.js";

/** Undo and redo by name; neither stands there when there is nothing for it to do. */
export function UndoButtons() {
  const { history } = words.value;
  const folder = scan.value?.folder;
  const [undo, redo] = [nextUndo.value, nextRedo.value];
  if (folder === undefined) return null;
  return (
    <>
      {undo && (
        <button type="button" class="small" onClick={() => void undoNext(folder)}>
          {history.undo(stepTitle(undo), undo.files)}
        </button>
      )}
      {redo && (
        <button type="button" class="small" onClick={() => void redoNext(folder)}>
          {history.redo(stepTitle(redo), redo.files)}
        </button>
      )}
    </>
  );
}

/** What the last undo or redo did; files that somebody else changed are named. */
export function ChangeNotice() {
  const { history } = words.value;
  const last = lastChange.value;
  if (last === null) return null;
  if (last instanceof RequestError) return <Problem error={last} />;
  const { steps, conflicts } = last.change;
  const files = steps.reduce((sum, step) => sum + step.files, 0);
  const names = steps.map(stepTitle).join(", ");
  return (
    <div class="notice" role="status">
      <span class="green">{history[last.kind](names, files - conflicts.length)}</span>
      {conflicts.length > 0 && (
        <details open>
          <summary class="amber">{history.leftAlone(conflicts.length)}</summary>
          <ul>
            {conflicts.map(({ path }) => (
              <li key={path}>{path}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
