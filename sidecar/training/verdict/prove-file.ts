import { open } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import { readSafetensorsHeader } from "../../host/safetensors.js";
import { reportError } from "../../host/studio-error.js";

/** Whether a LoRA's file is all there. `steps` is what it says of itself; null where it says nothing (--no_metadata). */
export type LoraProof =
  | { whole: true; steps: number | null; bytes: number }
  | { whole: false; reason: "missing" }
  | { whole: false; reason: "growing" | "truncated"; bytes: number; promised: number | null }
  | { whole: false; reason: "notSafetensors"; bytes: number }
  | { whole: false; reason: "wrongSteps"; bytes: number; steps: number; planned: number };

/** What one look at the file saw. */
export type FileLook =
  | { seen: "nothing" }
  /** Its front is not there yet: it ends within its header. */
  | { seen: "beginning"; bytes: number }
  | { seen: "other"; bytes: number }
  | { seen: "header"; bytes: number; promised: number; steps: number | null };

const LENGTH_BYTES = 8;
// The format's own library refuses a longer header.
const MOST_HEADER_BYTES = 100_000_000n;
const BRACE = 0x7b;
/** The trainer writes in place; a file that stands still for so long is not being written. */
const SECOND_LOOK_MS = 400;

const isPart = (look: FileLook): boolean =>
  look.seen === "beginning" || (look.seen === "header" && look.bytes < look.promised);
const bytesOf = (look: FileLook): number => (look.seen === "nothing" ? 0 : look.bytes);

/** Pure: what two looks at a file prove; the second is only needed where the first saw a part of a file. */
export function judgeLooks(first: FileLook, second: FileLook, planned: number | null): LoraProof {
  if (second.seen === "nothing") return { whole: false, reason: "missing" };
  if (isPart(second)) {
    const reason = bytesOf(first) === bytesOf(second) ? "truncated" : "growing";
    return { whole: false, reason, bytes: second.bytes, promised: second.seen === "header" ? second.promised : null };
  }
  if (second.seen !== "header" || second.bytes > second.promised) {
    return { whole: false, reason: "notSafetensors", bytes: second.bytes };
  }
  const { steps, bytes } = second;
  return planned !== null && steps !== null && steps !== planned
    ? { whole: false, reason: "wrongSteps", bytes, steps, planned }
    : { whole: true, steps, bytes };
}

/** Tells a file that ends within its header from one that is something else. */
async function lookAtFront(path: string): Promise<FileLook> {
  const file = await open(path, "r");
  try {
    const { size: bytes } = await file.stat();
    const front = Buffer.alloc(LENGTH_BYTES + 1);
    const { bytesRead } = await file.read(front, 0, front.length, 0);
    if (bytesRead < LENGTH_BYTES) return { seen: "beginning", bytes };
    const header = front.readBigUInt64LE();
    const begins = bytesRead === LENGTH_BYTES || front[LENGTH_BYTES] === BRACE;
    const endsWithin = header >= 2n && header <= MOST_HEADER_BYTES && header > BigInt(bytes - LENGTH_BYTES);
    return begins && endsWithin ? { seen: "beginning", bytes } : { seen: "other", bytes };
  } finally {
    await file.close();
  }
}

async function lookAt(path: string): Promise<FileLook> {
  try {
    const { bytes, promised, metadata } = await readSafetensorsHeader(path);
    const steps = Number(metadata.get("ss_steps") || Number.NaN);
    return { seen: "header", bytes, promised, steps: Number.isSafeInteger(steps) ? steps : null };
  } catch (error) {
    const { code } = reportError(error);
    if (code === "notFound") return { seen: "nothing" };
    if (code !== "modelInvalid") throw error;
    return await lookAtFront(path);
  }
}

/**
 * Whether a LoRA's file is whole: as long as its header promises, and trained as many steps as was planned. A part of a
 * file is looked at twice, for it may still grow.
 * @throws what the file system says, except that there is no such file
 */
export async function proveLoraFile(
  path: string,
  { steps, secondLook = SECOND_LOOK_MS }: { steps: number | null; secondLook?: number },
): Promise<LoraProof> {
  const first = await lookAt(path);
  if (!isPart(first)) return judgeLooks(first, first, steps);
  await wait(secondLook);
  return judgeLooks(first, await lookAt(path), steps);
}
