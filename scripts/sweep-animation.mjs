// Makes the READMEs' animated picture from a rehearsal: the saved files side by side while the strength rises:
// `node scripts/sweep-animation.mjs` (needs `npm test`'s set-up; two to four minutes).
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "./set-up/root.mjs";
import { setUp } from "./set-up.mjs";

await setUp({ withTests: true });
const workshop = mkdtempSync(join(tmpdir(), "atelier-animation-"));
const samples = join(workshop, "10_okara");
const plan = join(workshop, "okara.json");
const picture = join(root, "docs/pictures/sweep.webp");
const { writeTrainingSet } = await import("../dist/sidecar/rehearsal/pictures/write-training-set.js");

function run(...words) {
  const environment = { ...process.env, ATELIER_HOME: join(workshop, "state") };
  const { status } = spawnSync(process.execPath, [join(root, "dist/program/main.js"), ...words], {
    env: environment,
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (status !== 0) throw new Error(`${words.join(" ")} ended with ${status}.`);
}

try {
  await writeTrainingSet(samples);
  run("tag", samples);
  run("captions", "trigger", samples, "--word", "okara");
  run("captions", "prune", samples, "--concept", "character", "--view", "absorption", "--trigger", "okara");
  run(
    "plan",
    samples,
    "--preset",
    "article",
    "--steps",
    "7000",
    "--output-dir",
    join(workshop, "lora"),
    "--output",
    plan,
  );
  run("train", plan, "--rehearsal");
  run("sweep", "--run", "1", "--rehearsal");
  rmSync(picture, { force: true });
  const look = ["--columns", "lora", "--along", "strength", "--cell-width", "200", "--seconds-per-frame", "0.9"];
  run("sweep", "export", "1", "--kind", "animation", "--to", picture, ...look);
} finally {
  rmSync(workshop, { recursive: true, force: true });
}
