import { stat } from "node:fs/promises";
import type { Params } from "../../protocol/validate.js";
import { StudioError } from "../host/studio-error.js";
import { axisNamed } from "../sweep/plan/axes/axis-catalogue.js";
import { readSize } from "../sweep/plan/axes/size-axis.js";
import {
  commaList,
  flag,
  fromWhereTheUserStands,
  numberWithin,
  oneOf,
  text,
  texts,
  type Words,
  wholeNumber,
} from "./arguments.js";
import type { StudioClient } from "./studio-client.js";

export type SweepSettings = Params<"sweep/look">["settings"];

const wrong = (message: string, hint: string): StudioError => new StudioError("badArguments", message, hint);

/** What tells a sweep; without --lora and --run, the latest training run is tried. */
export const sweepOptions = {
  lora: texts,
  run: text,
  folder: text,
  from: text,
  article: flag,
  strengths: text,
  "text-encoder": text,
  prompt: texts,
  negative: texts,
  seeds: text,
  "keep-random": flag,
  axis: texts,
  "vary-seeds": text,
  webui: texts,
  checkpoint: text,
  vae: text,
  steps: text,
  cfg: text,
  size: text,
  sampler: text,
  scheduler: text,
  "clip-skip": text,
  "batch-size": text,
  trigger: text,
  name: text,
  "save-as": text,
  search: text,
  rehearsal: flag,
};

export const sweepOptionsUsage =
  '[--lora FILE|DIR… | --run ID | --from SAVED] [--strengths "0.25-1.0(+0.25)"] [--text-encoder VALUES] [--prompt TEXT]… [--negative TEXT]… [--seeds 1,2,3] [--keep-random] [--axis "NAME: VALUES"]… [--vary-seeds AXIS,…] [--size WxH] [--steps N] [--cfg N] [--sampler NAME] [--scheduler NAME] [--checkpoint NAME] [--vae NAME] [--clip-skip N] [--batch-size N] [--trigger WORD] [--folder DIR] [--webui URL]… [--search full|coarse-to-fine] [--article] [--rehearsal] [--name NAME] [--save-as NAME]';

/** `CFG Scale: 5-8`, by the axis's id or its name in the X/Y/Z plot. @throws StudioError "badArguments" */
export function axisGiven(written: string): SweepSettings["axes"][number] {
  const [, name = "", values = ""] = /^([^:]+):(.*)$/s.exec(written) ?? [];
  if (name === "") {
    throw wrong(`--axis expects "NAME: VALUES"; found "${written}".`, 'For instance --axis "CFG Scale: 5-8"');
  }
  const axis = axisNamed(name.trim());
  if (axis === null) throw wrong(`There is no axis "${name.trim()}".`, "`sweep axes` lists them.");
  return { axis: axis.id, values: values.trim() };
}

/** Files and folders that were named; folders stand for the LoRA files in them. */
async function filesGiven(client: StudioClient, given: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const path of given.map(fromWhereTheUserStands)) {
    const isFolder = (await stat(path).catch(() => null))?.isDirectory() ?? false;
    if (!isFolder) found.push(path);
    else found.push(...(await client.call("sweep/candidates", { folder: path })).candidates.map((one) => one.path));
  }
  return found;
}

/** Ids of WebUIs by their addresses; one that is not known yet is connected. */
async function webuisGiven(client: StudioClient, given: readonly string[]): Promise<string[]> {
  const { webuis } = given.length > 0 ? await client.call("webui/list", {}) : { webuis: [] };
  const ids: string[] = [];
  for (const address of given) {
    const known = webuis.find(({ id, title }) => id === address || title === address);
    ids.push(known?.id ?? (await client.call("webui/connect", { address })).webui.id);
  }
  return ids;
}

function sizeGiven(written: string | undefined): Partial<SweepSettings> {
  if (written === undefined) return {};
  const size = readSize(written);
  if (size === null) throw wrong(`--size expects width and height; found "${written}".`, "For instance --size 512x768");
  return size;
}

const named = <K extends keyof SweepSettings>(name: K, value: SweepSettings[K] | undefined): Partial<SweepSettings> =>
  value === undefined ? {} : { [name]: value };

/** "none" takes a value away that the proposal has. */
const orNone = (value: string | undefined): string | null | undefined =>
  value !== undefined && /^none$/i.test(value) ? null : value;

