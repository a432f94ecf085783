import type { WorkerRole } from "../../host/jobs/job-kind.js";
import type { MachineTrainer } from "../../machines/machine.js";
import { needsAccelerate } from "../../planning/command/command-line.js";
import { familyNamed } from "../../planning/families.js";
import type { MeantRun } from "../runs/run-record.js";
import { runOfTask } from "./away-file.js";

/** A machine as far as trainings are concerned. */
export interface TrainingMachine {
  id: string;
  roles: readonly WorkerRole[];
  trainer: MachineTrainer | null;
  doing: readonly string[];
}

/** Any machine that trains. */
export const ANY_MACHINE = "any";

/** Whether a machine's trainer can do what a run needs; a rehearsal needs none. */
function canTrain({ trainer }: TrainingMachine, { plan, trainer: meant }: MeantRun): boolean {
  if (meant.kind === "rehearsal") return true;
  if (trainer === null || trainer.problem !== null) return false;
  return (
    trainer.scripts.includes(familyNamed(plan.family).script) && (trainer.accelerate || !needsAccelerate(plan.launch))
  );
}

/**
 * The machine that begins a run now: the one that was asked for, or the first that can, and that trains nothing else.
 * @param ready machines that take work now @param taken those that this studio gave a run to
 */
export function fittingMachine(
  meant: MeantRun,
  ready: readonly TrainingMachine[],
  taken: ReadonlySet<string>,
): string | null {
  const { machine: wanted = ANY_MACHINE } = meant;
  const found = ready.find(
    (machine) =>
      (wanted === ANY_MACHINE || machine.id === wanted) &&
      !taken.has(machine.id) &&
      machine.doing.every((task) => runOfTask(task) === null) &&
      canTrain(machine, meant),
  );
  return found?.id ?? null;
}
