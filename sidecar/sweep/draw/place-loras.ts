import { existsSync, statSync } from "node:fs";
import { link as hardLink, mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { StudioError, systemCode } from "../../host/studio-error.js";
import { type Database, transaction } from "../../store/database.js";
import { digestFile, fileContents, fileStamp } from "../../store/file-content.js";
import { placeFile } from "../../training/results/place-file.js";
import type { WebuiLora } from "../../webui/drawing.js";
import type { DrawingLink } from "../../webui/drawing-link.js";
import { say } from "../../words/sentence.js";
import { sweepLoraName } from "./lora-names.js";

/** Below the WebUI's own folder, so that its list stays tidy. Not hidden: WebUIs do not look into hidden folders. */
const OUR_FOLDER = "atelier-sweep";

/** A LoRA file by its path, with its content. */
export interface SweepLora {
  path: string;
  content: string;
}

/** SHA-256 of a file, hex; null where none is. */
export async function contentOf(database: Database, path: string): Promise<string | null> {
  const stamp = fileStamp(path);
  if (stamp === null) return null;
  const contents = fileContents(database);
  const known = contents.known(path, stamp);
  if (known !== null) return known;
  const content = await digestFile(path);
  contents.remember(path, stamp, content);
  return content;
}

const changed = ({ path }: SweepLora): StudioError =>
  new StudioError(
    "modelInvalid",
    say("{path} is not the file any more that the sweep began with.", { path }),
    say("Put the earlier file back, or start another sweep with this one."),
  );

/** A hard link costs no disk; where there can be none, a copy. */
async function putThere(source: string, target: string): Promise<void> {
  try {
    await hardLink(source, target);
  } catch (error) {
    if (systemCode(error) === "EEXIST") return;
    await placeFile(source, target);
  }
}

async function place(database: Database, folder: string, lora: SweepLora): Promise<string> {
  const name = sweepLoraName(lora.path, lora.content);
  const target = join(folder, `${name}.safetensors`);
  // A link follows its source when that is written over in place.
  const there = await contentOf(database, target);
  if (there === lora.content) return name;
  if ((await contentOf(database, lora.path)) !== lora.content) throw changed(lora);
  // Written before the file is: the name is never used for other content.
  transaction(database, () => {
    database
      .prepare(
        "INSERT INTO sweep_lora (folder, name, content, placed) VALUES (?, ?, ?, 1) ON CONFLICT (folder, name) DO UPDATE SET placed = 1",
      )
      .run(folder, name, lora.content);
  });
  if (there !== null) await rm(target, { force: true });
  await putThere(lora.path, target);
  return name;
}

/** Whether two paths lead to one file on this machine. */
export const isSameFile = (one: string, other: string): boolean => {
  const [a, b] = [one, other].map((path) => statSync(path, { throwIfNoEntry: false }));
  return a !== undefined && b !== undefined && a.ino === b.ino && a.dev === b.dev;
};

const notListed = (title: string, name: string): StudioError =>
  new StudioError(
    "webuiFailed",
    say("{title} does not list the LoRA {name}.", { title, name }),
    say(
      "Is the folder that we put it into the one that it reads? Another machine's WebUI needs the file in its own folder.",
    ),
  );

/** Lets a machine that can fetch them put them among its WebUI's. @returns false where nobody can */
const bring = async (link: DrawingLink, loras: readonly SweepLora[], signal: AbortSignal): Promise<boolean> =>
  (await link.bringLoras?.(
    loras.map(({ path, content }) => ({ path, content, name: sweepLoraName(path, content) })),
    signal,
  )) ?? false;

/**
 * Puts the files among a WebUI's, under names with their content, and sees that it lists them. A machine that works for the studio
 * fetches them; on any other they must be there already under their own names.
 * @returns names by content @throws StudioError "webuiFailed" when one is not listed | "modelInvalid" when a file was changed
 */
export async function placeLoras(
  database: Database,
  {
    link,
    loraFolder,
    loras,
    signal,
  }: { link: DrawingLink; loraFolder: string | null; loras: readonly SweepLora[]; signal: AbortSignal },
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  if (loras.length === 0) return names;
  const isOurs = link.isHere && loraFolder !== null && existsSync(loraFolder);
  if (isOurs) {
    const folder = join(loraFolder, OUR_FOLDER);
    await mkdir(folder, { recursive: true });
    for (const lora of loras) names.set(lora.content, await place(database, folder, lora));
  } else if (await bring(link, loras, signal)) {
    for (const { path, content } of loras) names.set(content, sweepLoraName(path, content));
  } else for (const { path, content } of loras) names.set(content, path.replace(/^.*[\\/]/, "").replace(/\.\w+$/, ""));
  const listed = await link.loras(signal);
  for (const name of names.values()) {
    const found = listed.filter((one: WebuiLora) => one.name === name);
    const ours = isOurs ? join(loraFolder, OUR_FOLDER, `${name}.safetensors`) : null;
    // A WebUI in a container names paths that this machine does not have.
    const isRight = found.some(
      ({ path }) => ours === null || path === null || !existsSync(path) || isSameFile(path, ours),
    );
    if (!isRight) throw notListed(link.title, name);
  }
  return names;
}

/**
 * Takes away what was only put there for sweeps that are over, where its source is still there with the same content. Names stay
 * reserved. @returns how many
 */
export async function takeLorasAway(
  database: Database,
  { loras, stillUsed }: { loras: readonly SweepLora[]; stillUsed: ReadonlySet<string> },
): Promise<number> {
  let count = 0;
  for (const { path, content } of loras) {
    if (stillUsed.has(content) || (await contentOf(database, path)) !== content) continue;
    const rows = database.prepare("SELECT folder, name FROM sweep_lora WHERE content = ? AND placed = 1").all(content);
    for (const { folder, name } of rows.map(Object)) {
      const target = join(String(folder), `${name}.safetensors`);
      if (isInPlace(target, path)) continue;
      await rm(target, { force: true });
      database.prepare("UPDATE sweep_lora SET placed = 0 WHERE folder = ? AND name = ?").run(folder, name);
      count += 1;
    }
  }
  return count;
}

/** The user sweeps a file that we put there for an earlier sweep. */
const isInPlace = (target: string, source: string): boolean => target === source;
