// Goes through the whole tab of a WebUI that runs, as a user clicks, from pictures to an installed LoRA; names what it did and how long
// it took. Needs Chromium, the real sd-scripts and a base model of Stable Diffusion 1.5 that the WebUI has too:
// node scripts/webui-journey.mjs --pictures FOLDER --checkpoint FILE --trainer FOLDER [--webui http://127.0.0.1:7860] [--python FILE]
//   [--tokenizers FOLDER] [--shots FOLDER] [--steps 12] [--width 1400] [--height 900] [--patience 900]
import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { root } from "./set-up/root.mjs";
import { prepareChromium } from "./tests/chromium.mjs";
import { writeCaptions } from "./webui-journey/captions.mjs";
import { prepareFolder } from "./webui-journey/dataset.mjs";
import { planShortRun } from "./webui-journey/planning.mjs";
import { interruptASweep, sendACell } from "./webui-journey/send.mjs";
import { drawSweep } from "./webui-journey/sweep.mjs";
import { openTab } from "./webui-journey/tab.mjs";
import { trainIt } from "./webui-journey/training.mjs";

const { values } = parseArgs({
  options: {
    webui: { type: "string", default: process.env.WEBUI_URL ?? "http://127.0.0.1:7860" },
    pictures: { type: "string" },
    checkpoint: { type: "string" },
    trainer: { type: "string" },
    python: { type: "string" },
    tokenizers: { type: "string" },
    shots: { type: "string" },
    // An even number: a file is saved at half of them.
    steps: { type: "string", default: "12" },
    width: { type: "string", default: "1400" },
    height: { type: "string", default: "900" },
    // Seconds: the set-up of a fresh extension, or a training step on a busy processor.
    patience: { type: "string", default: "900" },
  },
});
const missing = ["pictures", "checkpoint", "trainer"].filter((name) => !values[name]);
if (missing.length > 0) {
  console.error(`Say where these are: ${missing.map((name) => `--${name}`).join(", ")}.`);
  process.exit(2);
}

const shots = values.shots && resolve(values.shots);
if (shots) mkdirSync(shots, { recursive: true });
const given = { ...values, shots, pictures: resolve(values.pictures), checkpoint: resolve(values.checkpoint) };
given.steps = Number(values.steps);
const tab = await openTab(given, await prepareChromium(root));
const steps = [prepareFolder, writeCaptions, planShortRun, trainIt, drawSweep, sendACell, interruptASweep];
try {
  for (const step of steps) {
    const begun = performance.now();
    const told = await step(tab, given);
    console.log(`${step.name}: ${told} (${Math.round((performance.now() - begun) / 1000)} s)`);
  }
  const errors = tab.errors();
  if (errors.length > 0) throw new Error(`The page logged errors:\n${errors.join("\n")}`);
} catch (error) {
  // The browser itself may be gone.
  await tab.shot("failed").catch(() => {});
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
} finally {
  await tab.close();
}
