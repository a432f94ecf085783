import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { execa } from "execa";
import { allArgumentWords } from "../../sidecar/planning/command/argument-words.js";
import { trainerArguments } from "../../sidecar/planning/command/trainer-arguments.js";
import { families } from "../../sidecar/planning/families.js";
import { kohyaToPlan } from "../../sidecar/planning/kohya/kohya-to-plan.js";
import { readKohya } from "../../sidecar/planning/kohya/read-kohya.js";
import { loraTypeArguments, loraTypes } from "../../sidecar/planning/lora-types.js";
import type { Arguments, TrainingPlan } from "../../sidecar/planning/plan.js";
import { recipe } from "../../sidecar/planning/propose/recipe.js";

// The trainer is large and not ours to ship: who has it says where it lies.
const folder = process.env.SD_SCRIPTS_DIR;
const withTrainer = folder ? test : test.skip;
const without = folder ? "" : " (skipped: SD_SCRIPTS_DIR names no folder of sd-scripts)";
const python = process.platform === "win32" ? "python" : "python3";

interface Asked {
  name: string;
  script: string;
  wanted: Arguments;
}

type Answer = ({ given: Record<string, unknown> } | { error: string })[];

/** What is proposed for every family, with each LoRA type. */
const proposals: Asked[] = families.flatMap(({ name: family, script }) =>
  loraTypes
    .filter((type) => type.families.includes(family))
    .flatMap((type) =>
      [6, 16, 48].map((gpuMemory) => {
        const choices = recipe({
          family,
          concept: "character",
          patience: "usual",
          stepsAsked: false,
          gpuMemory,
          images: 20,
          pictureSize: null,
          shortestSide: null,
          prediction: null,
          zeroTerminalSnr: false,
        });
        const plan: TrainingPlan = {
          name: "okara",
          family,
          length: { by: "epochs", value: 35 },
          arguments: {
            ...Object.fromEntries(choices.map(({ argument, value }) => [argument, value])),
            ...loraTypeArguments(type, family),
          },
          datasets: null,
          launch: {},
          samplePrompts: null,
          additional: [],
          origin: null,
        };
        const wanted = trainerArguments(plan, { kohyaSteps: null });
        return { name: `${family}, ${type.name}, ${gpuMemory} GiB`, script, wanted };
      }),
    ),
);

const configurations: Asked[] = ["2417-adafactor", "2417-locon", "head-max_steps", "head-samples", "article-okara"].map(
  (name) => {
    const text = readFileSync(`tests/fixtures/kohya-gui/${name}.config.json`, "utf8");
    const { plan, steps } = kohyaToPlan(readKohya(text), { showings: 200 });
    return { name, script: "train_network.py", wanted: trainerArguments(plan, { kohyaSteps: steps }) };
  },
);

withTrainer(
  `the trainer's own parsers take every command that we spell out, and understand it${without}`,
  async () => {
    const asked = [...proposals, ...configurations];
    const input = JSON.stringify(asked.map(({ script, wanted }) => [script, allArgumentWords(wanted)]));
    const script = join(process.cwd(), "tests/support/trainer-parsers.py");
    const { stdout } = await execa(python, [script, folder ?? "", "--parse"], { input });
    const answers: Answer = JSON.parse(stdout);
    expect(answers).toHaveLength(asked.length);
    const refused = answers.flatMap((answer, index) =>
      "error" in answer ? [`${asked[index]?.name}: ${answer.error}`] : [],
    );
    expect(refused).toEqual([]);
    for (const [index, answer] of answers.entries()) {
      if ("error" in answer) continue;
      const wanted = asked[index]?.wanted ?? {};
      // What the parser was made to change is what we meant, value for value; one rate is a list of one to it.
      for (const [name, value] of Object.entries(answer.given)) {
        const meant = wanted[name];
        expect([name, value]).toEqual([name, Array.isArray(value) && !Array.isArray(meant) ? [meant] : meant]);
      }
    }
  },
  120_000,
);
