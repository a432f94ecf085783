// Tagging against its limits and its like, interleaved in one run on the same model and pictures:
// `node scripts/bench/tagging.mjs [--model FOLDER] [--pictures 80] [--rounds 3] [--small]`, after `npm test` once.
// With SD_SCRIPTS_DIR (and SD_SCRIPTS_PYTHON) kohya's script joins in. Only the ratios mean something elsewhere.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import sharp from "sharp";
import { root } from "../set-up/root.mjs";

const { values } = parseArgs({
  options: {
    model: { type: "string", default: join(root, "models/atelier-tiny-tagger") },
    pictures: { type: "string", default: "80" },
    rounds: { type: "string", default: "3" },
    small: { type: "boolean", default: false },
  },
});
const say = (line) => process.stdout.write(`${line}\n`);
const workshop = mkdtempSync(join(tmpdir(), "atelier-bench-"));
const folder = join(workshop, "10_bench");
mkdirSync(folder);

/** Noise over a gradient: as hard to decode as a photograph. */
async function draw(path, width, height, seed) {
  const data = Buffer.alloc(width * height * 3);
  let state = seed + 1;
  for (let index = 0; index < data.length; index += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    data[index] = ((index / 3) % width) / 8 + (state >>> 27);
  }
  const picture = sharp(data, { raw: { width, height, channels: 3 } });
  await (path.endsWith(".jpg") ? picture.jpeg({ quality: 92 }) : picture.png()).toFile(path);
}

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
for (let index = 0; index < count; index += 1) {
  const [width, height] = sizes[index % sizes.length];
  const suffix = Math.floor(index / sizes.length) % 2 === 0 ? "jpg" : "png";
  await draw(join(folder, `${String(index).padStart(5, "0")}.${suffix}`), width, height, index);
}
const paths = readdirSync(folder).map((name) => join(folder, name));
const captions = () => readdirSync(folder).filter((name) => name.endsWith(".txt"));
const clear = () => {
  for (const name of captions()) rmSync(join(folder, name));
};

/** Peak resident memory of a process and its children in MB, as long as they live (Linux only). */
function watchMemory(pid) {
  let peak = 0;
  const resident = (process) => {
    const status = readFileSync(`/proc/${process}/status`, "utf8");
    const own = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
    const children = readFileSync(`/proc/${process}/task/${process}/children`, "utf8").split(" ").filter(Boolean);
    return own + children.reduce((sum, child) => sum + resident(child), 0);
  };
  const timer = setInterval(() => {
    try {
      peak = Math.max(peak, resident(pid));
    } catch {
      // It has just ended, or this is no Linux.
    }
  }, 50);
  return () => {
    clearInterval(timer);
    return peak;
  };
}

async function run(program, argumentList, environment = {}) {
  clear();
  const started = performance.now();
  let first = 0;
  const child = spawn(program, argumentList, {
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const memory = watchMemory(child.pid);
  const look = setInterval(() => {
    if (first === 0 && captions().length > 0) first = performance.now() - started;
  }, 20);
  let [output, problems] = ["", ""];
  child.stdout.on("data", (data) => (output += data));
  child.stderr.on("data", (data) => (problems += data));
  const status = await new Promise((resolve) => child.once("close", resolve));
  clearInterval(look);
  if (status !== 0)
    throw new Error(`${basename(program)} ${argumentList[0]} ended with ${status}: ${problems.slice(-600)}`);
  return { seconds: (performance.now() - started) / 1000, first: first / 1000, peak: memory(), output, problems };
}

function runScript(script) {
  const file = join(workshop, "script.mjs");
  writeFileSync(file, script);
  return run(process.execPath, [file], { ORT_DISABLE_TELEMETRY: "1" });
}

const home = join(workshop, "home");
async function ours() {
  const main = join(root, "dist/sidecar/main.js");
  const tag = ["tag", folder, "--model", values.model, "--rescore", "--existing", "overwrite", "--json"];
  const { seconds, first, peak, output } = await run(process.execPath, [main, ...tag], { ATELIER_HOME: home });
  return { loop: count / JSON.parse(output).seconds, whole: count / seconds, first, peak };
}

/** The session alone, fed with one tensor from memory: what no tagger can be faster than with this runtime. */
async function bareSession() {
  const script = `
    const { InferenceSession, Tensor } = (await import(${JSON.stringify(import.meta.resolve("onnxruntime-node"))})).default;
    const session = await InferenceSession.create(${JSON.stringify(join(values.model, "model.onnx"))});
    const side = session.inputMetadata[0].shape[1];
    const tensor = new Tensor("float32", new Float32Array(side * side * 3).fill(128), [1, side, side, 3]);
    const feeds = { [session.inputNames[0]]: tensor };
    await session.run(feeds);
    const started = performance.now();
    for (let index = 0; index < ${count}; index += 1) await session.run(feeds);
    process.stdout.write(String((performance.now() - started) / 1000));`;
  const { output, peak } = await runScript(script);
  return { loop: count / Number(output), peak };
}

/** Decoding and resizing with nothing behind it: the ceiling where inference is nearly free. */
async function preparation() {
  const module = new URL("../../dist/sidecar/tagging/inference/preparation.js", import.meta.url);
  const script = `
    const { startPreparation } = await import(${JSON.stringify(module.href)});
    const { prepare } = startPreparation(448);
    const paths = ${JSON.stringify(paths)};
    await prepare(paths[0]);
    const started = performance.now();
    await Promise.all(paths.map(prepare));
    process.stdout.write(String((performance.now() - started) / 1000));
    process.exit();`;
  const { output, peak } = await runScript(script);
  return { loop: count / Number(output), peak };
}

async function pythonLoop() {
  const python = join(root, ".venvs/reference", process.platform === "win32" ? "Scripts/python.exe" : "bin/python");
  if (!existsSync(python)) return null;
  const script = join(root, "tests/reference/tag_loop.py");
  const { seconds, peak, problems } = await run(python, [script, "--time", values.model, ...paths]);
  return { loop: count / Number(problems.trim().split(" ").at(-1)), whole: count / seconds, peak };
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
  const { seconds, first, peak, problems } = await run(process.env.SD_SCRIPTS_PYTHON ?? "python", [
    tagger,
    folder,
    ...options.split(" "),
  ]);
  const [, minutes = 0, rest = 0] = /(\d+):(\d+)<00:00, +[\d.]+\S+\]?\s*$/m.exec(problems) ?? [];
  const loop = Number(minutes) * 60 + Number(rest);
  return { loop: loop > 0 ? count / loop : Number.NaN, whole: count / seconds, first, peak };
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
  const [loop, whole, first, peak] = ["loop", "whole", "first", "peak"].map((key) => middle(name, key));
  const ratio = middle("LoRA Atelier", "loop") / loop;
  say(
    `${name}: ${figure(loop)} in the loop, ${figure(whole)} with start-up, first caption ${figure(first)} s, peak ${figure(peak, 0)} MB; ours is ${figure(ratio)} of it`,
  );
}
const bare = middle("bare ONNX session", "peak");
say(`memory above the bare session's: ${figure(middle("LoRA Atelier", "peak") - bare, 0)} MB`);
writeFileSync(join(workshop, "done"), "");
rmSync(workshop, { recursive: true, force: true });
