// Tagging by one worker and by two, each on a core of its own, with the same model: does the second one pay? Linux with two cores,
// redis-server and taskset. Prints JSON with the ratio. Build first: npm run build.
//   node scripts/bench/machines_tag.mjs --model FOLDER [--pictures 24] [--rounds 3]
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
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
  },
});
if (!values.model)
  throw new Error("--model FOLDER is missing: a tagger whose inference takes long enough to be worth a machine");
const [PICTURES, ROUNDS] = [values.pictures, values.rounds].map(Number);
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

const worker = (core) =>
  start(
    "taskset",
    [
      "-c",
      String(core),
      process.execPath,
      program,
      "worker",
      "--engine",
      redis,
      "--roles",
      "tag",
      "--name",
      `core${core}`,
    ],
    { ATELIER_HOME: join(folder, `worker${core}`), ATELIER_WORKER_TOKEN: token },
    "Joined the studio.",
  );

try {
  await start(
    "redis-server",
    ["--port", String(port), "--bind", "127.0.0.1", "--save", ""],
    {},
    "Ready to accept connections",
  );
  await execa(process.execPath, [program, "settings", "set", "machines.workHere", "false"], command);
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
  const first = await worker(0);
  // Fetches the model and loads it.
  await secondsFor(2);
  const one = [];
  for (let round = 0; round < ROUNDS; round += 1) one.push(await secondsFor(PICTURES));
  await worker(1);
  // Until the second has the model, too.
  await secondsFor(12);
  const two = [];
  for (let round = 0; round < ROUNDS; round += 1) two.push(await secondsFor(PICTURES));
  first.kill();
  const least = (list) => Math.min(...list);
  console.log(
    JSON.stringify(
      { pictures: PICTURES, oneSeconds: one, twoSeconds: two, ratio: +(least(one) / least(two)).toFixed(2) },
      null,
      2,
    ),
  );
} finally {
  for (const child of children.reverse()) child.kill();
  await new Promise((settle) => setTimeout(settle, 1500));
  rmSync(folder, { recursive: true, force: true });
}
