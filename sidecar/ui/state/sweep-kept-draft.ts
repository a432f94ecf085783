import { keep, kept } from "./kept.js";
import type { SweepSettings } from "./sweep.js";

const NAME = "sweep-draft";

/** What the form is of: its draft is taken up again only there. */
export interface DraftPlace {
  /** The sweep that is changed; null for a new one. */
  sweep: number | null;
  folder: string | null;
}

const text = (value: unknown, usual: string): string => (typeof value === "string" ? value : usual);
const name = (value: unknown, usual: string | null): string | null =>
  typeof value === "string" || value === null ? value : usual;
const number = (value: unknown, usual: number): number =>
  typeof value === "number" && Number.isFinite(value) ? value : usual;
const count = (value: unknown, usual: number | null): number | null => (value === null ? null : wholeOr(value, usual));
const wholeOr = (value: unknown, usual: number | null): number | null =>
  typeof value === "number" && Number.isInteger(value) && value > 0 ? value : usual;
const flag = (value: unknown, usual: boolean): boolean => (typeof value === "boolean" ? value : usual);
const texts = (value: unknown, usual: string[]): string[] =>
  Array.isArray(value) && value.every((one) => typeof one === "string") ? value : usual;
const least = (value: unknown, usual: string[]): string[] => {
  const found = texts(value, usual);
  return found.length > 0 ? found : usual;
};
const axes = (value: unknown, usual: SweepSettings["axes"]): SweepSettings["axes"] =>
  Array.isArray(value)
    ? value.flatMap((one: unknown) => {
        const { axis, values } = Object(one);
        return typeof axis === "string" && typeof values === "string" ? [{ axis, values }] : [];
      })
    : usual;

/** What was kept, field by field; what another version wrote differently is as proposed. */
function read(found: Record<string, unknown>, usual: SweepSettings): SweepSettings {
  return {
    name: text(found.name, usual.name) || usual.name,
    folder: name(found.folder, usual.folder),
    run: count(found.run, usual.run),
    loras: least(found.loras, usual.loras),
    strengths: text(found.strengths, usual.strengths),
    textEncoderStrengths: name(found.textEncoderStrengths, usual.textEncoderStrengths),
    prompts: least(found.prompts, usual.prompts),
    negativePrompts: least(found.negativePrompts, usual.negativePrompts),
    seeds: text(found.seeds, usual.seeds),
    trigger: name(found.trigger, usual.trigger),
    checkpoint: name(found.checkpoint, usual.checkpoint),
    vae: name(found.vae, usual.vae),
    sampler: name(found.sampler, usual.sampler),
    scheduler: name(found.scheduler, usual.scheduler),
    steps: number(found.steps, usual.steps),
    cfg: number(found.cfg, usual.cfg),
    width: number(found.width, usual.width),
    height: number(found.height, usual.height),
    clipSkip: count(found.clipSkip, usual.clipSkip),
    axes: axes(found.axes, usual.axes),
    varySeeds: texts(found.varySeeds, usual.varySeeds),
    keepRandom: flag(found.keepRandom, usual.keepRandom),
    batchSize: count(found.batchSize, usual.batchSize),
    webuis: texts(found.webuis, usual.webuis),
    rehearsal: flag(found.rehearsal, usual.rehearsal),
    search: found.search === "full" || found.search === "coarse-to-fine" ? found.search : usual.search,
  };
}

function stored(): Record<string, unknown> {
  try {
    return Object(JSON.parse(kept(NAME) ?? "null"));
  } catch {
    // Not ours, or cut short: as if nothing were kept.
    return {};
  }
}

export const keepDraft = (place: DraftPlace, settings: SweepSettings): void =>
  keep(NAME, JSON.stringify({ ...place, settings }));

export const forgetDraft = (): void => keep(NAME, "");

function at({ sweep, folder }: DraftPlace): Record<string, unknown> | null {
  const found = stored();
  const { settings } = found;
  if (found.sweep !== sweep || found.folder !== folder) return null;
  return typeof settings === "object" && settings !== null ? { ...settings } : null;
}

/** Whose files the draft of this place is about; null without a draft. */
export function keptFiles(place: DraftPlace): { run: number } | { files: string[] } | null {
  const found = at(place);
  if (found === null) return null;
  const run = count(found.run, null);
  return run === null ? { files: texts(found.loras, []) } : { run };
}

/** The draft that was left at this place, over what is proposed there; null without one. */
export function keptDraft(place: DraftPlace, proposed: SweepSettings): SweepSettings | null {
  const found = at(place);
  return found === null ? null : read(found, proposed);
}
