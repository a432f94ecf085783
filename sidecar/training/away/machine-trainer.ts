import type { MachineTrainer, MachineTrainerProblem } from "../../machines/machine.js";
import { families } from "../../planning/families.js";
import { isTrainerProblemCode } from "../../words/trainer-en.js";
import type { ProbedTrainer, ProbedVersion, TrainerProblem } from "../trainer/trainer.js";
import type { ChoiceMachine } from "./choice-machine.js";
import { ANY_MACHINE } from "./fitting-machine.js";

const version = (text: string | null): ProbedVersion => ({ version: text, problem: null });
const untold = version(null);

// Of a machine that has not joined yet: what it cannot do, it will say then.
const unknown: MachineTrainer = {
  folder: "",
  revision: null,
  python: null,
  torch: null,
  tensorboard: "?",
  scripts: families.map(({ script }) => script),
  accelerate: true,
  problem: null,
};

function asProblem(folder: string, { code, values, message, remedy }: MachineTrainerProblem): TrainerProblem {
  const severity = "error";
  if (isTrainerProblemCode(code)) return { code, severity, values, message, remedy };
  // Of a newer version there: its own sentence is all that is known.
  return { code: "scriptFails", severity, values: { script: folder, reason: message }, message, remedy };
}

/** A machine's trainer as far as it was told, as if it had been tried here. */
function asProbed({ folder, revision, python, torch, tensorboard, scripts, accelerate, problem }: MachineTrainer) {
  const probed: ProbedTrainer = {
    kind: "sd-scripts",
    folder,
    python: "python",
    accelerate: accelerate ? "accelerate" : null,
    origin: "given",
    revision,
    python3: version(python),
    torch: version(torch),
    cuda: untold,
    devices: [],
    packages: {
      accelerate: untold,
      diffusers: untold,
      transformers: untold,
      safetensors: untold,
      bitsandbytes: untold,
      xformers: untold,
      lycoris: untold,
      prodigyopt: untold,
      tensorboard: version(tensorboard),
    },
    scripts: [...scripts],
    families: families.filter(({ script }) => scripts.includes(script)).map(({ name }) => name),
    problems: problem === null ? [] : [asProblem(folder, problem)],
    usable: problem === null,
  };
  return probed;
}

const isWanted = (wanted: string, { id }: ChoiceMachine): boolean => wanted === ANY_MACHINE || id === wanted;

/** The trainer that a run on this machine, or on any, will probably have. */
export function trainerThere(wanted: string, machines: readonly ChoiceMachine[]): ProbedTrainer {
  const fitting = machines.filter((one) => isWanted(wanted, one));
  const best =
    fitting.find(({ isReady, trainer }) => isReady && trainer?.problem === null) ??
    fitting.find(({ trainer }) => trainer !== null);
  return asProbed(best?.trainer ?? unknown);
}

/** Whether a machine is here that could begin it; a rehearsal needs no trainer. */
export const isThere = (wanted: string, machines: readonly ChoiceMachine[], rehearsal: boolean): boolean =>
  machines.some((one) => one.isReady && isWanted(wanted, one) && (rehearsal || one.trainer !== null));
