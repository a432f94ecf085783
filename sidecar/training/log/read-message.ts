import type { LogEvent } from "./log-event.js";
import type { Level } from "./rich-record.js";

const EPOCH = /^epoch (\d+)\/(\d+)$/;
const SAVING = /^saving checkpoint: (.+)$/;
const REMOVING = /^removing old checkpoint: (.+)$/;
const SAMPLING = /^generating sample images at step.*?(\d+)$/;
const COUNTS: readonly (readonly ["batchesPerEpoch" | "totalSteps" | "images", RegExp])[] = [
  ["batchesPerEpoch", /^\s*num batches per epoch \/.*[:=] *(\d+)$/],
  ["totalSteps", /^\s*total optimization steps \/.*[:=] *(\d+)$/],
  ["totalSteps", /^override steps\. .*[:=] *(\d+)$/],
  ["images", /^(\d+) train images with repeat(?:s|ing)\.$/],
  ["images", /^\s*num train images \* repeats \/.*[:=] *(\d+)$/],
];

// Told by the trainer of every run or of none that matters; a path alone goes with the warning before it.
const NOISE = [
  /^Failed to get git commit hash/,
  /^no regularization images/,
  /^(?:\/|[A-Za-z]:\\).*\.\w{3,4}(?:\.\.\. and \d+ more)?$/,
];
/** Where the log has no levels (--console_log_simple, versions before 2024) warnings are known by their words. */
const WARNINGS = [
  /^No caption file found for \d+ images/,
  /^neither caption file nor class tokens/,
  /^ignore (?:directory without repeats|subset|duplicated subset)/,
  /^not directory: /,
  /^some of reg images are not used/,
  /^learning rate is used as initial_lr/,
  /^unet_lr and text_encoder_lr are ignored/,
  /^min_bucket_reso and max_bucket_reso are ignored/,
  /^because max_grad_norm is set/,
  /^constant_with_warmup will be good/,
  /^learning rate is too low/,
  /^NaN (?:found|detected) in latents/,
  /^clip_skip will be unexpected/,
];
const ERRORS = [
  /^No data found\. Please verify/,
  /^Error loading file: /,
  /^illegal char in file/,
  /^[\w./\\-]+\.py: error: /,
  /^[^:]{0,300}python[^:]{0,20}: can't open file /,
  /^(?:Killed|Segmentation fault|Bus error|Aborted)\b/,
  /^terminate called /,
  /^Fatal Python error: /,
  /^accelerate: error: /,
];

const matches = (words: readonly RegExp[], text: string): boolean => words.some((word) => word.test(text));

/** What a message tells besides its phase; a record has a level, a plain line has none. */
export function readMessage(level: Level | null, text: string): LogEvent | null {
  if (level === "ERROR" || level === "CRITICAL") return { kind: "error", text };
  if (level === "WARNING") return text === "" || matches(NOISE, text) ? null : { kind: "warning", text };
  const epoch = EPOCH.exec(text);
  if (epoch !== null) return { kind: "epoch", epoch: Number(epoch[1]), epochs: Number(epoch[2]) };
  const saving = SAVING.exec(text);
  if (saving?.[1] !== undefined) return { kind: "saving", file: saving[1] };
  const removing = REMOVING.exec(text);
  if (removing?.[1] !== undefined) return { kind: "removing", file: removing[1] };
  const sampling = SAMPLING.exec(text);
  if (sampling !== null) return { kind: "sampling", step: Number(sampling[1]) };
  for (const [name, words] of COUNTS) {
    const found = words.exec(text);
    if (found !== null) return { kind: "counts", [name]: Number(found[1]) };
  }
  if (level !== null) return null;
  if (matches(WARNINGS, text)) return { kind: "warning", text };
  return matches(ERRORS, text) ? { kind: "error", text } : null;
}
