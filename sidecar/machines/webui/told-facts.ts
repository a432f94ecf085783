import type { DrawingFacts, PressedButton, WebuiCheckpoint, WebuiLora } from "../../webui/drawing.js";
import type { WebuiFacts } from "../../webui/webui-link.js";

// Outside data: what a machine tells of its WebUI. What is of another type is taken for not told.

const text = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);

const rows = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

const names = (value: unknown): string[] => rows(value).flatMap((one) => text(one) ?? []);

const namesOrNull = (value: unknown): string[] | null => (Array.isArray(value) ? names(value) : null);

const checkpoints = (value: unknown): WebuiCheckpoint[] =>
  rows(value).flatMap((row) => {
    const { title, name, hash, sha256, filename } = Object(row);
    const named = text(title);
    if (named === null) return [];
    return {
      title: named,
      name: text(name) ?? named,
      hash: text(hash),
      sha256: text(sha256),
      filename: text(filename),
    };
  });

export const toldLoras = (value: unknown): WebuiLora[] =>
  rows(value).flatMap((row) => {
    const { name, alias, path } = Object(row);
    const named = text(name);
    return named === null ? [] : { name: named, alias: text(alias), path: text(path) };
  });

export function toldFacts(value: unknown): WebuiFacts {
  const { name, version, loraFolder } = Object(value);
  return { name: text(name), version: text(version), loraFolder: text(loraFolder) };
}

export function toldDrawingFacts(value: unknown): DrawingFacts {
  const told = Object(value);
  return {
    checkpoints: checkpoints(told.checkpoints),
    checkpoint: text(told.checkpoint),
    samplers: names(told.samplers),
    schedulers: namesOrNull(told.schedulers),
    vaes: namesOrNull(told.vaes),
    modules: namesOrNull(told.modules),
    upscalers: names(told.upscalers),
    styles: names(told.styles),
    faceRestorers: names(told.faceRestorers),
    loras: toldLoras(told.loras),
    loraFolder: text(told.loraFolder),
    rehearsal: told.rehearsal === true,
  };
}

/** What is told of pictures; their bytes come as files. */
interface ToldPictures {
  pictures: { seed: number; infotext: string }[];
  pressed: PressedButton | null;
  modelHash: string | null;
  modelName: string | null;
}

const buttons: readonly PressedButton[] = ["interrupt", "skip", "stopAfter"];

/** @throws TypeError for a picture without a seed */
export function toldPictures(value: unknown): ToldPictures {
  const { pictures, pressed, modelHash, modelName } = Object(value);
  return {
    pictures: rows(pictures).map((one) => {
      const { seed, infotext } = Object(one);
      if (!Number.isSafeInteger(seed)) throw new TypeError("a picture without a seed");
      return { seed: Number(seed), infotext: text(infotext) ?? "" };
    }),
    pressed: buttons.find((one) => one === pressed) ?? null,
    modelHash: text(modelHash),
    modelName: text(modelName),
  };
}
