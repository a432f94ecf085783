import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { savingOf } from "../../../sidecar/planning/examine/schedule-of.js";
import type { Arguments, TrainingPlan } from "../../../sidecar/planning/plan.js";
import { planValues } from "../../../sidecar/planning/plan-values.js";
import { outputFiles } from "../../../sidecar/planning/steps/output-files.js";
import { runFiles } from "../../../sidecar/training/keeper/run-files.js";
import { withAskedFiles } from "../../../sidecar/training/now/asked-files.js";
import { nextPlanned } from "../../../sidecar/training/now/next-planned.js";
import { nowState } from "../../../sidecar/training/now/now-state.js";
import { ask, readRequests } from "../../../sidecar/training/now/requests.js";
import type { MeantRun } from "../../../sidecar/training/runs/run-record.js";
import { temporaryFolders } from "../../support/temporary-folder.js";

const newFolder = temporaryFolders();

function meantRun(given: Arguments, { launch = {}, outputFolder = "/out", countedFrom = 0, prompts = "okara" } = {}) {
  const [steps, perEpoch, epochs] = [20, 4, 5];
  const plan: TrainingPlan = {
    name: "okara",
    family: "sd15",
    length: { by: "steps", value: steps },
    arguments: { output_name: "okara", save_every_n_steps: 6, ...given },
    datasets: null,
    launch,
    samplePrompts: prompts === "" ? null : prompts,
    additional: [],
    origin: { kind: "toml" },
  };
  const count = { images: 0, showings: 0, batchesPerEpoch: perEpoch, article: steps, kohya: steps, differences: [] };
  const meant: MeantRun = {
    plan,
    concept: "character",
    folder: null,
    trainer: { kind: "sd-scripts", folder: "/sd-scripts", python: "python", accelerate: "accelerate" },
    outputFolder,
    steps,
    perEpoch,
    epochs,
    files: outputFiles(savingOf(planValues(plan), { ...count, exact: steps, perEpoch, epochs })),
    from: countedFrom,
    countedFrom,
    parent: null,
  };
  return meant;
}

const at = (step: number, saved: string[] = []) => ({
  step,
  saved: saved.map((name) => ({ name, kind: "step" as const, step, bytes: 1 })),
});
const answer = (folder: string, answered: object): Promise<void> =>
  writeFile(runFiles(folder).answered, JSON.stringify(answered));

describe("what comes next by the plan", () => {
  test.each([
    { kind: "save" as const, given: {}, step: 6, next: 12 },
    { kind: "save" as const, given: {}, step: 19, next: 20 },
    { kind: "save" as const, given: {}, step: 20, next: null },
    { kind: "save" as const, given: { save_every_n_steps: 0, save_every_n_epochs: 2 }, step: 5, next: 8 },
    { kind: "sample" as const, given: {}, step: 1, next: null },
    { kind: "sample" as const, given: { sample_every_n_steps: 5 }, step: 5, next: 10 },
    { kind: "sample" as const, given: { sample_every_n_steps: 7 }, step: 15, next: null },
    { kind: "sample" as const, given: { sample_every_n_steps: 5, sample_every_n_epochs: 2 }, step: 5, next: 8 },
  ])("$kind after step $step of $given", ({ kind, given, step, next }) => {
    expect(nextPlanned(kind, meantRun(given), step)).toBe(next);
  });

  test("a run whose steps are counted anew samples by its own count, by epochs by the plan's", () => {
    expect(nextPlanned("sample", meantRun({ sample_every_n_steps: 5 }, { countedFrom: 8 }), 8)).toBe(13);
    expect(nextPlanned("sample", meantRun({ sample_every_n_epochs: 1 }, { countedFrom: 8 }), 9)).toBe(12);
  });
});

describe("a request", () => {
  test("has a number of its own, and is not made twice before it is obeyed", async () => {
    const folder = await newFolder();
    const first = await ask(folder, "save");
    expect(await ask(folder, "save")).toEqual(first);
    expect((await ask(folder, "sample")).number).toBe(1);
    await answer(folder, { save: { able: true, answers: [{ number: 1, step: 3, file: "/out/a", state: null }] } });
    expect((await ask(folder, "save")).number).toBe(2);
    expect(readRequests(folder)).toMatchObject({ save: { number: 2 }, sample: { number: 1 } });
  });

  test("is asked, then taken, then done when the file and its state are whole", async () => {
    const [folder, outputFolder] = [await newFolder(), await newFolder()];
    const meant = meantRun({ save_state: true }, { outputFolder });
    const [name, state] = ["okara-step00000003.safetensors", join(outputFolder, "okara-step00000003-state")];
    const now = (step: number, saved: string[] = []) => nowState("save", folder, meant, at(step, saved));
    expect(await now(2)).toMatchObject({ state: "planned", why: "trainer", step: 6 });
    await answer(folder, { save: { able: true, answers: [] }, sample: { able: true, answers: [] } });
    expect(await now(2)).toMatchObject({ state: "ready", why: null, step: 6 });
    await ask(folder, "save");
    expect(await now(2)).toMatchObject({ state: "asked", step: 6, asked: expect.any(String) });
    const file = join(outputFolder, name);
    await answer(folder, { save: { able: true, answers: [{ number: 1, step: 3, file, state }] } });
    expect(await now(3)).toMatchObject({ state: "taken", step: 3, files: [] });
    expect(await now(3, [name])).toMatchObject({ state: "taken" });
    await mkdir(state);
    await writeFile(join(state, "random_states_0.pkl"), "");
    expect(await now(4, [name])).toMatchObject({ state: "done", step: 3, files: [file] });
    expect(withAskedFiles(folder, meant).files.map((one) => one.name)).toEqual([
      ...[name, "okara-step00000003-state", "okara-step00000006.safetensors", "okara-step00000006-state"],
      ...["okara-step00000012.safetensors", "okara-step00000012-state"],
      ...["okara-step00000018.safetensors", "okara-step00000018-state", "okara-state", "okara.safetensors"],
    ]);
  });

  test("cannot be made of several processes, without prompts, or of a trainer that says so", async () => {
    const folder = await newFolder();
    const several = meantRun({}, { launch: { num_processes: 2 } });
    expect(await nowState("save", folder, several, at(0))).toMatchObject({
      state: "planned",
      why: "processes",
      step: 6,
    });
    const without = meantRun({ sample_every_n_steps: 5 }, { prompts: "" });
    expect(await nowState("sample", folder, without, at(0))).toMatchObject({ state: "planned", why: "noPrompts" });
    // Before the first step nobody knows better.
    expect(await nowState("save", folder, meantRun({}), at(0))).toMatchObject({ state: "ready", why: null });
    await answer(folder, { save: { able: false, answers: [] }, sample: { able: false, answers: [] } });
    expect(await nowState("save", folder, meantRun({}), at(0))).toMatchObject({ state: "planned", why: "trainer" });
  });

  test("an answer that is not ours is none", async () => {
    const folder = await newFolder();
    for (const text of [
      "",
      "{",
      "[]",
      '{"save":{"able":"yes","answers":[{"number":1},{"step":2,"number":1,"file":7}]}}',
    ]) {
      await writeFile(runFiles(folder).answered, text);
      expect(await nowState("save", folder, meantRun({}), at(0))).toMatchObject({ state: "ready", files: [] });
    }
  });
});
