import { stat } from "node:fs/promises";
import { basename, isAbsolute, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Surroundings, surroundings } from "../../host/hub/model-places.js";
import { StudioError } from "../../host/studio-error.js";
import { type Sentence, type SentenceValue, say } from "../../words/sentence.js";
import {
  builtInCutout,
  builtInPreprocessing,
  type CutoutModel,
  guessedPreprocessing,
  namedCutout,
  type Preprocessing,
} from "./cutout-models.js";

/** A model that is here. */
export interface OpenCutoutModel {
  name: string;
  /** Absolute path of the ONNX file. */
  file: string;
  preprocessing: Preprocessing;
}

const projectModels = fileURLToPath(new URL("../../../../models", import.meta.url));

export const cutoutInvalid = (file: string, reason: SentenceValue, hint?: string | Sentence): StudioError =>
  new StudioError(
    "modelInvalid",
    say("The cut-out model {file} cannot be used: {reason}.", { file, reason }),
    hint ?? say("Expected an ONNX file of the rembg family: one square picture in, a mask out."),
  );

/** Our own folder for these models. */
export const ownCutouts = ({ path, state }: Surroundings): string => path.join(state, "models", "cutout");

/** Folders that may hold them: rembg's (U2NET_HOME, XDG_DATA_HOME/.u2net, ~/.u2net), ours, ATELIER_MODEL_FOLDERS. */
function cutoutFolders(around: Surroundings): string[] {
  const { environment, home, path } = around;
  const expand = (folder: string): string => path.resolve(folder.replace(/^~(?=$|[\\/])/, () => home));
  const named = (environment.ATELIER_MODEL_FOLDERS ?? "").split(path.delimiter).filter((folder) => folder !== "");
  return [
    ownCutouts(around),
    ...(environment.U2NET_HOME ? [expand(environment.U2NET_HOME)] : []),
    ...(environment.XDG_DATA_HOME ? [path.join(expand(environment.XDG_DATA_HOME), ".u2net")] : []),
    path.join(home, ".u2net"),
    ...named.flatMap((folder) => [path.resolve(folder), path.resolve(folder, "cutout")]),
  ];
}

export interface FoundCutout {
  file: string;
  bytes: number;
}

/** Finds a model where rembg, we or the user keep such: as `NAME.onnx`, or under its download's name. */
export async function findCutout(
  { name, file }: Pick<CutoutModel, "name" | "file">,
  around: Surroundings = surroundings(),
): Promise<FoundCutout | null> {
  for (const folder of cutoutFolders(around)) {
    for (const one of new Set([`${name}.onnx`, file])) {
      const path = around.path.join(folder, one);
      const found = await stat(path).catch(() => null);
      if (found?.isFile() && found.size > 0) return { file: path, bytes: found.size };
    }
  }
  return null;
}

/** True for what is asked for by name, false for a file. */
export const isCutoutName = (nameOrFile: string): boolean =>
  nameOrFile === builtInCutout || namedCutout(nameOrFile) !== null;

/** The model that would have to be downloaded first, or null. */
export async function absentCutout(nameOrFile: string): Promise<CutoutModel | null> {
  const known = namedCutout(nameOrFile);
  return known && (await findCutout(known)) === null ? known : null;
}

/** A model by name, or by its ONNX file's absolute path. @throws StudioError "modelMissing" */
export async function openCutout(nameOrFile: string): Promise<OpenCutoutModel> {
  if (nameOrFile === builtInCutout) {
    const file = join(projectModels, builtInCutout, "model.onnx");
    return { name: builtInCutout, file, preprocessing: builtInPreprocessing };
  }
  const known = namedCutout(nameOrFile);
  const found = known && (await findCutout(known));
  if (known && found) return { name: known.name, file: found.file, preprocessing: known };
  const isFile = isAbsolute(nameOrFile) && (await stat(nameOrFile).catch(() => null))?.isFile();
  if (isFile && /\.onnx$/i.test(nameOrFile)) {
    const name = basename(nameOrFile);
    return { name, file: nameOrFile, preprocessing: guessedPreprocessing(name) };
  }
  throw new StudioError(
    "modelMissing",
    known
      ? say("The cut-out model {name} is not on this machine.", { name: known.name })
      : say('There is no cut-out model "{nameOrFile}": expected a name or an .onnx file.', { nameOrFile }),
    say("Download it, give an ONNX file of yours, or use the small built-in {builtInCutout}.", { builtInCutout }),
  );
}
