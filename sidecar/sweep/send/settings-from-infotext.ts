import type { Result } from "../../../protocol/validate.js";
import type { DrawingFacts } from "../../webui/drawing.js";
import { type Infotext, parseInfotext } from "../proof/infotext.js";

type FromPicture = Result<"sweep/fromPicture">;
type Found = Pick<FromPicture, "settings" | "unknown">;
type Known = Pick<DrawingFacts, "checkpoints" | "samplers" | "schedulers" | "loras">;

const tag = /<(?:lora|lyco):([^:>]+)(?::[^>]*)?>/g;

const numberIn = (text: string | undefined, least: number, most: number): number | undefined => {
  const value = text === undefined || text.trim() === "" ? Number.NaN : Number(text);
  return value >= least && value <= most ? value : undefined;
};

const wholeIn = (text: string | undefined, least: number, most: number): number | undefined => {
  const value = numberIn(text, least, most);
  return Number.isInteger(value) ? value : undefined;
};

/** Without what was not found: that stays as it was proposed. */
function given<T extends object>(part: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object(Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined && value !== "")));
}

function checkpointOf({ fields }: Infotext, known: Known | null): { title?: string; unknown?: string } {
  const [hash, name] = [fields.get("Model hash"), fields.get("Model")];
  const wanted = name ?? hash;
  if (wanted === undefined) return {};
  const found =
    known?.checkpoints.find((one) => hash !== undefined && (one.hash === hash || one.sha256?.startsWith(hash))) ??
    known?.checkpoints.find((one) => name !== undefined && one.name === name);
  return found ? { title: found.title } : { unknown: wanted };
}

/** Older WebUIs have the scheduler at the end of the sampler's name. */
function samplerOf({ fields }: Infotext, known: Known | null): { sampler?: string; scheduler?: string } {
  const [sampler, scheduler] = [fields.get("Sampler"), fields.get("Schedule type")];
  if (sampler === undefined) return {};
  if (scheduler !== undefined) return scheduler === "Automatic" ? { sampler } : { sampler, scheduler };
  const label = known?.schedulers?.find((one) => sampler.endsWith(` ${one}`));
  const bare = label === undefined ? sampler : sampler.slice(0, -label.length - 1);
  return label !== undefined && known?.samplers.includes(bare) ? { sampler: bare, scheduler: label } : { sampler };
}

function lorasOf(prompt: string, known: Known | null): { paths: string[]; unknown: string[] } {
  const names = [...new Set([...prompt.matchAll(tag)].flatMap(([, name]) => name ?? []))];
  const found = names.map((name) => {
    const lora = known?.loras.find((one) => one.name === name) ?? known?.loras.find((one) => one.alias === name);
    return { name, path: lora?.path ?? null };
  });
  return {
    paths: found.flatMap(({ path }) => path ?? []),
    unknown: found.filter(({ path }) => path === null).map(({ name }) => name),
  };
}

/**
 * The settings of a picture as a sweep's form names them, from its infotext (A1111's `create_infotext` and its kin).
 * @param known what the WebUI has; null where none answers: then checkpoint and LoRA files are unknown
 * @returns null for a text without settings
 */
export function settingsFromInfotext(text: string, known: Known | null): Found | null {
  const told = parseInfotext(text);
  if (told === null) return null;
  const { fields, prompt, negativePrompt } = told;
  const [width, height] = /^(\d+)x(\d+)$/.exec(fields.get("Size") ?? "")?.slice(1) ?? [];
  const checkpoint = checkpointOf(told, known);
  const loras = lorasOf(prompt, known);
  return {
    settings: given({
      loras: loras.paths.length > 0 ? loras.paths : undefined,
      prompts: [prompt],
      negativePrompts: [negativePrompt],
      seeds: fields.get("Seed"),
      ...samplerOf(told, known),
      steps: wholeIn(fields.get("Steps"), 1, 1000),
      cfg: numberIn(fields.get("CFG scale"), 0, 100),
      width: wholeIn(width, 64, 8192),
      height: wholeIn(height, 64, 8192),
      clipSkip: wholeIn(fields.get("Clip skip"), 1, 12),
      checkpoint: checkpoint.title,
    }),
    unknown: { loras: loras.unknown, checkpoint: checkpoint.unknown ?? null },
  };
}
