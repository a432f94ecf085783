import type { HiresRequest, Txt2imgRequest } from "../../webui/drawing.js";

type Plain = string | number | boolean;

const isNumber = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);
const isText = (value: unknown): value is string => typeof value === "string";
const isPlain = (value: unknown): value is Plain => isText(value) || isNumber(value) || typeof value === "boolean";

function must<T>(name: string, value: unknown, is: (value: unknown) => value is T): T {
  if (is(value)) return value;
  throw new TypeError(`a request whose ${name} is ${JSON.stringify(value)}`);
}

const orNull = <T>(name: string, value: unknown, is: (value: unknown) => value is T): T | null =>
  value === null || value === undefined ? null : must(name, value, is);

const plainRecord = (name: string, value: unknown): Record<string, Plain> =>
  Object.fromEntries(Object.entries(Object(value)).map(([key, one]) => [key, must(`${name}.${key}`, one, isPlain)]));

function hiresOf(value: unknown): HiresRequest | null {
  if (value === null || value === undefined) return null;
  const { scale, upscaler, steps, sampler } = Object(value);
  return {
    scale: must("hires.scale", scale, isNumber),
    upscaler: orNull("hires.upscaler", upscaler, isText),
    steps: must("hires.steps", steps, isNumber),
    sampler: orNull("hires.sampler", sampler, isText),
  };
}

/** A request as it came from the studio. @throws TypeError for what no studio of ours sends */
export function readRequest(came: unknown): Txt2imgRequest {
  const told = Object(came);
  const number = (name: string): number => must(name, told[name], isNumber);
  const text = (name: string): string => must(name, told[name], isText);
  const numberOrNull = (name: string): number | null => orNull(name, told[name], isNumber);
  const textOrNull = (name: string): string | null => orNull(name, told[name], isText);
  const styles: unknown[] = Array.isArray(told.styles) ? told.styles : [];
  return {
    prompt: text("prompt"),
    negativePrompt: text("negativePrompt"),
    seed: number("seed"),
    batchSize: number("batchSize"),
    variationSeed: numberOrNull("variationSeed"),
    variationStrength: number("variationStrength"),
    steps: number("steps"),
    cfgScale: number("cfgScale"),
    distilledCfgScale: numberOrNull("distilledCfgScale"),
    width: number("width"),
    height: number("height"),
    sampler: textOrNull("sampler"),
    scheduler: textOrNull("scheduler"),
    styles: styles.filter(isText),
    hires: hiresOf(told.hires),
    denoisingStrength: numberOrNull("denoisingStrength"),
    eta: numberOrNull("eta"),
    overrideSettings: plainRecord("overrideSettings", told.overrideSettings),
    further: plainRecord("further", told.further),
  };
}
