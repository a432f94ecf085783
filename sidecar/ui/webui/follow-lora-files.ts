import { effect, untracked } from "@preact/signals";
import { call, onChanged, onOpen, RequestError } from "../rpc.js";
import { ownRoom } from "../state/address.js";
import { runs } from "../state/training.js";
import { refreshCards } from "./refresh-cards.js";
import { webuiWindow } from "./surroundings.js";

// The files of a run are copied after it has ended.
const COPIED_MS = 5000;

/** LoRA files that were put among the WebUI's and are there; null where that is not told. */
async function filesThere(): Promise<string | null> {
  try {
    const { loras } = await call("training/published", {});
    return JSON.stringify(loras.flatMap(({ isThere, path }) => (isThere ? path : [])));
  } catch (error) {
    if (error instanceof RequestError) return null;
    throw error;
  }
}

/** Whether a run saves its files among the WebUI's itself. */
async function savesThere(id: number): Promise<boolean> {
  try {
    const { folder } = await call("training/resultsFolder", {});
    const { outputFolder } = await call("training/run", { id });
    return folder !== null && outputFolder.startsWith(folder);
  } catch (error) {
    if (error instanceof RequestError) return false;
    throw error;
  }
}

/** The WebUI around us shows LoRA files that a run has made, or that somebody else put there or took away, without a click. */
export function followLoraFiles(): void {
  // Where rooms have tabs of their own, one page is enough.
  if (ownRoom !== null || webuiWindow() === null) return;
  let known: string | null = null;
  const look = async (saved = false): Promise<void> => {
    const there = await filesThere();
    if (saved || (known !== null && there !== null && there !== known)) refreshCards();
    known = there ?? known;
  };
  onOpen(() => void look());
  onChanged(({ room }) => void ((room === "training" || room === "sweep") && look()));
  const running = new Set<number>();
  effect(() => {
    for (const { id, state } of runs.value) {
      if (state === "running") running.add(id);
      else if (running.delete(id) && state === "succeeded") {
        untracked(() => setTimeout(async () => look(await savesThere(id)), COPIED_MS));
      }
    }
  });
}
