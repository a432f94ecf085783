import { basename, isAbsolute, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { findModel } from "../host/hub/find-model.js";
import { reportError, StudioError } from "../host/studio-error.js";
import { type Sentence, type SentenceValue, say } from "../words/sentence.js";
import { findLayout, foundIn, knownLayouts } from "./layouts/find-layout.js";
import type { ModelLayout } from "./layouts/model-layout.js";
import { knownModel } from "./models/known-models.js";

export interface TaggerModel extends ModelLayout {
  name: string;
  folder: string;
}

/** The small tagger that comes with the program: colours, brightness, shape, drawn figures of rehearsals; nothing else. */
export const builtInModel = "atelier-tiny-tagger";

const projectModels = fileURLToPath(new URL("../../../models", import.meta.url));

export const modelInvalid = (folder: string, reason: SentenceValue, hint?: string | Sentence): StudioError =>
  new StudioError(
    "modelInvalid",
    say("The tagger in {folder} cannot be used: {reason}.", { folder, reason }),
    hint ?? say("Expected a folder with {knownLayouts}.", { knownLayouts }),
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
  let layout: ModelLayout | null;
  try {
    layout = await findLayout(folder);
  } catch (error) {
    throw modelInvalid(folder, reportError(error).message);
  }
  // In the hub's cache a folder is called after a commit.
  const name = isAbsolute(nameOrFolder) ? basename(folder) : (knownModel(nameOrFolder)?.name ?? basename(folder));
  if (layout) return { ...layout, name, folder };
  throw new StudioError(
    "modelMissing",
    say('There is no tagger "{nameOrFolder}": in {folder}, {found}.', {
      nameOrFolder,
      folder,
      found: await foundIn(folder),
    }),
    say(
      "Give a name (`models list`) or a folder with {knownLayouts}; or leave --model out for the small built-in tagger ({builtInModel}).",
      { knownLayouts, builtInModel },
    ),
  );
}