const numberGiven = (given: Words, name: string, limits: readonly [number, number]): number | undefined => {
  const value = given.text(name);
  return value === undefined ? undefined : numberWithin(name, value, limits);
};

const countGiven = (given: Words, name: string): number | undefined => {
  const value = given.text(name);
  return value === undefined ? undefined : wholeNumber(name, value);
};

const listGiven = (given: Words, name: string): string[] | undefined =>
  given.texts(name).length > 0 ? given.texts(name) : undefined;

const varySeedsGiven = (written: string | undefined): string[] | undefined =>
  written === undefined ? undefined : commaList(written).map((name) => axisNamed(name)?.id ?? name);

/** What the options say, in the place of what was proposed. */
function changesGiven(given: Words): Partial<SweepSettings> {
  const axes = given.texts("axis").map(axisGiven);
  return {
    ...sizeGiven(given.text("size")),
    ...named("strengths", given.text("strengths")),
    ...named("textEncoderStrengths", orNone(given.text("text-encoder"))),
    ...named("prompts", listGiven(given, "prompt")),
    ...named("negativePrompts", listGiven(given, "negative")),
    ...named("seeds", given.text("seeds")),
    ...named("keepRandom", given.flag("keep-random") || undefined),
    ...named("axes", axes.length > 0 ? axes : undefined),
    ...named("varySeeds", varySeedsGiven(given.text("vary-seeds"))),
    ...named("checkpoint", orNone(given.text("checkpoint"))),
    ...named("vae", orNone(given.text("vae"))),
    ...named("sampler", orNone(given.text("sampler"))),
    ...named("scheduler", orNone(given.text("scheduler"))),
    ...named("steps", countGiven(given, "steps")),
    ...named("cfg", numberGiven(given, "cfg", [0, 100])),
    ...named("clipSkip", numberGiven(given, "clip-skip", [1, 12])),
    ...named("batchSize", countGiven(given, "batch-size")),
    ...named("trigger", orNone(given.text("trigger"))),
    ...named("name", given.text("name")),
    ...named("search", oneOf("search", given.text("search"), ["full", "coarse-to-fine"])),
    ...named("rehearsal", given.flag("rehearsal") || undefined),
  };
}

/** What was saved under a name. @throws StudioError "notFound" */
async function savedSettings(client: StudioClient, name: string): Promise<SweepSettings> {
  const { saved } = await client.call("sweep/saved", {});
  const found = saved.find((one) => one.name === name);
  if (found) return found.settings;
  throw new StudioError("notFound", `There is no saved sweep "${name}".`, "`sweep saved` lists those there are.");
}

/**
 * The settings that a command means: a saved sweep or a proposal, changed by its options. Words that are no options are further
 * LoRA files, as `--lora out/*.safetensors` gives them. With --save-as they are saved.
 * @param before of a sweep that is changed: instead of a proposal @throws StudioError "badArguments" | "notFound"
 */
export async function settingsGiven(
  client: StudioClient,
  given: Words,
  before: SweepSettings | null = null,
): Promise<SweepSettings> {
  const loras = await filesGiven(client, [...given.texts("lora"), ...given.words]);
  const [from, run, folder] = [given.text("from"), given.text("run"), given.text("folder")];
  const pictures = folder === undefined ? {} : { folder: fromWhereTheUserStands(folder) };
  const rehearsal = given.flag("rehearsal") ? { rehearsal: true } : {};
  const files = loras.length > 0 ? { files: loras } : {};
  const ofRun = run === undefined ? {} : { run: wholeNumber("run", run) };
  const propose = async (): Promise<SweepSettings> => {
    const proposal = await client.call("sweep/propose", { ...files, ...ofRun, ...pictures, ...rehearsal });
    return given.flag("article") ? proposal.article : proposal.settings;
  };
  const base = from === undefined ? (before ?? (await propose())) : await savedSettings(client, from);
  const webuis = await webuisGiven(client, given.texts("webui"));
  const settings: SweepSettings = {
    ...base,
    // Who names files means each of them; a proposal thins them out.
    ...(loras.length > 0 ? { loras } : {}),
    ...pictures,
    ...changesGiven(given),
    ...(webuis.length > 0 ? { webuis } : {}),
  };
  const saveAs = given.text("save-as");
  if (saveAs !== undefined) await client.call("sweep/save", { name: saveAs, settings });
  return settings;
}
