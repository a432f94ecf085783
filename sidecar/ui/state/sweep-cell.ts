import { computed, effect, signal, untracked } from "@preact/signals";
import type { Methods } from "../../../protocol/generated/methods.js";
import { call, connectionState, RequestError } from "../rpc.js";
import { words } from "./look.js";
import { cells, type Sweep, selectedCell, sweep } from "./sweep.js";

export type CellDetails = Methods["sweep/cell"]["result"];

/** All that is known of the selected cell; null while none is selected or it is asked for. */
export const cellDetails = signal<CellDetails | null>(null);
export const cellError = signal<RequestError | null>(null);

let asked = 0;

async function read(id: number, index: number): Promise<void> {
  asked += 1;
  const mine = asked;
  try {
    const answer = await call("sweep/cell", { id, index });
    if (mine !== asked) return;
    cellDetails.value = answer;
    cellError.value = null;
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    if (mine === asked && error.code !== "disconnected") cellError.value = error;
  }
}

/** The text that draws a cell again in the WebUI around us, and what has to be known of it. @throws RequestError */
export async function cellToSend(
  { id, settings }: Pick<Sweep, "id" | "settings">,
  index: number,
): Promise<{ text: string; note: string | null }> {
  const { infotext, lora } = await call("sweep/sendCell", { id, index });
  const { send: said } = words.value;
  const notes = { known: said.known, placed: said.placed, missing: said.missing };
  return { text: infotext, note: settings.rehearsal ? said.rehearsal : lora && notes[lora.status](lora.name) };
}

/** The selected cell is read when it is chosen and whenever it changed. */
export function followSweepCell(): void {
  const wanted = computed(() => {
    const [id, index] = [sweep.value?.id, selectedCell.value];
    if (id === undefined || index === null) return null;
    const cell = cells.value.get(index);
    return `${id} ${index} ${cell?.state} ${cell?.picture}`;
  });
  effect(() => {
    const key = wanted.value;
    if (connectionState.value !== "open") return;
    untracked(() => {
      const [id, index] = [sweep.value?.id, selectedCell.value];
      if (key === null || id === undefined || index === null) {
        asked += 1;
        cellDetails.value = null;
        cellError.value = null;
      } else void read(id, index);
    });
  });
}
