import { homedir } from "node:os";
import systemPath, { type PlatformPath } from "node:path";
import { openSettings } from "../settings/settings.js";
import { stateFolder } from "../state-folder.js";

/** What decides where models lie; a test gives another system's. */
export interface Surroundings {
  environment: NodeJS.ProcessEnv;
  home: string;
  path: PlatformPath;
  /** The user's own folder for this program. */
  state: string;
  /** Folders with models that the settings name. */
  folders?: readonly string[];
}

export function surroundings(): Surroundings {
  const state = stateFolder();
  const folders = openSettings(state).get("folders.models");
  return { environment: process.env, home: homedir(), path: systemPath, state, folders };
}

const distinct = (folders: readonly string[]): string[] => [...new Set(folders)];

/**
 * Hugging Face's cache folders, the one in force first: HF_HUB_CACHE, HUGGINGFACE_HUB_CACHE, HF_HOME/hub,
 * XDG_CACHE_HOME/huggingface/hub, ~/.cache/huggingface/hub – the order of `huggingface_hub`'s constants.
 */
export function hubCaches({ environment, home, path }: Surroundings): [string, ...string[]] {
  const expand = (folder: string): string => path.resolve(folder.replace(/^~(?=$|[\\/])/, () => home));
  const below = (folder: string | undefined, ...parts: string[]): string[] =>
    folder ? [path.join(expand(folder), ...parts)] : [];
  const usual = path.join(home, ".cache", "huggingface", "hub");
  const [first = usual, ...others] = distinct([
    ...below(environment.HF_HUB_CACHE),
    ...below(environment.HUGGINGFACE_HUB_CACHE),
    ...below(environment.HF_HOME, "hub"),
    ...below(environment.XDG_CACHE_HOME, "huggingface", "hub"),
    usual,
  ]);
  return [first, ...others];
}

/** Where `huggingface-cli login` keeps the token: HF_TOKEN_PATH, else beside the cache folder `hub`. */
export function tokenFile({ environment, home, path }: Surroundings): string {
  if (environment.HF_TOKEN_PATH) return environment.HF_TOKEN_PATH;
  const cache = environment.XDG_CACHE_HOME || path.join(home, ".cache");
  return path.join(environment.HF_HOME || path.join(cache, "huggingface"), "token");
}

/** A repository's folder in a cache of Hugging Face's layout. */
export const cacheEntry = (repository: string): string => `models--${repository.replace("/", "--")}`;

/** Folders in which model folders lie, as other programs and users make them. */
export interface ModelFolders {
  /** Ours, and those the user named in the settings and in ATELIER_MODEL_FOLDERS, kohya's `wd14_tagger_model` inside them too. */
  own: string[];
  /** The WebUI's: `models/TaggerOnnx`, `models/interrogators`. */
  webui: string[];
}

export function modelFolders({ environment, path, state, folders = [] }: Surroundings): ModelFolders {
  const listed = (environment.ATELIER_MODEL_FOLDERS ?? "").split(path.delimiter).filter((folder) => folder !== "");
  const named = [...folders, ...listed];
  const root = environment.ATELIER_WEBUI_ROOT;
  return {
    own: distinct([
      path.join(state, "models"),
      ...named.flatMap((folder) => [path.resolve(folder), path.resolve(folder, "wd14_tagger_model")]),
    ]),
    webui: root ? ["TaggerOnnx", "interrogators"].map((name) => path.join(root, "models", name)) : [],
  };
}

/** Folder names under which a model may lie in a model folder: as kohya (`owner_name`) or as the repository names it. */
export const folderNames = (name: string, repository: string): string[] =>
  distinct([repository.replace("/", "_"), repository.split("/")[1] ?? name, name]);
