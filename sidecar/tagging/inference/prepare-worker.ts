// A worker thread that decodes pictures and lays them out for the model, in memory shared with the session's thread.
import { parentPort, workerData } from "node:worker_threads";
import { decodeImage } from "../../dataset/decode.js";
import { reportError } from "../../host/studio-error.js";
import { prepareImage } from "../prepare.js";
import { parseFraming } from "./settings.js";

const { inputSize, fit, ground } = Object(workerData);
const size = Number(inputSize);
const framing = parseFraming(fit, ground);

parentPort?.on("message", async (message: unknown) => {
  const { id, path, buffer } = Object(message);
  try {
    const prepared = prepareImage(await decodeImage(String(path)), size, framing);
    new Float32Array(buffer).set(prepared);
    parentPort?.postMessage({ id });
  } catch (error) {
    parentPort?.postMessage({ id, message: reportError(error).message });
  }
});
