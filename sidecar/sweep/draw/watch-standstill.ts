import type { DrawingPatience } from "./drawing-patience.js";
import type { WebuiState } from "./drawing-room.js";

/** Why no WebUI draws any more: it is told with the sweep, which waits to be resumed. */
export interface Standstill {
  code: string;
  message: string;
  hint: string;
}

interface StandstillWatch {
  states(): readonly WebuiState[];
  isDraining(): boolean;
  patience: Pick<DrawingPatience, "allAwayMs">;
  onStandstill(why: Standstill): void;
}

// What will not mend by waiting is told sooner.
const HOPELESS_MS = 15_000;
const LOOK_EVERY_MS = 500;

/** Tells when all WebUIs have been away for too long. @returns ends the watch */
export function watchStandstill({ states, isDraining, patience, onStandstill }: StandstillWatch): () => void {
  let idleSince: number | null = null;
  const look = (): void => {
    const all = states();
    const problem = all.find((one) => one.problem?.code !== "offline")?.problem ?? all[0]?.problem ?? null;
    if (all.some(({ state }) => state !== "away")) idleSince = null;
    else idleSince ??= performance.now();
    if (idleSince === null || problem === null || isDraining()) return;
    const waited = performance.now() - idleSince;
    if (waited >= (problem.code === "offline" ? patience.allAwayMs : Math.min(patience.allAwayMs, HOPELESS_MS))) {
      idleSince = null;
      onStandstill(problem);
    }
  };
  const timer = setInterval(look, LOOK_EVERY_MS);
  return () => clearInterval(timer);
}
