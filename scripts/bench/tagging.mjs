// Tagging against its limits and its like, interleaved in one run on the same model and pictures:
// `node scripts/bench/tagging.mjs [--model FOLDER] [--pictures 80] [--rounds 3] [--small]`, after `npm test` once.
// With SD_SCRIPTS_DIR (and SD_SCRIPTS_PYTHON) kohya's script joins in. Only the ratios mean something elsewhere.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { constants, setPriority, tmpdir } from "node:os";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { root } from "../set-up/root.mjs";
import { drawPictures } from "./parts/pictures.mjs";
import { run } from "./parts/run.mjs";

const { values } = parseArgs({
  options: {
    model: { type: "string", default: join(root, "models/atelier-tiny-tagger") },
    pictures: { type: "string", default: "80" },
    rounds: { type: "string", default: "3" },
    small: { type: "boolean", default: false },
  },
});
// As our inference process does for itself: what else this machine does slows down all contestants alike.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
const say = (line) => process.stdout.write(`${line}\n`);
const workshop = mkdtempSync(join(tmpdir(), "atelier-bench-"));
const folder = join(workshop, "10_bench");
mkdirSync(folder);

const sizes = values.small
  ? [[300, 450]]
  : [
      [600, 900],
      [1024, 1024],
      [832, 1216],
      [1200, 1600],
      [2048, 3072],
    ];
const count = Number(values.pictures);
await drawPictures(folder, { count, sizes });
const paths = readdirSync(folder).map((name) => join(folder, name));
const captions = () => readdirSync(folder).filter((name) => name.endsWith(".txt"));
const clear = () => {
  for (const name of captions()) rmSync(join(folder, name));
};

const part = (name) => join(root, "scripts/bench/parts", name);

function measured(program, argumentList, environment) {
  clear();
  return run(program, argumentList, { environment, sign: () => captions().length > 0 });
}

const WARM_RUNS = 3;
const home = join(workshop, "home");
async function ours() {
  const main = join(root, "dist/program/main.js");
  const tag = ["tag", folder, "--model", values.model, "--rescore", "--existing", "overwrite", "--json"];
  const { seconds, first, peak, cpu } = await measured(process.execPath, [main, ...tag], { ATELIER_HOME: home });
  // From one caption to the last: loading the model belongs to the start-up, as it does for the others, and so do the
  // first runs of a session, which find their memory; the bare session has had as many before its clock starts.
  const times = captions().map((name) => statSync(join(folder, name)).mtimeMs);
  const [from = 0] = times.sort((left, right) => left - right).slice(WARM_RUNS - 1);
  const loop = (Math.max(...times) - from) / 1000;
  return { loop: (count - WARM_RUNS) / loop, whole: count / seconds, first, peak: peak.resident, cpu: cpu / count };
}

async function bareSession() {
  const argumentList = [part("bare-session.mjs"), values.model, String(count)];
  const { output, peak, cpu } = await measured(process.execPath, argumentList, { ORT_DISABLE_TELEMETRY: "1" });
  return { loop: count / Number(output), peak: peak.resident, cpu: cpu / count };
}

async function preparation() {
  const { output, peak, cpu } = await measured(process.execPath, [part("preparation.mjs"), folder]);
  return { loop: count / Number(output), peak: peak.resident, cpu: cpu / count };
}

async function pythonLoop() {
  const python = join(root, ".venvs/reference", process.platform === "win32" ? "Scripts/python.exe" : "bin/python");
  if (!existsSync(python)) return null;
  const script = join(root, "tests/reference/tag_loop.py");
  const { seconds, peak, cpu, problems } = await measured(python, [script, "--time", values.model, ...paths]);
  return {
    loop: count / Number(problems.trim().split(" ").at(-1)),
    whole: count / seconds,
    peak: peak.resident,
    cpu: cpu / count,
  };
}

async function kohya() {
  const scripts = process.env.SD_SCRIPTS_DIR;
  if (!scripts) return null;
  const models = join(workshop, "models");
  const place = join(models, "bench_model");
  mkdirSync(place, { recursive: true });
  for (const name of ["model.onnx", "selected_tags.csv"]) spawnSync("cp", [join(values.model, name), place]);
  const tagger = join(scripts, "finetune/tag_images_by_wd14_tagger.py");
  const options = `--onnx --model_dir ${models} --repo_id bench/model --batch_size 8 --max_data_loader_n_workers 2 --character_threshold 1.1`;
  const { seconds, first, peak, cpu, problems } = await measured(process.env.SD_SCRIPTS_PYTHON ?? "python", [
    tagger,
    folder,
    ...options.split(" "),
  ]);
  const [, minutes = 0, rest = 0] = /(\d+):(\d+)<00:00, +[\d.]+\S+\]?\s*$/m.exec(problems) ?? [];
  const loop = Number(minutes) * 60 + Number(rest);
  return {
    loop: loop > 0 ? count / loop : Number.NaN,
    whole: count / seconds,
    first,
    peak: peak.resident,
    cpu: cpu / count,
  };
}

const contestants = {
  "LoRA Atelier": ours,
  "bare ONNX session": bareSession,
  "decode and resize alone": preparation,
  "Python loop": pythonLoop,
  "kohya, 2 workers": kohya,
};
const rounds = {};
say(`${count} pictures, model ${basename(values.model)}, ${values.rounds} rounds, images/s`);
for (let round = 0; round < Number(values.rounds); round += 1) {
  for (const [name, contestant] of Object.entries(contestants)) {
    const result = await contestant();
    if (result) rounds[name] = [...(rounds[name] ?? []), result];
  }
}
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const middle = (name, key) => {
  const numbers = (rounds[name] ?? []).map((result) => result[key]).filter((number) => number !== undefined);
  return numbers.length > 0 ? median(numbers) : undefined;
};
const figure = (number, digits = 2) => (number === undefined ? "–" : number.toFixed(digits));
for (const name of Object.keys(rounds)) {
  const [loop, whole, first, peak, cpu] = ["loop", "whole", "first", "peak", "cpu"].map((key) => middle(name, key));
  const ratio = middle("LoRA Atelier", "loop") / loop;
  say(
    `${name}: ${figure(loop)} in the loop, ${figure(whole)} with start-up, first caption ${figure(first)} s, ${figure(cpu, 3)} s of CPU a picture, peak ${figure(peak, 0)} MB; ours is ${figure(ratio)} of it`,
  );
}
const bare = middle("bare ONNX session", "peak");
say(`memory above the bare session's: ${figure(middle("LoRA Atelier", "peak") - bare, 0)} MB`);
writeFileSync(join(workshop, "done"), "");
rmSync(workshop, { recursive: true, force: true });
