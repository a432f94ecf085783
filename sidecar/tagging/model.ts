import { access, readFile } from "node:fs/promises";
import { basename, isAbsolute, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { reportError, StudioError } from "../host/studio-error.js";
import { type Label, parseLabels } from "./labels.js";
import { findModel } from "./models/find-model.js";
import { knownModel } from "./models/known-models.js";

export interface TaggerModel {
  name: string;
  folder: string;
  labels: Label[];
}

/** The small tagger that comes with the program: colours, brightness, shape; no knowledge of what is drawn. */
export const builtInModel = "atelier-tiny-tagger";

const projectModels = fileURLToPath(new URL("../../../models", import.meta.url));

export const modelInvalid = (folder: string, reason: string, hint?: string): StudioError =>
  new StudioError(
    "modelInvalid",
    `The tagger in ${folder} cannot be used: ${reason}.`,
    hint ?? "Expected a folder with model.onnx and selected_tags.csv, as SmilingWolf publishes them.",
  );

async function folderOf(nameOrFolder: string, from: string): Promise<string> {
  if (nameOrFolder === builtInModel) return join(projectModels, builtInModel);
  if (isAbsolute(nameOrFolder)) return nameOrFolder;
  const known = knownModel(nameOrFolder);
  const found = known && (await findModel(known));
  return found?.folder ?? resolve(from, nameOrFolder);
}

/** A model by its name, or by its folder (absolute, or relative to `from`). One that is known but absent is "modelMissing". */
export async function openModel(nameOrFolder: string, from: string): Promise<TaggerModel> {
  const folder = await folderOf(nameOrFolder, from);
  for (const file of ["model.onnx", "selected_tags.csv"]) {
    try {
      await access(join(folder, file));
    } catch (error) {
      throw new StudioError(
        "modelMissing",
        `There is no tagger "${nameOrFolder}": ${join(folder, file)} is missing.`,
        `Give a name (\`models list\`) or the folder that holds model.onnx and selected_tags.csv, or leave --model out for the small built-in tagger (${builtInModel}).`,
        error,
      );
    }
  }
  try {
    return {
      // In the hub's cache a folder is called after a commit.
      name: isAbsolute(nameOrFolder) ? basename(folder) : (knownModel(nameOrFolder)?.name ?? basename(folder)),
      folder,
      labels: parseLabels(await readFile(join(folder, "selected_tags.csv"), "utf8")),
    };
  } catch (error) {
    throw modelInvalid(folder, reportError(error).message);
  }
}
