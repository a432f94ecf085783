import { spawn } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import sharp from "sharp";
import { writeSafetensors } from "./tiny-safetensors.js";

const here = dirname(fileURLToPath(import.meta.url));
/** The compiled stand-in: `node standInTrainer [SCRIPT.py] --config_file …`. */
const standInTrainer = join(here, "../../sidecar/rehearsal/trainer/main.js");
/** What the real trainer wrote. */
export const recordings = join(here, "../../../tests/fixtures/trainer-output");

/** Where the recorded runs found everything. */
const recordedHome = "/home/me/trainer";

/** So that a test takes no longer than it must. */
const atOnce = { startSeconds: 0, secondsPerStep: 0, secondsPerSave: 0 };

async function drawFolder(folder: string, sizes: [number, number][], captions: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [index, [width, height]] of sizes.entries()) {
    const background = { r: index * 60, g: 90, b: 120 };
    const path = join(folder, `0${index}`);
    await sharp({ create: { width, height, channels: 3, background } })
      .png()
      .toFile(`${path}.png`);
    if (index < captions) await writeFile(`${path}.txt`, `okara, 1girl, tag${index}, solo\n`);
  }
}

const usual: [number, number][] = [
  [64, 64],
  [96, 64],
  [64, 96],
  [64, 64],
];

/** Lays out what the recorded runs had: the same folders and names, pictures of the same sizes, a model. */
export async function layOutTrainerHome(home: string): Promise<void> {
  const data = (...names: string[]): string => join(home, "data", ...names);
  await drawFolder(data("good/img/2_okara"), usual, 4);
  await drawFolder(data("corrupt/img/2_okara"), usual, 4);
  await drawFolder(data("truncated/img/2_okara"), usual, 4);
  await drawFolder(data("halfcaptions/img/2_okara"), usual, 2);
  await drawFolder(data("nocaptions/img/2_okara"), usual, 0);
  await drawFolder(data("badprefix/img/x2_okara"), usual, 4);
  await drawFolder(data("norepeat/img/okara"), usual, 4);
  await drawFolder(data("tiny/img/2_okara"), Array<[number, number]>(4).fill([16, 16]), 4);
  await drawFolder(data("withreg/reg/1_girl"), usual.slice(0, 2), 0);
  await mkdir(data("empty/img/2_okara"), { recursive: true });
  await mkdir(join(home, "models"));
  await writeSafetensors(join(home, "models/random-sd15.safetensors"), {
    "cond_stage_model.transformer.text_model.x": { shape: [1] },
  });
  await writeFile(
    join(home, "prompts.txt"),
    "# two\nokara, 1girl, solo --w 64 --h 64 --d 1 --s 3 --l 7.0 --n low quality\nokara, 1girl, outdoors --w 64 --h 64 --d 2 --s 2\n",
  );
  await writeFile(
    join(home, "dataset.toml"),
    `[general]
caption_extension = ".txt"
shuffle_caption = true
keep_tokens = 1
enable_bucket = true
min_bucket_reso = 64
max_bucket_reso = 128

[[datasets]]
resolution = [64, 96]
batch_size = 2

[[datasets.subsets]]
image_dir = '${data("good/img/2_okara")}'
num_repeats = 3
class_tokens = "okara"

[[datasets.subsets]]
image_dir = '${data("withreg/reg/1_girl")}'
is_reg = true
class_tokens = "girl"
`,
  );
}

interface Recorded {
  argv: string[];
  env: string[];
  returncode: number;
  files: [string, number][];
}

/** What is noted of a recorded run; the fixtures are ours, so their shape is known. */
export async function readRecorded(name: string): Promise<Recorded> {
  const { argv, env, returncode, files }: Recorded = JSON.parse(
    await readFile(join(recordings, `${name}.json`), "utf8"),
  );
  return { argv, env, returncode, files };
}

/** A recorded run's arguments, with its folders under `home`. */
export const movedArguments = (argv: readonly string[], home: string): string[] =>
  argv.slice(2).map((word) => (word.startsWith(recordedHome) ? join(home, word.slice(recordedHome.length)) : word));

