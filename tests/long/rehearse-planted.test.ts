import { rm } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import type { Params } from "../../protocol/validate.js";
import {
  picturesOf,
  type RehearsalSetting,
  rehearsalOptions,
} from "../../sidecar/journey/rehearse/rehearsal-settings.js";
import { drawRehearsalSet } from "../../sidecar/server/rehearsal-set.js";
import { plainThread } from "../support/plain-thread.js";
import type { PlantedCell } from "../support/rehearsal-truth.js";
import { mistakeOf, rehearsed, rehearsingClient, sweptOf } from "../support/rehearse.js";
import { sidecars } from "../support/sidecar.js";
import { temporaryFolders } from "../support/temporary-folder.js";
import { standIn } from "../support/training.js";

const newFolder = temporaryFolders();
const start = sidecars();
const thread = plainThread("rehearsal-truth");

type Options = NonNullable<Params<"journey/start">["options"]>;

const adam = (learning_rate: number): Options["planArguments"] => ({
  optimizer_type: "AdamW8bit",
  lr_scheduler: "constant",
  lr_warmup_steps: 0,
  learning_rate,
});

/** Trainings that teach twenty pictures too little, enough, or too much, at high and low rates. */
const trainings: Options[] = [
  { preset: "article" },
  { preset: "article" },
  { steps: 4000, planArguments: { ...adam(1e-4), save_every_n_steps: 1000 } },
  { steps: 12_000, planArguments: { ...adam(1e-4), save_every_n_steps: 2000 } },
  { steps: 3000, planArguments: { ...adam(5e-4), save_every_n_steps: 1000 } },
  { steps: 6000, planArguments: { ...adam(2e-5), save_every_n_steps: 2000 } },
  { steps: 600, planArguments: { ...adam(1e-4), save_every_n_steps: 300 } },
];

interface Planted {
  character: number;
  setting: RehearsalSetting;
  training: Options;
}

/** Characters that nothing was tuned on. */
const planted: Planted[] = [
  ...Array.from({ length: 14 }, (_, place): Planted => {
    return { character: 1000 + 37 * place, setting: "usual", training: trainings[place % trainings.length] ?? {} };
  }),
  ...Array.from({ length: 6 }, (_, place): Planted => {
    return { character: 2000 + 41 * place, setting: place % 2 === 0 ? "overfitted" : "underfitted", training: {} };
  }),
];

test("twenty planted characters and trainings: what is recommended is right, both failures are named", async () => {
  const mistakes: string[] = [];
  let recommended = 0;
  const client = await rehearsingClient(await start(await newFolder(), standIn()));
  for (const { character, setting, training } of planted) {
    const folder = join(await newFolder(), "set");
    const { trigger } = await drawRehearsalSet(folder, { character, pictures: picturesOf(setting) });
    const { preset, ...usual } = rehearsalOptions(setting, trigger);
    const options = {
      ...usual,
      ...(Object.keys(training).length === 0 && preset !== undefined ? { preset } : training),
    };
    // Small drawings, so that twenty are drawn in a quarter of an hour.
    const sweep = { ...options.sweep, strengths: "0.25-1.25(+0.25)", seeds: "1-4", files: 4, width: 160, height: 240 };
    const { id } = await client.call("journey/start", { folder, options: { ...options, sweep } });
    const came = await rehearsed(client, Number(id));
    const swept = await sweptOf(client, came.course.sweep ?? 0);
    const truth: PlantedCell[] = Object(await thread({ ...swept, trigger, character }));
    if (came.course.recommendation !== null) recommended += 1;
    const mistake =
      setting === "usual" ? mistakeOf(came, truth) : came.diagnosis === setting ? null : `told as ${came.diagnosis}`;
    const what = `${setting} ${character} ${JSON.stringify(training)}: ${came.diagnosis}, ${came.course.recommendation?.label} at ${came.course.recommendation?.strength}`;
    process.stdout.write(`${mistake === null ? "right" : "WRONG"} ${what}${mistake === null ? "" : ` – ${mistake}`}\n`);
    if (mistake !== null) mistakes.push(`${what}: ${mistake}`);
    await rm(folder, { recursive: true });
  }
  process.stdout.write(`${mistakes.length} of ${planted.length} wrong; ${recommended} recommended.\n`);
  expect(mistakes).toEqual([]);
}, 3_600_000);
