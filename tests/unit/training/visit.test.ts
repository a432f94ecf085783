import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import type { LongHouse } from "../../../sidecar/machines/worker/long-work.js";
import type { TravellingRun } from "../../../sidecar/training/away/travelling-run.js";
import { trainingWork } from "../../../sidecar/training/visiting/training-work.js";
import { accompany } from "../../../sidecar/training/visiting/visit.js";
import { temporaryFolders } from "../../support/temporary-folder.js";

const newFolder = temporaryFolders();

const run: TravellingRun = {
  plan: {
    ...{ name: "okara", family: "sd15", length: { by: "steps", value: 6 }, datasets: null, launch: {} },
    ...{ samplePrompts: null, additional: [], origin: null, arguments: { output_name: "okara" } },
  },
  ...{ rehearsal: true, gpus: null, steps: 6, eventFiles: false, outputs: ["okara.safetensors"] },
  ...{ files: new Map(), folders: new Map() },
};

function houseOf(folder: string, answer: object | null) {
  const said: string[] = [];
  const never = async (): Promise<never> => {
    throw new Error("not asked for in this test");
  };
  const house: LongHouse = {
    client: {
      ...{ beat: never, task: never, results: never, output: never, file: never },
      exchange: async () => (answer === null ? null : { answer }),
    },
    cache: { file: never, folder: never, fetched: () => 0 },
    folder,
    say: (line) => void said.push(line),
  };
  return { house, said };
}

test.each([
  ["has given the run up meanwhile", { sizes: {}, have: {}, stop: false, asked: null, afterSave: null, over: true }],
  ["knows nothing of it any more", null],
])(
  "a studio that %s does not cost what was trained and never sent; what it had sent for it goes",
  async (_, answer) => {
    const all = await newFolder();
    const folders = { all, run: join(all, "run"), out: join(all, "out") };
    for (const folder of [folders.run, folders.out, join(all, "in")]) await mkdir(folder);
    await writeFile(join(folders.run, "command.json"), "{}");
    await writeFile(join(folders.out, "okara.safetensors"), "trained for hours");
    const { house, said } = houseOf(all, answer);

    await accompany({ task: "train-1-ab12", run, folders, house, begin: async () => {} }).ended;

    expect(existsSync(join(folders.out, "okara.safetensors"))).toBe(true);
    expect(existsSync(join(all, "in"))).toBe(false);
    expect(said.join("\n")).toContain(all);
  },
);

test("a run that another version had taken over does not keep a machine from its work", async () => {
  const folder = await newFolder();
  const left = join(folder, "trainings", "train-7-ab12");
  await mkdir(left, { recursive: true });
  await writeFile(join(left, "body.json"), JSON.stringify({ version: 99 }));
  const { house, said } = houseOf(folder, null);
  const standIn = { kind: "rehearsal", folder: "", python: "python", accelerate: null } as const;

  const work = await trainingWork({ trainer: null, standIn, ownCode: false }).open(house);

  expect(work.doing()).toEqual([]);
  expect(said.join("\n")).toContain(left);
  await work.close();
});
