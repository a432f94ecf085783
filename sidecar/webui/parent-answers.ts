import { withParameters } from "./png-parameters.js";

export const progressFields = ["job", "job_timestamp", "job_no", "job_count", "sampling_step", "sampling_steps"];
// The flags of the WebUI's state, by the button that sets each.
export const buttonFlags = { interrupt: "interrupted", skip: "skipped", stopAfter: "stopping_generation" } as const;

function progress(told: unknown): object {
  const { place, state } = Object(told);
  const { job, job_timestamp, job_no, job_count, sampling_step, sampling_steps } = Object(state);
  const steps = sampling_steps > 0 ? sampling_step / sampling_steps : 0;
  const part = place === "drawing" && job_count > 0 ? (job_no + steps) / job_count : 0;
  return {
    place,
    isDrawing: Boolean(job) || job_count > 0,
    part: Math.min(Math.max(Number(part) || 0, 0), 1),
    sign: JSON.stringify([job, job_timestamp, job_no, sampling_step]),
  };
}

// Every WebUI has these lists, be they empty; the others some do not know at all.
const always = ["models", "samplers", "latentUpscalers", "upscalers", "styles", "faceRestorers", "loras"];

function drawing(told: unknown): object {
  const { option, optionNames, vaes, ...lists } = Object(told);
  const names: unknown[] = Array.isArray(optionNames) ? optionNames : [];
  return {
    ...lists,
    ...Object.fromEntries(always.map((name) => [name, lists[name] ?? []])),
    checkpoint: option,
    optionNames: names.map((row) => Object(row).name),
    // Where text encoders and VAEs are modules, the VAE is no option any more.
    vaes: lists.modules === null ? vaes : null,
  };
}

/** Keeps a PNG where the sidecar finds it. @returns its name */
type KeepPicture = (png: Buffer) => Promise<string>;

async function drawn(told: unknown, keep: KeepPicture): Promise<object> {
  const { isCancelled, state, images, seeds, infotexts, sd_model_hash, sd_model_name } = Object(told);
  const flags = Object(state);
  const [seen] = Object.entries(buttonFlags).find(([, flag]) => flags[flag] === true) ?? [null];
  const pressed = isCancelled === true ? "interrupt" : seen;
  // Half-made pictures are nobody's.
  const whole: unknown[] = pressed === "interrupt" || pressed === "skip" || !Array.isArray(images) ? [] : images;
  const pictures = whole.map(async (image, index) => {
    const infotext = String(infotexts[index] ?? "");
    const bare = Buffer.from(String(image), "base64");
    const picture = await keep(infotext === "" ? bare : withParameters(bare, infotext));
    return { picture, seed: seeds[index], infotext };
  });
  return {
    pictures: await Promise.all(pictures),
    pressed,
    modelHash: sd_model_hash ?? null,
    modelName: sd_model_name ?? null,
  };
}

/** The result of a request, in the protocol's shape, from what the shim found in the WebUI's process. */
export async function answerOf(method: string, told: unknown, keep: KeepPicture): Promise<unknown> {
  if (method === "webui/progress") return progress(told);
  if (method === "webui/drawing") return drawing(told);
  if (method === "webui/loras") return { loras: Object(told).loras ?? [] };
  if (method === "webui/txt2img") return drawn(told, keep);
  return told;
}

/** What the WebUI's console is told when a checkpoint has been moved. */
export function memoryNews(method: string, told: unknown): string[] {
  if (method === "webui/memory/release" && Object(told).released === true) {
    return [
      "The checkpoint has left the graphics card: a LoRA is being trained there.",
      "Pictures can be drawn meanwhile, but both may then run out of memory.",
    ];
  }
  if (method !== "webui/memory/restore") return [];
  return ["Training has ended: the checkpoint is at home again, or comes with the next picture."];
}
