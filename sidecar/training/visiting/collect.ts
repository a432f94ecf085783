import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, readdir, readFile, stat } from "node:fs/promises";
import { basename, join, relative, sep } from "node:path";
import { pipeline } from "node:stream/promises";
import {
  isGrowingFile,
  loraOutput,
  type MirrorAnswer,
  type MirrorReport,
  outputOf,
  sampleOutput,
  type WholeFile,
  wholeFiles,
} from "../away/mirror-report.js";
import { runFiles } from "../keeper/run-files.js";
import { readAnswers } from "../now/answers.js";
import { proveLoraFile } from "../verdict/prove-file.js";

// Of one report, which goes as one message.
const MOST_BYTES = 4 * 1024 * 1024;
const PNG_END = Buffer.from("IEND");
const PNG_TAIL = 8;

/** A file to send, by its name on the way. */
export interface OutputToSend {
  name: string;
  path: string;
}

interface Collecting {
  /** The run's folder, and where its trainer writes, on this machine. */
  run: string;
  out: string;
  /** Names of the LoRA files of its plan. */
  outputs: readonly string[];
  /** What the studio has. */
  known: Pick<MirrorAnswer, "sizes" | "have">;
  /** Small files as they were sent last. */
  sent: ReadonlyMap<WholeFile, string>;
  /** The trainer has ended: what is not whole now will never be. */
  isFinal: boolean;
}

const sizeOf = async (path: string): Promise<number | null> => (await stat(path).catch(() => null))?.size ?? null;

async function growing(run: string): Promise<string[]> {
  const events = await readdir(runFiles(run).events, { withFileTypes: true, recursive: true }).catch(() => []);
  const below = events
    .filter((entry) => entry.isFile())
    .map((entry) => relative(run, join(entry.parentPath, entry.name)).split(sep).join("/"));
  return ["stdout.log", "stderr.log", ...below].filter(isGrowingFile);
}

async function partsOf({ run, known }: Collecting): Promise<MirrorReport["parts"]> {
  const parts: MirrorReport["parts"] = [];
  let left = MOST_BYTES;
  for (const file of await growing(run)) {
    const path = join(run, ...file.split("/"));
    const [size, from] = [(await sizeOf(path)) ?? 0, known.sizes[file] ?? 0];
    if (size <= from) continue;
    const count = Math.min(size - from, left);
    if (count <= 0) continue;
    const handle = await open(path, "r");
    try {
      const bytes = new Uint8Array(count);
      const { bytesRead } = await handle.read(bytes, 0, count, from);
      parts.push({ file, from, bytes: bytes.subarray(0, bytesRead) });
      left -= bytesRead;
    } finally {
      await handle.close();
    }
  }
  return parts;
}

async function isWholePicture(path: string): Promise<boolean> {
  const bytes = await readFile(path).catch(() => Buffer.alloc(0));
  return bytes.subarray(-PNG_TAIL).includes(PNG_END);
}

async function outputsOf({ run, out, outputs, known, isFinal }: Collecting): Promise<OutputToSend[]> {
  const asked = readAnswers(run).save.answers.map(({ file }) => basename(file));
  const loras = [...new Set([...outputs, ...asked])].map((name) => ({ name: loraOutput(name), path: join(out, name) }));
  const samples = (await readdir(join(out, "sample")).catch(() => [])).map((name) => ({
    name: sampleOutput(name),
    path: join(out, "sample", name),
  }));
  const found: OutputToSend[] = [];
  for (const one of [...loras, ...samples]) {
    const size = await sizeOf(one.path);
    const kind = outputOf(one.name)?.kind;
    if (size === null || size === known.have[one.name] || kind === undefined) continue;
    const isWhole =
      kind === "sample"
        ? await isWholePicture(one.path)
        : (await proveLoraFile(one.path, { steps: null, secondLook: 0 }).catch(() => null))?.whole === true;
    if (isWhole || isFinal) found.push(one);
  }
  return found;
}

async function removedOf({ out, known }: Collecting): Promise<string[]> {
  const removed: string[] = [];
  for (const name of Object.keys(known.have)) {
    const output = outputOf(name);
    if (output?.kind === "lora" && (await sizeOf(join(out, output.name))) === null) removed.push(name);
  }
  return removed;
}

/** What is new of a run on this machine. Small files are read before the outputs are looked for: what they name is sent with them. */
export async function collect(from: Collecting) {
  const wholes: MirrorReport["wholes"] = [];
  for (const file of wholeFiles) {
    const text = await readFile(join(from.run, file), "utf8").catch(() => null);
    if (text !== null && from.sent.get(file) !== text) wholes.push({ file, text });
  }
  return { wholes, parts: await partsOf(from), outputs: await outputsOf(from), removed: await removedOf(from) };
}

export async function hashOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}
