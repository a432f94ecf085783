// Tagging by one worker and by several on this machine, with the same model, in turn: do the others pay, or cost? Each on a core of
// its own, or with --unbound all on all cores, as people start them. Linux with redis-server, and taskset where they are bound.
// Prints JSON with the ratio. Build first: npm run build.
//   node scripts/bench/machines_tag.mjs --model FOLDER [--pictures 24] [--rounds 3] [--workers 2] [--unbound] [--here]
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { execa } from "execa";
import sharp from "sharp";

const { values } = parseArgs({
  options: {
    model: { type: "string" },
    pictures: { type: "string", default: "24" },
    rounds: { type: "string", default: "3" },
    workers: { type: "string", default: "2" },
    unbound: { type: "boolean", default: false },
    // The studio works along, and is the one that works alone.
    here: { type: "boolean", default: false },
  },
});
if (!values.model)
  throw new Error("--model FOLDER is missing: a tagger whose inference takes long enough to be worth a machine");
const [PICTURES, ROUNDS, WORKERS] = [values.pictures, values.rounds, values.workers].map(Number);
// Who has to learn that it is alone again, or not any more, has by then.
const SETTLED_MS = 14_000;
const program = resolve("dist/program/main.js");
const folder = mkdtempSync(join(tmpdir(), "machines-tag-"));
const token = "token-of-the-bench";
const port = 20_000 + (process.pid % 20_000);
const redis = `redis://127.0.0.1:${port}`;
const children = [];

function start(command, words, environment = {}, ready = null) {
  const child = spawn(command, words, { env: { ...process.env, ...environment }, stdio: ["ignore", "pipe", "pipe"] });
  children.push(child);
  if (ready === null) return Promise.resolve(child);
  return new Promise((settle, fail) => {
    for (const stream of [child.stdout, child.stderr])
      createInterface(stream).on("line", (line) => line.includes(ready) && settle(child));
    child.once("exit", () => fail(new Error(`${command} ended`)));
  });
}

let drawn = 0;
async function newSet(count) {
  const set = join(folder, `set${drawn}`);
  mkdirSync(set);
  for (let index = 0; index < count; index += 1) {
    const colour = drawn++;
    const background = { r: (colour * 37) % 256, g: (colour * 91) % 256, b: (colour * 53) % 256 };
    await sharp({ create: { width: 600 + (colour % 7), height: 900, channels: 3, background } })
      .png()
      .toFile(join(set, `${index}.png`));
  }
  return set;
}

const home = join(folder, "studio");
const command = { env: { ATELIER_HOME: home, INIT_CWD: process.cwd() } };
async function secondsFor(count) {
  const set = await newSet(count);
  const began = performance.now();
  await execa(process.execPath, [program, "tag", set, "--model", resolve(values.model), "--json"], command);
  return (performance.now() - began) / 1000;
}

const worker = (number) => {
  const words = [program, "worker", "--engine", redis, "--roles", "tag", "--name", `worker${number}`];
  const [first, ...rest] = [...(values.unbound ? [] : ["taskset", "-c", String(number)]), process.execPath, ...words];
  const environment = { ATELIER_HOME: join(folder, `worker${number}`), ATELIER_WORKER_TOKEN: token };
  return start(first, rest, environment, "Joined the studio.");
};

/** The first so many work; the others rest. */
async function only(count) {
  for (let number = 0; number < WORKERS; number += 1)
    await execa(
      process.execPath,
      [program, "machines", number < count ? "resume" : "pause", `worker${number}`],
      command,
    );
  await new Promise((settle) => setTimeout(settle, SETTLED_MS));
  // Loads the model where it is not loaded, and with as many threads as it should.
  await secondsFor(6 * Math.max(1, count));
}

process.on("SIGTERM", () => {
  for (const child of children) child.kill();
  process.exit(1);
});
try {
  await start(
    "redis-server",
    ["--port", String(port), "--bind", "127.0.0.1", "--save", ""],
    {},
    "Ready to accept connections",
  );
  await execa(process.execPath, [program, "settings", "set", "machines.workHere", String(values.here)], command);
  await start(
    process.execPath,
    [program, "serve", "--port", "0"],
    {
      ATELIER_HOME: home,
      ATELIER_REDIS_URL: redis,
      ATELIER_MACHINES_LISTEN: "127.0.0.1:0",
      ATELIER_WORKER_TOKEN: token,
    },
    "The studio is open",
  );
  for (let number = 0; number < WORKERS; number += 1) await worker(number);
  const [fewest, most] = values.here ? [0, WORKERS] : [1, WORKERS];
  const [few, all] = [[], []];
  // In turn: whatever else this machine does hits both.
  for (let round = 0; round < ROUNDS; round += 1) {
    await only(fewest);
    few.push(await secondsFor(PICTURES));
    await only(most);
    all.push(await secondsFor(PICTURES));
    console.error(`${few.at(-1).toFixed(1)} s, ${all.at(-1).toFixed(1)} s; load ${loadavg()[0].toFixed(1)}`);
  }
  const least = (list) => Math.min(...list);
  const seconds = { fewest: few, most: all };
  const ratio = +(least(few) / least(all)).toFixed(2);
  console.log(
    JSON.stringify({ pictures: PICTURES, workers: { fewest, most }, here: values.here, seconds, ratio }, null, 2),
  );
} finally {
  for (const child of children.reverse()) child.kill();
  await new Promise((settle) => setTimeout(settle, 1500));
  rmSync(folder, { recursive: true, force: true });
}
