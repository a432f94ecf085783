import { type FoundModel, namesIn, sizeOfAll } from "../../host/hub/find-model.js";
import { folderNames, modelFolders, type Surroundings, surroundings } from "../../host/hub/model-places.js";
import { findLayout } from "../layouts/find-layout.js";
import { knownModels } from "./known-models.js";

export interface LocalModel extends FoundModel {
  name: string;
  /** Name of its layout. */
  layout: string;
}

/** The folder's layout and the size of its model, or null for a folder that is no tagger's or a broken one. */
async function taggerIn(folder: string, { path }: Surroundings): Promise<{ layout: string; bytes: number } | null> {
  // Most folders have none, and need not be read.
  if (!(await namesIn(folder)).some((name) => name.endsWith(".onnx"))) return null;
  const found = await findLayout(folder).catch(() => null);
  const bytes = found && (await sizeOfAll([path.join(folder, found.file)]));
  return found && bytes ? { layout: found.kind, bytes } : null;
}

/** Tagger folders in the user's own and the WebUI's places that are none of the known ones. */
export async function localModels(around: Surroundings = surroundings()): Promise<LocalModel[]> {
  const { own, webui } = modelFolders(around);
  const known = new Set(knownModels.flatMap(({ name, repository }) => folderNames(name, repository)));
  const models: LocalModel[] = [];
  for (const [folders, where] of [[own, "own"] as const, [webui, "webui"] as const]) {
    for (const parent of folders) {
      const candidates = [parent, ...(await namesIn(parent)).map((name) => around.path.join(parent, name))];
      for (const folder of candidates) {
        const name = around.path.basename(folder);
        if (known.has(name)) continue;
        const found = await taggerIn(folder, around);
        if (found) models.push({ name, folder, where, ...found });
      }
    }
  }
  return models;
}
