import { access, readFile } from "node:fs/promises";
import { basename, isAbsolute, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { reportError, StudioError } from "../host/studio-error.js";
import { type Label, parseLabels } from "./labels.js";

export interface TaggerModel {
  name: string;
  folder: string;
  labels: Label[];
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
    "Expected a folder with model.onnx and selected_tags.csv, as SmilingWolf publishes them.",
  );

/** A model by the name of a built-in one, or by its folder (absolute, or relative to `from`). */
export async function openModel(nameOrFolder: string, from: string): Promise<TaggerModel> {
  const builtIn = nameOrFolder === builtInModel;
  const folder = builtIn
    ? join(projectModels, builtInModel)
    : isAbsolute(nameOrFolder)
      ? nameOrFolder
      : resolve(from, nameOrFolder);
  for (const file of ["model.onnx", "selected_tags.csv"]) {
    try {
      await access(join(folder, file));
    } catch (error) {
      throw new StudioError(
        "modelMissing",
        `There is no tagger "${nameOrFolder}": ${join(folder, file)} is missing.`,
        `Give the folder that holds model.onnx and selected_tags.csv, or leave --model out for the small built-in tagger (${builtInModel}).`,
        error,
      );
    }
  }
  try {
    return {
      name: basename(folder),
      folder,
      labels: parseLabels(await readFile(join(folder, "selected_tags.csv"), "utf8")),
    };
  } catch (error) {
    throw modelInvalid(folder, reportError(error).message);
  }
}
