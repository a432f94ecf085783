import { open, stat } from "node:fs/promises";
import { type SentenceValue, say } from "../words/sentence.js";
import { StudioError, systemCode } from "./studio-error.js";

export interface TensorEntry {
  dtype: string;
  shape: readonly number[];
  /** Where its bytes begin and end, counted from `dataFrom`. */
  start: number;
  end: number;
}

/** What the front of a safetensors file says. */
export interface SafetensorsHeader {
  /** Size of the file. */
  bytes: number;
  /** Size that the header promises: 8 + header + the furthest tensor. */
  promised: number;
  /** Where the tensors' bytes begin in the file. */
  dataFrom: number;
  /** `__metadata__`: all values are texts. */
  metadata: ReadonlyMap<string, string>;
  tensors: ReadonlyMap<string, TensorEntry>;
}

// The largest real ones (SDXL with 2,515 tensors) have 300 kB; the format's own library refuses more than 100 MB.
const MAX_HEADER_BYTES = 100_000_000;
const LENGTH_BYTES = 8;

const invalid = (path: string, found: SentenceValue): StudioError =>
  new StudioError(
    "modelInvalid",
    say("{path} is not a whole safetensors file: {found}.", { path, found }),
    say("Download or save it again; a file that was interrupted is shorter than it should be."),
  );

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isNumbers = (value: unknown): value is number[] =>
  Array.isArray(value) && value.every((one) => Number.isSafeInteger(one) && one >= 0);

interface Parsed {
  metadata: Map<string, string>;
  tensors: Map<string, TensorEntry>;
  end: number;
}

/** @throws StudioError "modelInvalid" */
function parseHeader(path: string, text: string): Parsed {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new StudioError(
      "modelInvalid",
      say("{path} is not a safetensors file: its header is no JSON.", { path }),
      say("Check that the file is what its name says."),
      error,
    );
  }
  if (!isRecord(json)) throw invalid(path, say("its header is no object"));
  const parsed: Parsed = { metadata: new Map(), tensors: new Map(), end: 0 };
  for (const [name, entry] of Object.entries(json)) {
    if (!isRecord(entry)) throw invalid(path, say("the entry {name} is no object", { name }));
    if (name === "__metadata__") {
      for (const [key, value] of Object.entries(entry)) parsed.metadata.set(key, String(value));
      continue;
    }
    const { dtype, shape, data_offsets: offsets } = entry;
    const [start, end] = isNumbers(offsets) ? offsets : [];
    if (typeof dtype !== "string" || !isNumbers(shape) || start === undefined || end === undefined || end < start) {
      throw invalid(path, say("the tensor {name} is not described as it should be", { name }));
    }
    parsed.tensors.set(name, { dtype, shape, start, end });
    parsed.end = Math.max(parsed.end, end);
  }
  return parsed;
}

/**
 * Reads the front of a safetensors file, not its tensors (github.com/huggingface/safetensors: 8 bytes length, little
 * endian, then JSON).
 * @throws StudioError "notFound" | "modelInvalid"; a file shorter than it promises is read all the same, see `promised`
 */
export async function readSafetensorsHeader(path: string): Promise<SafetensorsHeader> {
  const { size: bytes } = await stat(path).catch((error: unknown) => {
    if (systemCode(error) !== "ENOENT") throw error;
    throw new StudioError("notFound", say("There is no file {path}.", { path }), say("Check the spelling."), error);
  });
  if (bytes < LENGTH_BYTES) throw invalid(path, say("it has {bytes} bytes", { bytes }));
  const file = await open(path, "r");
  try {
    const length = Buffer.alloc(LENGTH_BYTES);
    await file.read(length, 0, LENGTH_BYTES, 0);
    const headerBytes = Number(length.readBigUInt64LE());
    if (headerBytes > MAX_HEADER_BYTES || headerBytes < 2)
      throw invalid(path, say("the length of its header makes no sense"));
    if (headerBytes > bytes - LENGTH_BYTES) throw invalid(path, say("it ends inside its header"));
    const header = Buffer.alloc(headerBytes);
    await file.read(header, 0, headerBytes, LENGTH_BYTES);
    const { metadata, tensors, end } = parseHeader(path, header.toString("utf8"));
    const dataFrom = LENGTH_BYTES + headerBytes;
    return { bytes, promised: dataFrom + end, dataFrom, metadata, tensors };
  } finally {
    await file.close();
  }
}
