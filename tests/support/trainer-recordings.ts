import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "../../../tests/fixtures/trainer-output");

export type StreamName = "stdout" | "stderr";

/** A run of the real trainer: what it wrote and how it ended. */
export interface Recording {
  name: string;
  stdout: Buffer;
  stderr: Buffer;
  /** In the order in which they came: stream and number of bytes. */
  chunks: [StreamName, number][];
  exitCode: number | null;
  /** Files that it left, with their sizes. */
  files: Map<string, number>;
  words: string[];
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
const isList = (value: unknown): value is unknown[] => Array.isArray(value);
const listOf = (value: unknown): unknown[] => (isList(value) ? value : []);

/** All of them; those of orphans have no streams, only the end of what was written. */
export const recordingNames = readdirSync(folder)
  .filter((name) => name.endsWith(".json"))
  .map((name) => name.slice(0, -".json".length));

export function readRecording(name: string): Recording {
  const json: unknown = JSON.parse(readFileSync(join(folder, `${name}.json`), "utf8"));
  if (!isRecord(json)) throw new Error(`${name}.json is no object`);
  const bytesOf = (stream: StreamName): Buffer => {
    const path = join(folder, `${name}.${stream}.bin`);
    if (existsSync(path)) return readFileSync(path);
    return Buffer.from(stream === "stderr" ? String(json.stderr_tail ?? "") : "");
  };
  const [stdout, stderr] = [bytesOf("stdout"), bytesOf("stderr")];
  const chunks = listOf(json.chunks).map((chunk): [StreamName, number] => {
    const [, stream, bytes] = listOf(chunk);
    return [stream === "stdout" ? "stdout" : "stderr", Number(bytes)];
  });
  const files = listOf(json.files).map((file): [string, number] =>
    isList(file) ? [String(file[0]), Number(file[1])] : [String(file), 0],
  );
  return {
    name,
    stdout,
    stderr,
    chunks: chunks.length > 0 ? chunks : [["stderr", stderr.length]],
    exitCode: typeof json.returncode === "number" ? json.returncode : null,
    files: new Map(files),
    words: listOf(json.argv ?? json.cmd).map(String),
  };
}

/** The pieces in which it came: both streams as they alternated. */
export function piecesOf({ stdout, stderr, chunks }: Recording): [StreamName, Buffer][] {
  const bytes = { stdout, stderr };
  const at = { stdout: 0, stderr: 0 };
  return chunks.map(([stream, count]) => {
    at[stream] += count;
    return [stream, bytes[stream].subarray(at[stream] - count, at[stream])];
  });
}
