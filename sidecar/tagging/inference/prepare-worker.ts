// A worker thread that reads, hashes, decodes and resizes pictures, into memory shared with the session's thread.
import { createHash } from "node:crypto";
import { parentPort, workerData } from "node:worker_threads";
import sharp from "sharp";
import { decodeBytes, readPicture } from "../../dataset/decode.js";
import { reportError } from "../../host/studio-error.js";
import { layOut } from "../layouts/lay-out.js";
import { framePicture } from "../resize/frame-picture.js";
import { parseFraming, parseInput } from "./settings.js";

// Each worker has its own thread already, and no picture comes twice.
sharp.concurrency(1);
sharp.cache(false);

const { fit, ground, layout: sent } = Object(workerData);
const framing = parseFraming(fit, ground);
const layout = sent ? parseInput(sent) : null;

/** Bytes for who wants bytes; else the model's numbers, which would cost the session's thread its time. */
async function makeReady(file: Buffer, size: number, shared: SharedArrayBuffer): Promise<void> {
  const pixels = layout === null ? new Uint8Array(shared) : new Uint8Array(size * size * 3);
  framePicture(await decodeBytes(file), size, framing, pixels);
  if (layout !== null) layOut(pixels, layout, { target: new Float32Array(shared), at: 0 });
}

async function work(message: unknown, reading: Promise<Buffer>): Promise<void> {
  const { id, size, buffer } = Object(message);
  try {
    const file = await reading;
    const content = createHash("sha256").update(file).digest("hex");
    await makeReady(file, Number(size), buffer);
    parentPort?.postMessage({ id, content });
  } catch (error) {
    parentPort?.postMessage({ id, message: reportError(error).message });
  }
}

// One after the other: two decoded pictures at a time would only take more memory. A disk, though, is not waited for.
let turn = Promise.resolve();
parentPort?.on("message", (message: unknown) => {
  const reading = readPicture(String(Object(message).path));
  reading.catch(() => {});
  turn = turn.then(() => work(message, reading));
});