/** How a run ended and what it said. */
export interface Ended {
  exitCode: number | null;
  signal: NodeJS.Signals | null;
  stdout: Buffer;
  stderr: Buffer;
}

/** A stand-in at work. */
interface StandInRun {
  kill: (signal: NodeJS.Signals) => void;
  /** Blocks of stdout as they came. */
  blocks: Buffer[];
  /** When a stream has said something. */
  said: (stream: "stdout" | "stderr", pattern: RegExp) => Promise<void>;
  ended: Promise<Ended>;
}

interface StandInStart {
  options?: object;
  env?: Record<string, string>;
}

/** Starts the stand-in with its own options and further environment. */
export function startStandIn(words: readonly string[], { options = {}, env = {} }: StandInStart = {}): StandInRun {
  const child = spawn(process.execPath, [standInTrainer, ...words], {
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      COLUMNS: "",
      PYTHONUNBUFFERED: "1",
      ATELIER_STAND_IN_TRAINER: JSON.stringify({ ...atOnce, ...options }),
      ...env,
    },
  });
  const chunks: Record<"stdout" | "stderr", Buffer[]> = { stdout: [], stderr: [] };
  child.stdout.on("data", (chunk: Buffer) => chunks.stdout.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => chunks.stderr.push(chunk));
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (exitCode, signal) => {
      resolve({ exitCode, signal, stdout: Buffer.concat(chunks.stdout), stderr: Buffer.concat(chunks.stderr) });
    });
  });
  const said: StandInRun["said"] = (stream, pattern) =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        if (pattern.test(Buffer.concat(chunks[stream]).toString())) resolve();
      };
      child[stream].on("data", look);
      child.once("close", () => reject(new Error(`it ended without saying ${pattern}`)));
      look();
    });
  return { kill: (signal) => child.kill(signal), blocks: chunks.stdout, said, ended };
}

/** Runs the stand-in to its end. */
export const runStandIn = (words: readonly string[], start?: StandInStart): Promise<Ended> =>
  startStandIn(words, start).ended;

const bar = /^(.*?)(?:\s*\d+%\|[^|]*\| \d+\/\d+ \[[^\]]*\]|\d+it \[[^\]]*\])\s*/;
const record = /^(?:\d{4}-\d\d-\d\d [\d:]{8} | *)(INFO|WARNING|ERROR) +(.*?)\s*(\S+\.py:\d+)\s*$/;

/** Recorded warnings of other libraries, over several lines, which the stand-in does not have. */
const ofLibraries = /\/[^\n]*FutureWarning:[\s\S]*?standard_warn=False\)\n/g;

/**
 * What a stream says, in order: messages joined from the columns of `rich`, bars by their label only, exceptions without their
 * places, without blanks, numbers and folders.
 */
export function messages(bytes: Buffer, home = recordedHome): string[] {
  const pieces = bytes
    .toString("utf8")
    .replace(ofLibraries, "")
    .replaceAll("\x1b[A", "")
    .split(/[\r\n]/);
  const found: string[] = [];
  let open = false;
  const say = (text: string): void => {
    const bare = text.replace(/\s/g, "").replaceAll(home.replace(/\s/g, ""), "HOME");
    const template = bare.replace(/-?\d+(\.\d+)?/g, "#");
    if (template && template !== found.at(-1)) found.push(template);
  };
  const pending: string[] = [];
  const close = (): void => {
    if (open) say(pending.splice(0).join(""));
    open = false;
  };
  for (const piece of pieces) {
    const [drawn = "", label = ""] = bar.exec(piece) ?? [];
    const rest = piece.slice(drawn.length);
    const [, level, message = "", source] = record.exec(rest) ?? [];
    if (drawn) {
      close();
      say(`bar ${label}`);
    }
    if (level) {
      close();
      open = true;
      pending.push(`${source} ${level} `, message);
    } else if (open && /^ {29}/.test(rest)) pending.push(rest);
    else if (rest) {
      close();
      if (!/^( {2}File| {4})/.test(rest)) say(rest);
    }
  }
  close();
  return found;
}
