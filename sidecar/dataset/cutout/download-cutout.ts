import { join } from "node:path";
import { fetchChecked } from "../../host/hub/fetch-checked.js";
import { sizeOf } from "../../host/hub/fetch-rest.js";
import { makeFolder } from "../../host/hub/hub-cache.js";
import { isOffline, proxyAgent } from "../../host/hub/hub-environment.js";
import { offlineByChoice } from "../../host/hub/hub-errors.js";
import { type Surroundings, surroundings } from "../../host/hub/model-places.js";
import { oneAtATime } from "../../host/hub/one-at-a-time.js";
import { type Patience, usualPatience } from "../../host/hub/retry.js";
import type { JobAmount } from "../../host/jobs/job-kind.js";
import type { CutoutModel } from "./cutout-models.js";
import { ownCutouts } from "./find-cutout.js";

// Where rembg's own downloads come from.
const USUAL_ADDRESS = "https://github.com/danielgatis/rembg/releases/download/v0.0.0";

/** Where models are downloaded from: ATELIER_CUTOUT_MODELS_URL (a mirror with the same file names), else rembg's releases. */
export const cutoutSource = ({ file }: Pick<CutoutModel, "file">, environment = process.env): string =>
  `${(environment.ATELIER_CUTOUT_MODELS_URL || USUAL_ADDRESS).replace(/\/+$/, "")}/${file}`;

export interface CutoutDownload {
  signal: AbortSignal;
  onAmount?: (amount: JobAmount) => void;
  around?: Surroundings;
  patience?: Patience;
}

/**
 * Downloads a model into our own folder: goes on where an earlier run ended, tries again when the connection breaks, and
 * lets the file appear only when its checksum is right.
 * @returns its path
 * @throws StudioError "offline" | "accessRefused" | "notFound" | "downloadFailed" | "checksumMismatch" | "diskFull"
 */
export async function downloadCutout(
  model: CutoutModel,
  { signal, onAmount = () => {}, around = surroundings(), patience = usualPatience }: CutoutDownload,
): Promise<string> {
  if (isOffline(around)) throw offlineByChoice({ endpoint: "", repository: model.name });
  const address = cutoutSource(model, around.environment);
  const folder = ownCutouts(around);
  await makeFolder(folder);
  const [file, part] = [join(folder, `${model.name}.onnx`), join(folder, `${model.name}.onnx.part`)];
  const dispatcher = await proxyAgent(around);
  const work = async (): Promise<void> => {
    if ((await sizeOf(file)) > 0) return;
    const watch = { dispatcher, signal, onAmount, patience, mirror: "ATELIER_CUTOUT_MODELS_URL" };
    await fetchChecked({ address, file, part, checksum: model.checksum }, watch);
  };
  const look = async (): Promise<void> =>
    onAmount({ done: await sizeOf(part), total: await sizeOf(part), unit: "bytes" });
  try {
    await oneAtATime(join(folder, `${model.name}.lock`), { signal, work, look });
  } finally {
    await dispatcher.destroy();
  }
  return file;
}
