import type { FamilyName } from "../families.js";
import type { Arguments, ArgumentValue } from "../plan.js";
import { type Draft, setKey } from "./kohya-draft.js";
import { pythonRound } from "./kohya-python.js";
import { warmupShare } from "./kohya-warmup.js";
import type { KohyaVersion } from "./read-kohya.js";
import { trainerDefault } from "./trainer-defaults.js";

export const rateArguments: readonly string[] = [
  "learning_rate",
  "unet_lr",
  "text_encoder_lr",
  "network_train_unet_only",
  "network_train_text_encoder_only",
];

const numbers = (value: ArgumentValue | undefined): number[] =>
  (Array.isArray(value) ? value : [value]).filter((one) => typeof one === "number");

/**
 * Learning rates. The GUI trains one part alone when only the other's rate is 0, so that a rate that is not given is written
 * as what the trainer would take for it: the general one.
 */
export function writeRates(draft: Draft, wanted: Arguments, family: FamilyName, version: KohyaVersion): void {
  const general = numbers(wanted.learning_rate)[0] ?? Number(trainerDefault("learning_rate", family));
  const [textEncoder = 0, second = textEncoder] = numbers(wanted.text_encoder_lr);
  const unet = numbers(wanted.unet_lr)[0] ?? 0;
  const onlyUnet = wanted.network_train_unet_only === true;
  const onlyText = wanted.network_train_text_encoder_only === true;
  const isForced = family === "hunyuan";
  const needsUnet = !isForced && unet === 0 && (onlyUnet || (textEncoder !== 0 && !onlyText));
  const needsText = !isForced && textEncoder === 0 && (onlyText || (unet !== 0 && !onlyUnet));
  setKey(draft, "learning_rate", general);
  // A general rate of 0 would not let the part be trained: any other does, and the caller says the 0 in words.
  setKey(draft, "unet_lr", needsUnet ? general || textEncoder : unet);
  setKey(draft, "text_encoder_lr", needsText ? general || unet : textEncoder);
  if (version === "26") setKey(draft, "t5xxl_lr", second === textEncoder ? 0 : second);
}

/** The percentage that the GUI makes `share` of; null when there is none. */
function percentOf(share: number): number | null {
  const percent = Number((share * 100).toPrecision(12));
  return warmupShare(percent) === share ? percent : null;
}

/**
 * Warm-up: `steps` is the total that the GUI writes, null when it is not known. A share and the steps that v24 makes of it
 * are the same warm-up.
 */
export function isSameWarmup(wanted: number, gets: number, steps: number | null): boolean {
  if (wanted === gets) return true;
  const percent = wanted < 1 ? percentOf(wanted) : null;
  return percent !== null && steps !== null && gets === pythonRound((percent * steps) / 100);
}

export function writeWarmup(draft: Draft, wanted: number, version: KohyaVersion, steps: number | null): void {
  const share = wanted < 1 ? percentOf(wanted) : null;
  if (version === "26") {
    setKey(draft, "lr_warmup_steps", wanted >= 1 ? wanted : 0);
    setKey(draft, "lr_warmup", share ?? 0);
    return;
  }
  const percents = Array.from({ length: 101 }, (_, percent) => percent);
  const ofSteps = steps === null ? undefined : percents.find((one) => pythonRound((one * steps) / 100) === wanted);
  setKey(draft, "lr_warmup", (share !== null && Number.isInteger(share) ? share : ofSteps) ?? 0);
}
