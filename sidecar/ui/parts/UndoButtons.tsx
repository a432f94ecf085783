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
          {history.undo(stepTitle(undo), history.changed(undo.files, undo.moved))}
        </button>
      )}
      {redo && (
        <button type="button" class="small" onClick={() => void redoNext(folder)}>
          {history.redo(stepTitle(redo), history.changed(redo.files, redo.moved))}
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
  const sum = (of: "files" | "moved"): number => steps.reduce((total, step) => total + step[of], 0);
  const names = steps.map(stepTitle).join(", ");
  return (
    <div class="notice" role="status">
      <span class="green">
        {history[last.kind](names, history.changed(sum("files") - conflicts.length, sum("moved")))}
      </span>
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
