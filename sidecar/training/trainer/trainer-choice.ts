import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Result } from "../../../protocol/validate.js";
import { graphicsCards } from "../../host/graphics-cards.js";
import type { Settings } from "../../host/settings/settings.js";
import { StudioError } from "../../host/studio-error.js";
import { quotedCommand } from "../../planning/command/quote.js";
import { trainerArguments } from "../../planning/command/trainer-arguments.js";
import { families, familyNamed } from "../../planning/families.js";
import type { TrainingPlan } from "../../planning/plan.js";
import { trainerEn } from "../../words/trainer-en.js";
import { acceptedArguments } from "./accepted-arguments.js";
import { type FoundTrainer, findTrainers } from "./find-trainers.js";
import { installGuide, torchBuildFor } from "./install-guide.js";
import { probeTrainer } from "./probe-trainer.js";
import type { ProbedTrainer, ProbedVersion } from "./trainer.js";

type Listed = Result<"training/trainers">;

/** What the trainer's own parser has against a plan; null when it takes it, or cannot be asked. */
type Refusal = { message: string } | { unknown: string[] } | null;

export interface TrainerChoice {
  /** The one that runs use: a folder for this once, else the user's choice, else the first that works. */
  chosen(folder?: string): Promise<ProbedTrainer | null>;
  standIn(): ProbedTrainer;
  list(folder?: string, python?: string): Promise<Listed>;
  /** Remembers a choice; null looks for one again. @throws StudioError "notFound" when the folder holds no trainer */
  choose(folder: string | null, python: string | null): Promise<WireTrainer | null>;
  refusal(trainer: ProbedTrainer, plan: TrainingPlan): Promise<Refusal>;
}

type WireTrainer = Listed["trainers"][number];

export const wireTrainer = (trainer: ProbedTrainer, chosen: boolean): WireTrainer => ({
  ...trainer,
  devices: [...trainer.devices],
  packages: { ...trainer.packages },
  scripts: [...trainer.scripts],
  families: [...trainer.families],
  problems: trainer.problems.map((one) => ({ ...one, values: { ...one.values } })),
  chosen,
});

const none: ProbedVersion = { version: null, problem: null };
const rehearsalFolder = fileURLToPath(new URL("../../rehearsal/trainer", import.meta.url));

/** The stand-in: this Node, and a program of ours. */
const standIn = (): ProbedTrainer => ({
  kind: "rehearsal",
  folder: rehearsalFolder,
  python: process.execPath,
  accelerate: null,
  origin: "rehearsal",
  revision: null,
  python3: none,
  torch: none,
  cuda: none,
  devices: [],
  packages: {
    accelerate: none,
    diffusers: none,
    transformers: none,
    safetensors: none,
    bitsandbytes: none,
    xformers: none,
    lycoris: none,
    prodigyopt: none,
    tensorboard: { version: "stand-in", problem: null },
  },
  scripts: [...new Set(families.map(({ script }) => script))],
  families: families.map(({ name }) => name),
  problems: [],
  usable: true,
});

/** Which trainer runs here. */
export function trainerChoice(settings: Settings, stateFolder: string): TrainerChoice {
  const withPython = (found: FoundTrainer, python: string | null): FoundTrainer =>
    python === null ? found : { ...found, python };
  const find = async (folder: string | null, python: string | null): Promise<FoundTrainer[]> => {
    const { trainers } = await findTrainers(folder);
    // A Python that was named belongs to the folder that was named.
    return trainers.map((found) => (found.origin === "given" ? withPython(found, python) : found));
  };
  const remembered = () => ({
    folder: settings.get("trainer.folder"),
    python: settings.get("trainer.python"),
  });
  const chosen = async (folder?: string): Promise<ProbedTrainer | null> => {
    const kept = remembered();
    const found = await find(folder ?? kept.folder, folder === undefined ? kept.python : null);
    const [first] = found;
    if (!first) return null;
    const probed = await probeTrainer(first);
    if (probed.usable || first.origin === "given") return probed;
    for (const other of found.slice(1)) {
      const instead = await probeTrainer(other);
      if (instead.usable) return instead;
    }
    return probed;
  };
  return {
    chosen,
    standIn,
    async list(folder, python) {
      const kept = remembered();
      const found = await find(folder ?? kept.folder, python ?? kept.python);
      const probed = await Promise.all(found.map((one) => probeTrainer(one)));
      const used = (await chosen())?.folder;
      const trainers = probed.map((one) => wireTrainer(one, one.folder === used));
      trainers.sort((left, right) => Number(right.chosen) - Number(left.chosen));
      const build = torchBuildFor(await graphicsCards());
      const shell = process.platform === "win32" ? "powershell" : "bash";
      const guide = installGuide({ folder: join(stateFolder, "trainer", "sd-scripts"), build });
      return {
        trainers,
        guide: trainers.some(({ usable }) => usable)
          ? []
          : guide.map(({ step, program, words }) => ({
              step,
              title: trainerEn.guide.steps[step],
              command: quotedCommand(shell, [program, ...words]),
            })),
      };
    },
    async choose(folder, python) {
      if (folder === null) {
        settings.set({ "trainer.folder": null, "trainer.python": null });
        const found = await chosen();
        return found && wireTrainer(found, true);
      }
      const [first] = (await find(folder, python)).filter(({ origin }) => origin === "given");
      if (!first) throw new StudioError("notFound", trainerEn.missed(folder), trainerEn.missedRemedy);
      settings.set({ "trainer.folder": folder, "trainer.python": python });
      return wireTrainer(await probeTrainer(first, { fresh: true }), true);
    },
    async refusal(trainer, plan) {
      if (trainer.kind === "rehearsal") return null;
      const given = trainerArguments(plan, {
        kohyaSteps: 1,
        ...(plan.datasets === null ? {} : { datasetConfig: "dataset.toml" }),
      });
      const question = { script: familyNamed(plan.family).script, arguments: given, additional: plan.additional };
      const answer = await acceptedArguments(trainer, question);
      if (answer.accepted === null) return null;
      if (!answer.accepted) return { message: answer.message };
      return answer.unknown.length > 0 ? { unknown: answer.unknown } : null;
    },
  };
}
