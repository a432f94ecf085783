import type { Params } from "../../../protocol/validate.js";
import type { PathMapping } from "../../store/path-mappings.js";
import { trainingCommand } from "../command/command-line.js";
import { trainerArguments } from "../command/trainer-arguments.js";
import { familyNamed } from "../families.js";
import type { KohyaDifference } from "../kohya/additional-words.js";
import { planToKohya } from "../kohya/plan-to-kohya.js";
import { onThisMachine } from "../on-this-machine.js";
import type { Arguments, PlanDataset, TrainingPlan } from "../plan.js";
import { writeDatasetToml } from "../toml/dataset-toml.js";
import { writeTrainerToml } from "../toml/write-toml.js";
import { familyRemark } from "./family-remark.js";
import { writeOwnPlan } from "./own-plan.js";

export interface Counted {
  /** Pictures × repeats as Kohya's GUI counts them; null when they are not here. */
  showings: number | null;
  /** Steps by Kohya's formula; null when the pictures are not here. */
  kohyaSteps: number | null;
  /** The folders below `train_data_dir` as a set, for a dataset TOML. */
  folders: PlanDataset[] | null;
}

export interface Written {
  text: string;
  suffix: string;
  differences: KohyaDifference[];
}

type Wish = Omit<Params<"planning/export">, "plan">;

const DATASET_FILE = "dataset.toml";
const PROMPT_FILE = "prompts.txt";
const CONFIG_FILE = "config.toml";

function flat(plan: TrainingPlan, { datasetFile, promptFile }: Wish, { kohyaSteps }: Counted): Arguments {
  return trainerArguments(plan, {
    kohyaSteps,
    ...(plan.datasets === null ? {} : { datasetConfig: datasetFile ?? DATASET_FILE }),
    samplePrompts: promptFile ?? PROMPT_FILE,
  });
}

function command(plan: TrainingPlan, wish: Wish, counted: Counted): string {
  const { shell = "bash", trainer = "", spelledOut = false } = wish;
  const script = familyNamed(plan.family).script;
  const separator = shell === "bash" ? "/" : "\\";
  const program = {
    python: wish.python ?? "python",
    accelerate: "accelerate",
    script: trainer === "" ? script : `${trainer.replace(/[\\/]+$/, "")}${separator}${script}`,
  };
  const source = spelledOut
    ? { spelledOut: flat(plan, wish, counted) }
    : { configFile: wish.configFile ?? CONFIG_FILE };
  return `${trainingCommand(shell, plan, program, source, wish.accelerate || undefined)}\n`;
}

/**
 * A plan as text. Kohya's JSON and our own keep the paths as they are; what runs here has this machine's.
 * @throws StudioError "badArguments" when Kohya's formula needs pictures that are not here
 */
export function exportPlan(
  plan: TrainingPlan,
  wish: Wish,
  counted: Counted,
  mappings: readonly PathMapping[],
): Written {
  const here = onThisMachine(plan, mappings);
  switch (wish.format) {
    case "plan":
      return { text: writeOwnPlan(plan), suffix: ".json", differences: [] };
    case "kohya-json": {
      const { config, differences } = planToKohya(plan, {
        showings: counted.showings,
        ...(wish.datasetFile === undefined ? {} : { datasetToml: wish.datasetFile }),
      });
      return { text: `${JSON.stringify(config, null, 2)}\n`, suffix: ".json", differences };
    }
    case "toml":
      return {
        text: familyRemark(plan.family) + writeTrainerToml(flat(here, wish, counted)),
        suffix: ".toml",
        differences: [],
      };
    case "dataset-toml":
      return { text: writeDatasetToml(here.datasets ?? counted.folders ?? []), suffix: ".toml", differences: [] };
    case "command":
      return { text: command(here, wish, counted), suffix: wish.shell === "cmd" ? ".bat" : ".txt", differences: [] };
  }
}
