import { basename, isAbsolute, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { reportError, StudioError } from "../host/studio-error.js";
import { findLayout, foundIn, knownLayouts } from "./layouts/find-layout.js";
import type { ModelLayout } from "./layouts/model-layout.js";

export interface TaggerModel extends ModelLayout {
  name: string;
  folder: string;
}

/** The small tagger that comes with the program: colours, brightness, shape; no knowledge of what is drawn. */
export const builtInModel = "atelier-tiny-tagger";

/** True for a name that needs no folder. */
export const isKnownModel = (name: string): boolean => name === builtInModel;

const projectModels = fileURLToPath(new URL("../../../models", import.meta.url));

export const modelInvalid = (folder: string, reason: string): StudioError =>
  new StudioError(
    "modelInvalid",
    `The tagger in ${folder} cannot be used: ${reason}.`,
    `Expected a folder with ${knownLayouts}.`,
  );

/** A model by the name of a built-in one, or by its folder (absolute, or relative to `from`). */
export async function openModel(nameOrFolder: string, from: string): Promise<TaggerModel> {
  const builtIn = nameOrFolder === builtInModel;
  const folder = builtIn
    ? join(projectModels, builtInModel)
    : isAbsolute(nameOrFolder)
      ? nameOrFolder
      : resolve(from, nameOrFolder);
  let layout: ModelLayout | null;
  try {
    layout = await findLayout(folder);
  } catch (error) {
    throw modelInvalid(folder, reportError(error).message);
  }
  if (layout) return { ...layout, name: basename(folder), folder };
  throw new StudioError(
    "modelMissing",
    `There is no tagger "${nameOrFolder}": ${await foundIn(folder)}.`,
    `Give a folder with ${knownLayouts}; or leave --model out for the small built-in tagger (${builtInModel}).`,
  );
}
