import { isAbsolute } from "node:path";
import { throttledAmounts } from "../../host/hub/amounts.js";
import { askHub, downloadModel } from "../../host/hub/download-model.js";
import { findModel } from "../../host/hub/find-model.js";
import type { JobContext } from "../../host/jobs/job-kind.js";
import { builtInModel, openModel, type TaggerModel } from "../model.js";
import { type KnownModel, knownModel } from "./known-models.js";

/** True for what is asked for by name, false for a folder. */
export const isModelName = (nameOrFolder: string): boolean =>
  nameOrFolder === builtInModel || (!isAbsolute(nameOrFolder) && knownModel(nameOrFolder) !== null);

/** The model that would have to be downloaded first, or null. */
export async function absentModel(nameOrFolder: string): Promise<KnownModel | null> {
  if (nameOrFolder === builtInModel || !isModelName(nameOrFolder)) return null;
  const known = knownModel(nameOrFolder);
  return known && (await findModel(known)) === null ? known : null;
}

/** Says at once what would hinder a job with this model. @throws StudioError as `openModel`, or as `askHub` for an absent one */
export async function requireModel(nameOrFolder: string, from: string): Promise<void> {
  const absent = await absentModel(nameOrFolder);
  if (absent) await askHub(absent);
  else await openModel(nameOrFolder, from);
}

/** Opens a model; one that is known by name and nowhere on this machine is downloaded first. */
export async function readyModel(
  nameOrFolder: string,
  from: string,
  { signal, onAmount }: JobContext,
): Promise<TaggerModel> {
  const absent = await absentModel(nameOrFolder);
  if (absent) {
    await downloadModel(absent, { signal, onAmount: throttledAmounts(onAmount) });
    onAmount(null);
  }
  return openModel(nameOrFolder, from);
}
