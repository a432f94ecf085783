import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { StudioError } from "../../host/studio-error.js";
import { nothingLearnt } from "../lora/learnt.js";
import { scriptFamily } from "./model/script-family.js";
import { sleep } from "./run/session.js";
import { loraFile } from "./saves/lora-file.js";
import { marker } from "./saves/run-metadata.js";
import { writeAll } from "./screen/streams.js";

interface Recording {
  argv: string[];
  returncode: number;
  files: (readonly [name: string, bytes: number])[];
  chunks: (readonly [seconds: number, stream: string, bytes: number])[];
}

const isRow = (value: unknown): value is unknown[] => Array.isArray(value);

/** @throws StudioError "badArguments" */
function readRecording(path: string): Recording {
  const json: unknown = JSON.parse(readFileSync(`${path}.json`, "utf8"));
  const found: Partial<Record<keyof Recording, unknown>> = typeof json === "object" && json !== null ? json : {};
  const { argv, returncode, files, chunks } = found;
  if (!isRow(argv) || typeof returncode !== "number" || !isRow(files) || !isRow(chunks)) {
    throw new StudioError(
      "badArguments",
      `${path}.json is no recording.`,
      "It needs argv, returncode, files and chunks.",
    );
  }
  return {
    argv: argv.map(String),
    returncode,
    files: files.filter(isRow).map(([name, bytes]) => [String(name), Number(bytes)]),
    chunks: chunks.filter(isRow).map(([seconds, stream, bytes]) => [Number(seconds), String(stream), Number(bytes)]),
  };
}

const argument = (argv: readonly string[], name: string): string | null => {
  const at = argv.lastIndexOf(`--${name}`);
  return at < 0 ? null : (argv[at + 1] ?? null);
};

/** Weights of one size are whole; one that is much smaller than the largest was cut. */
function writeFiles({ argv, files }: Recording, folder: string): void {
  const family = scriptFamily("train_network.py", false);
  const rank = Number(argument(argv, "network_dim") ?? 4);
  const steps = argument(argv, "max_train_steps") ?? "0";
  const largest = Math.max(0, ...files.filter(([name]) => !name.includes("state/")).map(([, bytes]) => bytes));
  for (const [name, bytes] of files) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    if (!name.endsWith(".safetensors")) {
      writeFileSync(path, "");
      continue;
    }
    const [, step = steps] = /-step0*(\d+)/.exec(name) ?? [];
    const metadata = { ss_steps: step, ss_network_dim: String(rank), ss_training_comment: marker };
    const file = loraFile({ modules: family.modules, rank, alpha: 1, precision: "F16", algorithm: null }, metadata, {
      learnt: nothingLearnt,
      seed: Number(step) + 1,
    });
    writeFileSync(path, bytes < 0.9 * largest && !name.includes("state/") ? file.subarray(0, file.length / 2) : file);
  }
}

const signals: Readonly<Record<number, NodeJS.Signals>> = { 2: "SIGINT", 9: "SIGKILL", 15: "SIGTERM" };

/** Writes what a real run wrote, byte for byte, leaves its files and ends as it did. */
export async function replay(path: string, speed: number, outputDir: string | null): Promise<number> {
  const recording = readRecording(path);
  const bytes = {
    stdout: readFileSync(`${path}.stdout.bin`),
    stderr: readFileSync(`${path}.stderr.bin`),
  };
  const written = { stdout: 0, stderr: 0 };
  const started = performance.now();
  for (const [seconds, name, count] of recording.chunks) {
    const stream = name === "stdout" ? "stdout" : "stderr";
    await sleep(seconds / speed - (performance.now() - started) / 1000);
    writeAll(stream === "stdout" ? 1 : 2, bytes[stream].subarray(written[stream], written[stream] + count));
    written[stream] += count;
  }
  writeAll(1, bytes.stdout.subarray(written.stdout));
  writeAll(2, bytes.stderr.subarray(written.stderr));
  if (outputDir !== null) writeFiles(recording, outputDir);
  const signal = signals[-recording.returncode];
  if (signal) {
    process.kill(process.pid, signal);
    await sleep(60);
  }
  return recording.returncode;
}
