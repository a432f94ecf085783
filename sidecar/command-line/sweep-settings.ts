import { stat } from "node:fs/promises";
import { StudioError } from "../host/studio-error.js";
import { fromWhereTheUserStands, type Words, wholeNumber } from "./arguments.js";
import type { StudioClient } from "./studio-client.js";
import { changesGiven } from "./sweep-changes.js";
import type { SweepSettings } from "./sweep-options.js";

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

/** Ids of WebUIs by their addresses, or the names of their machines; one that is not known yet is connected. */
async function webuisGiven(client: StudioClient, given: readonly string[]): Promise<string[]> {
  const { webuis } = given.length > 0 ? await client.call("webui/list", {}) : { webuis: [] };
  const ids: string[] = [];
  for (const address of given) {
    const known = webuis.find(({ id, title }) => id === address || title === address);
    // A bare name is a machine's that is not there now: as an address it would be remembered for ever.
    const name = /[:.]|^localhost$/i.test(address) ? undefined : address;
    ids.push(known?.id ?? name ?? (await client.call("webui/connect", { address })).webui.id);
  }
  return ids;
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
