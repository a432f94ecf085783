import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { outputFiles, type Saving } from "../../../sidecar/planning/steps/output-files.js";

const saving = (rest: Partial<Saving>): Saving => ({
  name: "okara",
  format: "safetensors",
  steps: 7000,
  perEpoch: 200,
  epochs: 35,
  everySteps: 0,
  everyEpochs: 0,
  epochRatio: 0,
  lastSteps: null,
  lastEpochs: null,
  lastStepsState: null,
  lastEpochsState: null,
  state: false,
  stateAtEnd: false,
  ...rest,
});

const left = (rest: Partial<Saving>): string[] =>
  outputFiles(saving(rest))
    .filter(({ removedAt }) => removedAt === null)
    .map(({ name }) => name);

/** Files that the recorded run left, without logs. */
function recorded(name: string): string[] {
  const { files } = JSON.parse(readFileSync(`tests/fixtures/trainer-output/${name}.json`, "utf8")) as {
    files: [string, number][];
  };
  return files.map(([file]) => file).filter((file) => file.endsWith(".safetensors") && !file.includes("/"));
}

describe("the files of a run", () => {
  it("the article's: every 1000 steps, the last one twice", () => {
    expect(left({ everySteps: 1000 })).toEqual([
      ...[1000, 2000, 3000, 4000, 5000, 6000, 7000].map((step) => `okara-step0000${step}.safetensors`),
      "okara.safetensors",
    ]);
  });

  it("every 10 epochs: the last epoch has only the last file", () => {
    expect(left({ everyEpochs: 7 })).toEqual([
      "okara-000007.safetensors",
      "okara-000014.safetensors",
      "okara-000021.safetensors",
      "okara-000028.safetensors",
      "okara.safetensors",
    ]);
  });

  it("as many as the recorded run of six steps left", () => {
    expect(left({ steps: 6, perEpoch: 8, epochs: 1, everySteps: 2 })).toEqual(recorded("train_ok"));
  });

  it("with epochs, steps and a limit, as the recorded run of two epochs left", () => {
    const names = left({ steps: 16, perEpoch: 8, epochs: 2, everySteps: 2, everyEpochs: 1, lastSteps: 4 });
    expect([...names].sort()).toEqual(recorded("train_ok_epochs").sort());
  });

  it("a ratio is so many checkpoints", () => {
    expect(left({ epochRatio: 5 }).length).toBe(5);
  });

  it("keeps the last epochs only, and says when the others go", () => {
    const files = outputFiles(saving({ everyEpochs: 5, lastEpochs: 2 }));
    expect(files.filter(({ removedAt }) => removedAt === null).map(({ name }) => name)).toEqual([
      "okara-000025.safetensors",
      "okara-000030.safetensors",
      "okara.safetensors",
    ]);
    expect(files[0]).toMatchObject({ name: "okara-000005.safetensors", step: 1000, removedAt: 3000 });
  });

  it("states are folders, and may be kept for another time than the files", () => {
    expect(left({ everySteps: 2000, state: true, lastStepsState: 1 })).toEqual([
      "okara-step00002000.safetensors",
      "okara-step00004000.safetensors",
      "okara-step00006000.safetensors",
      "okara-step00006000-state",
      "okara-state",
      "okara.safetensors",
    ]);
    expect(left({ stateAtEnd: true })).toEqual(["okara-state", "okara.safetensors"]);
  });
});
