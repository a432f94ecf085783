// A worker thread that reads, hashes, decodes and resizes pictures, into memory shared with the session's thread.
import { createHash } from "node:crypto";
import { parentPort, workerData } from "node:worker_threads";
import sharp from "sharp";
import { decodeBytes, readPicture } from "../../dataset/decode.js";
import { reportError } from "../../host/studio-error.js";
import { squareOnWhite } from "../resize/square-on-white.js";

// Each worker has its own thread already, and no picture comes twice.
sharp.concurrency(1);
sharp.cache(false);

const size = Number(Object(workerData).inputSize);

parentPort?.on("message", async (message: unknown) => {
  const { id, path, buffer } = Object(message);
  try {
    const file = await readPicture(String(path));
    const content = createHash("sha256").update(file).digest("hex");
    new Uint8Array(buffer).set(squareOnWhite(await decodeBytes(file), size));
    parentPort?.postMessage({ id, content });
  } catch (error) {
    parentPort?.postMessage({ id, message: reportError(error).message });
  }
});
