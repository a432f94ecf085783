import { useEffect, useState } from "preact/hooks";
import type { Methods } from "../../../protocol/generated/methods.js";
import { call, RequestError } from "../rpc.js";
import { following, watchFiles } from "../state/caption-edit.js";
import { readFolder, scan } from "../state/dataset.js";
import { words } from "../state/look.js";
import { Difference } from "./Difference.js";

type Conflict = Methods["captions/conflicts"]["result"]["conflicts"][number];
type Keep = Methods["captions/resolve"]["params"]["keep"];

/** Captions that another program changed before ours could be written: keep one, or both. */
export function Conflicts() {
  const { editor } = words.value;
  const [conflicts, setConflicts] = useState<Conflict[]>([]);
  const count = following.value.conflicts;
  const folder = scan.value?.folder;
  useEffect(() => {
    if (count === 0 || folder === undefined) setConflicts([]);
    else
      call("captions/conflicts", { folder }).then(
        (answer) => setConflicts(answer.conflicts),
        (error: unknown) => {
          if (!(error instanceof RequestError)) throw error;
        },
      );
  }, [count, folder]);
  if (conflicts.length === 0 || folder === undefined) return null;
  const settle = async (keep: Keep, paths: string[]): Promise<void> => {
    await call("captions/resolve", { folder, paths, keep });
    await readFolder();
    await watchFiles();
  };
  const all = conflicts.map(({ path }) => path);
  const choices = (paths: string[], mergeable: boolean) => (
    <span class="one-buttons">
      <button type="button" class="small" onClick={() => void settle("mine", paths)}>
        {editor.keepMine}
      </button>
      <button type="button" class="small" onClick={() => void settle("theirs", paths)}>
        {editor.keepTheirs}
      </button>
      {mergeable && (
        <button type="button" class="small" onClick={() => void settle("merged", paths)}>
          {editor.merge}
        </button>
      )}
    </span>
  );
  return (
    <details class="problem conflicts" open>
      <summary class="amber">{editor.conflicts(conflicts.length)}</summary>
      {conflicts.length > 1 &&
        choices(
          all,
          conflicts.some(({ merged }) => merged !== null),
        )}
      <ul>
        {conflicts.slice(0, 50).map(({ path, mine, theirs, merged }) => (
          <li key={path}>
            <p class="muted">{path}</p>
            <p>{editor.mineFromTheirs}</p>
            <Difference before={theirs} after={mine} />
            {choices([path], merged !== null)}
          </li>
        ))}
      </ul>
    </details>
  );
}
