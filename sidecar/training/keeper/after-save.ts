import { readFile, stat } from "node:fs/promises";
import { writeText } from "../../store/atomic-file.js";
import { readAnswers } from "../now/answers.js";
import { isWholeState } from "../runs/saved-states.js";
import { proveLoraFile } from "../verdict/prove-file.js";
import { runFiles } from "./run-files.js";

/** A save after which a run ends. */
interface AwaitedSave {
  file: string;
  /** The state that is written after the file, where there is one. */
  state: string | null;
  /** When a file of that name was changed that was there at the request. */
  before: number | null;
}

const changedAt = (path: string): Promise<number | null> =>
  stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => null,
  );

/**
 * Asks a run to end when one of these is saved, or what the request `asked` brings. The keeper obeys, so that nobody else has
 * to be there by then.
 */
export async function askToStopAfter(
  folder: string,
  saves: readonly Pick<AwaitedSave, "file" | "state">[],
  asked: number | null = null,
): Promise<void> {
  const awaited: (AwaitedSave | { asked: number })[] = asked === null ? [] : [{ asked }];
  for (const { file, state } of saves) awaited.push({ file, state, before: await changedAt(file) });
  await writeText(runFiles(folder).afterSave, JSON.stringify(awaited));
}

async function readAwaited(folder: string): Promise<AwaitedSave[]> {
  const text = await readFile(runFiles(folder).afterSave, "utf8").catch(() => "[]");
  const saves: unknown = JSON.parse(text);
  return (Array.isArray(saves) ? saves : []).flatMap((save) => {
    const { file, state, before, asked } = Object(save);
    // Which file it is, the trainer tells when it begins to write it.
    if (typeof asked === "number") {
      return readAnswers(folder)
        .save.answers.filter(({ number }) => number >= asked)
        .map((answer) => ({ file: answer.file, state: answer.state, before: null }));
    }
    return {
      file: String(file),
      state: typeof state === "string" ? state : null,
      before: typeof before === "number" ? before : null,
    };
  });
}

/** Whether one of the awaited saves is whole, its state included. */
export async function isAwaitedSaved(folder: string): Promise<boolean> {
  for (const { file, state, before } of await readAwaited(folder)) {
    const changed = await changedAt(file);
    if (changed === null || changed === before) continue;
    const whole = (await proveLoraFile(file, { steps: null })).whole;
    if (whole && (state === null || (await isWholeState(state)))) return true;
  }
  return false;
}
