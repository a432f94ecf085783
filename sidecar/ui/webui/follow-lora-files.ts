import { effect, untracked } from "@preact/signals";
import { call, RequestError } from "../rpc.js";
import { oneRoom } from "../state/address.js";
import { type RunRow, runs } from "../state/training.js";
import { refreshCards } from "./refresh-cards.js";
import { webuiWindow } from "./surroundings.js";

// Its files are copied after a run has ended.
const COPIED_MS = 5000;

/** Whether files of a run go among the WebUI's by themselves, or are saved there. */
async function goesThere({ id }: RunRow): Promise<boolean> {
  try {
    const { folder, automatic } = await call("training/resultsFolder", {});
    const { outputFolder } = await call("training/run", { id });
    return automatic !== "none" || (folder !== null && outputFolder.startsWith(folder));
  } catch (error) {
    if (error instanceof RequestError) return false;
    throw error;
  }
}

/** The WebUI around us shows LoRA files that a run has made without being asked. */
export function followLoraFiles(): void {
  if (oneRoom || webuiWindow() === null) return;
  const running = new Set<number>();
  const look = async (run: RunRow): Promise<void> => {
    if (await goesThere(run)) setTimeout(refreshCards, COPIED_MS);
  };
  effect(() => {
    for (const run of runs.value) {
      if (run.state === "running") running.add(run.id);
      else if (running.delete(run.id) && run.state === "succeeded") void untracked(() => look(run));
    }
  });
}
