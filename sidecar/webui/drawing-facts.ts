import type { DrawingFacts, WebuiCheckpoint, WebuiLora } from "./drawing.js";
import type { Abilities } from "./txt2img-fields.js";

/** Answers of a WebUI's API as they came; null where it has no such route or could not answer. */
export interface ApiAnswers {
  options: unknown;
  /** Of all its options. */
  optionNames: readonly string[];
  models: unknown;
  samplers: unknown;
  schedulers: unknown;
  vaes: unknown;
  modules: unknown;
  upscalers: unknown;
  latentUpscalers: unknown;
  styles: unknown;
  faceRestorers: unknown;
  loras: unknown;
}

const text = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);

const rows = (answer: unknown): unknown[] => (Array.isArray(answer) ? answer : []);

/** One field of each row, as far as it is there. */
const column = (answer: unknown, field: string): string[] =>
  rows(answer).flatMap((row) => text(Object(row)[field]) ?? []);

export function readLoras(answer: unknown): WebuiLora[] {
  return rows(answer).flatMap((row) => {
    const { name, alias, path } = Object(row);
    const named = text(name);
    return named === null ? [] : { name: named, alias: text(alias), path: text(path) };
  });
}

function readCheckpoints(answer: unknown): WebuiCheckpoint[] {
  return rows(answer).flatMap((row) => {
    const { title, model_name, hash, sha256, filename } = Object(row);
    const named = text(title);
    if (named === null) return [];
    return {
      title: named,
      name: text(model_name) ?? named,
      hash: text(hash),
      sha256: text(sha256),
      filename: text(filename),
    };
  });
}

/**
 * Forge names its checkpoint without the hash that titles end with. Where none was ever chosen, every WebUI takes the first of its
 * list (`select_checkpoint` in its `modules/sd_models.py`).
 */
function titleOf(value: unknown, checkpoints: readonly WebuiCheckpoint[]): string | null {
  const named = text(value);
  if (named === null) return checkpoints[0]?.title ?? null;
  const bare = (title: string): string => title.replace(/ \[[\da-f]+\]$/, "");
  const found =
    checkpoints.find(({ title }) => title === named) ??
    checkpoints.find(({ title, name }) => [bare(title), name].includes(bare(named)));
  return found?.title ?? named;
}

const has = (answer: unknown): boolean => Array.isArray(answer);

/** What it can draw with, from the answers of its API (A1111 1.6–1.10, Forge, reForge, Forge Classic and Neo). */
export function readDrawingFacts(
  answers: ApiAnswers,
  { loraFolder, rehearsal }: Pick<DrawingFacts, "loraFolder" | "rehearsal">,
): DrawingFacts {
  const { options, models, samplers, schedulers, vaes, modules, upscalers, styles, faceRestorers } = answers;
  const checkpoints = readCheckpoints(models);
  return {
    checkpoints,
    checkpoint: titleOf(Object(options).sd_model_checkpoint, checkpoints),
    samplers: column(samplers, "name"),
    schedulers: has(schedulers) ? column(schedulers, "label") : null,
    // The first two are always there, and no file's.
    vaes: has(vaes) ? ["Automatic", "None", ...column(vaes, "model_name")] : null,
    modules: has(modules) ? column(modules, "model_name") : null,
    upscalers: [...new Set([...column(answers.latentUpscalers, "name"), ...column(upscalers, "name")])],
    styles: column(styles, "name"),
    faceRestorers: column(faceRestorers, "name"),
    loras: readLoras(answers.loras),
    loraFolder,
    rehearsal,
  };
}

/** What decides how a request to it is written. */
export function readAbilities({
  samplers,
  schedulers,
  modules,
  optionNames,
}: Pick<ApiAnswers, "samplers" | "schedulers" | "modules" | "optionNames">): Abilities {
  const named = rows(samplers).flatMap((row): [string, string][] => {
    const { name, aliases } = Object(row);
    const own = text(name);
    if (own === null) return [];
    return [...rows(aliases).flatMap((alias) => text(alias) ?? []), own].map((one) => [one.toLowerCase(), own]);
  });
  const labels = rows(schedulers).flatMap((row): [string, string][] => {
    const label = text(Object(row).label);
    const name = text(Object(row).name);
    if (label === null) return [];
    return [name, label].flatMap((one): [string, string][] => (one === null ? [] : [[one.toLowerCase(), label]]));
  });
  return {
    samplers: new Map(named),
    schedulers: has(schedulers) ? new Map(labels) : null,
    hasModules: has(modules),
    options: new Set(optionNames),
  };
}
