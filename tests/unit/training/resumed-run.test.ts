import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { savingOf } from "../../../sidecar/planning/examine/schedule-of.js";
import type { Arguments, TrainingPlan } from "../../../sidecar/planning/plan.js";
import { planValues } from "../../../sidecar/planning/plan-values.js";
import { outputFiles } from "../../../sidecar/planning/steps/output-files.js";
import { resumedRun, stateOf } from "../../../sidecar/training/runs/resumed-run.js";
import type { MeantRun } from "../../../sidecar/training/runs/run-record.js";
import { temporaryFolders } from "../../support/temporary-folder.js";

const newFolder = temporaryFolders();

function meantRun(given: Arguments, { steps = 8, perEpoch = 4, outputFolder = "/out" } = {}): MeantRun {
  const plan: TrainingPlan = {
    name: "okara",
    family: "sd15",
    length: { by: "steps", value: steps },
    arguments: { output_name: "okara", save_every_n_steps: 2, save_state: true, ...given },
    datasets: null,
    launch: {},
    samplePrompts: null,
    additional: [],
    origin: { kind: "toml" },
  };
  const epochs = Math.ceil(steps / perEpoch);
  const count = { images: 0, showings: 0, batchesPerEpoch: perEpoch, article: steps, kohya: steps, differences: [] };
  return {
    plan,
    concept: "character",
    folder: null,
    trainer: { kind: "sd-scripts", folder: "/sd-scripts", python: "python", accelerate: null },
    outputFolder,
    steps,
    perEpoch,
    epochs,
    files: outputFiles(savingOf(planValues(plan), { ...count, exact: steps, perEpoch, epochs })),
    from: 0,
    parent: null,
  };
}

const none: ReadonlySet<string> = new Set();
const filesOf = ({ files }: MeantRun): [string, number][] =>
  files.filter(({ kind }) => kind !== "state").map(({ name, step }) => [name, step]);

describe("going on from a saved state", () => {
  test("in the first epoch the numbers and names go on", () => {
    const { name, meant } = resumedRun(
      meantRun({}),
      { path: "/out/s", step: 2 },
      { parent: 1, there: new Set(["okara-step00000002.safetensors"]) },
    );
    expect(name).toBe("okara");
    expect(meant).toMatchObject({ from: 2, countedFrom: 0, steps: 8, parent: 1 });
    expect(meant.plan.arguments).toMatchObject({ resume: "/out/s", initial_step: 2, skip_until_initial_step: true });
    expect(filesOf(meant)).toEqual([
      ["okara-step00000004.safetensors", 4],
      ["okara-step00000006.safetensors", 6],
      ["okara-step00000008.safetensors", 8],
      ["okara.safetensors", 8],
    ]);
  });

  test("where a later file is there, another name is used", () => {
    const there = new Set(["okara-step00000004.safetensors"]);
    const { name, meant } = resumedRun(meantRun({}), { path: "/out/s", step: 2 }, { parent: 1, there });
    expect(name).toBe("okara-from2");
    expect(meant.plan.arguments.output_name).toBe("okara-from2");
    const again = new Set([...there, "okara-from2.safetensors"]);
    expect(resumedRun(meantRun({}), { path: "/out/s", step: 2 }, { parent: 1, there: again }).name).toBe(
      "okara-from2-2",
    );
  });

  test("in a later epoch the trainer's numbers begin anew with it", () => {
    const { meant } = resumedRun(meantRun({}), { path: "/out/s", step: 6 }, { parent: 1, there: none });
    expect(meant).toMatchObject({ from: 6, countedFrom: 4, steps: 8 });
    expect(filesOf(meant)).toEqual([
      ["okara-from6-step00000004.safetensors", 8],
      ["okara-from6.safetensors", 8],
    ]);
  });

  test("steps that end within an epoch go on to its end; files of epochs keep their numbers", () => {
    const { meant } = resumedRun(
      meantRun({ save_every_n_steps: 0, save_every_n_epochs: 1 }, { steps: 11 }),
      { path: "/out/s", step: 4 },
      { parent: 1, there: none },
    );
    expect(meant).toMatchObject({ from: 4, countedFrom: 4, steps: 12 });
    expect(filesOf(meant)).toEqual([
      ["okara-from4-000002.safetensors", 8],
      ["okara-from4.safetensors", 12],
    ]);
  });

  test("with accumulation its epoch is begun again", () => {
    const given = { gradient_accumulation_steps: 2 };
    const { name, meant } = resumedRun(meantRun(given), { path: "/out/s", step: 6 }, { parent: 1, there: none });
    expect(name).toBe("okara-from6");
    expect(meant).toMatchObject({ from: 4, countedFrom: 4, steps: 8 });
    expect(meant.plan.arguments.skip_until_initial_step).toBe(false);
  });
});

test("a state counts from its own run's beginning, and one that was interrupted is passed over", async () => {
  const outputFolder = await newFolder();
  const save = async (name: string, step: number, files: string[]): Promise<void> => {
    await mkdir(join(outputFolder, name), { recursive: true });
    const text = JSON.stringify({ current_epoch: 2, current_step: step });
    await writeFile(join(outputFolder, name, "train_state.json"), text);
    for (const file of files) await writeFile(join(outputFolder, name, file), "");
  };
  const meant = meantRun({}, { steps: 12, outputFolder });
  expect(await stateOf(meant)).toBeNull();
  await save("okara-step00000002-state", 2, ["model.safetensors", "random_states_0.pkl"]);
  await save("okara-step00000004-state", 4, ["model.safetensors"]);
  expect(await stateOf(meant)).toEqual({ path: join(outputFolder, "okara-step00000002-state"), step: 2 });
  expect(await stateOf({ ...meant, countedFrom: 4 })).toMatchObject({ step: 6 });
  await save("okara-state", 12, ["random_states_0.pkl"]);
  expect(await stateOf(meant)).toBeNull();
});
