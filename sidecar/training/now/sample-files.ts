import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { planValues } from "../../planning/plan-values.js";
import type { MeantRun } from "../runs/run-record.js";

// sd-scripts, `sample_image_inference`: NAME_STEP_INDEX_TIME[_SEED].png; of an epoch's end the number begins with "e".
const STEP = /^(\d{6,})_\d{2,}_\d{14}(?:_\d+)?\.png$/;

/** Sample pictures that were drawn at a step of the trainer's own count; absolute paths. */
export async function sampleFiles({ plan, outputFolder }: MeantRun, step: number): Promise<string[]> {
  const folder = join(outputFolder, "sample");
  const name = planValues(plan).text("output_name");
  const before = name === "" ? "" : `${name}_`;
  const names = await readdir(folder).catch(() => []);
  return names
    .filter((one) => one.startsWith(before) && Number(STEP.exec(one.slice(before.length))?.[1]) === step)
    .sort()
    .map((one) => join(folder, one));
}
