import type { MachineTrainer } from "../../machines/machine.js";

/** A machine that trains, as a choice. */
export interface ChoiceMachine {
  id: string;
  host: string;
  card: string | null;
  trainer: MachineTrainer | null;
  /** It takes work now. */
  isReady: boolean;
}
