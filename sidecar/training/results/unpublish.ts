import { existsSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { StudioError } from "../../host/studio-error.js";
import { writeText } from "../../store/atomic-file.js";
import type { Database } from "../../store/database.js";
import { digestFile } from "../../store/file-content.js";
import type { WebuiLinks } from "../../webui/webui-links.js";
import { say } from "../../words/sentence.js";
import { type PublishedLora, publishedLoras, type Written, writtenOf, writtenTaken } from "./published-table.js";
import { refreshWebuis } from "./refresh-webuis.js";
import { digestOf, type WrittenText } from "./write-beside.js";

export interface TakenBack {
  /** Files that are gone. */
  removed: string[];
  /** User metadata that is again as it was before. */
  restored: string[];
  /** Files that are not as we left them: the user's own by now. */
  kept: string[];
  refreshed: string[];
}

const contentAt = async (path: string): Promise<string | null> => (existsSync(path) ? digestFile(path) : null);

/** @throws StudioError "notAllowed" where the file would be gone for good */
async function refuseLastCopy({ path, source, content }: PublishedLora): Promise<void> {
  if (source !== path && (await contentAt(source)) === content) return;
  throw new StudioError(
    "notAllowed",
    say("{path} is the only copy: {source} is not there any more.", { path, source }),
    say("Copy it elsewhere first, or remove it by hand."),
  );
}

async function takeMetadata(path: string, { before, after }: WrittenText, taken: TakenBack): Promise<void> {
  if (!existsSync(path)) return;
  if (digestOf(await readFile(path)) !== after) taken.kept.push(path);
  else if (before === null) {
    await rm(path);
    taken.removed.push(path);
  } else {
    await writeText(path, before);
    taken.restored.push(path);
  }
}

async function takeFile(path: string, content: string, taken: TakenBack): Promise<void> {
  const there = await contentAt(path);
  if (there === null) return;
  if (there === content) await rm(path);
  (there === content ? taken.removed : taken.kept).push(path);
}

async function take({ folder, name, path, content }: PublishedLora, written: Written): Promise<TakenBack> {
  const taken: TakenBack = { removed: [], restored: [], kept: [], refreshed: [] };
  if (written.file) await takeFile(path, content, taken);
  if (written.preview !== null) await takeFile(join(folder, `${name}.preview.png`), written.preview, taken);
  if (written.metadata !== null) await takeMetadata(join(folder, `${name}.json`), written.metadata, taken);
  return taken;
}

const unknown = (name: string): StudioError =>
  new StudioError(
    "notFound",
    say("No LoRA {name} was put among a WebUI's files here.", { name }),
    say("`train published` names those that were."),
  );

/**
 * Takes back what was put among a WebUI's LoRA files: the file, its text and its picture, as far as each is still as we left it.
 * @throws StudioError "notFound" | "notAllowed"
 */
export async function unpublishLora(
  { name, folder }: { name: string; folder?: string | undefined },
  { database, webuis }: { database: Database; webuis: Pick<WebuiLinks, "all"> },
): Promise<TakenBack> {
  const lora = publishedLoras(database).find((one) => one.name === name && (folder ?? one.folder) === one.folder);
  const written = lora && writtenOf(database, lora);
  if (!lora || !written) throw unknown(name);
  if (written.file && lora.isThere) await refuseLastCopy(lora);
  const taken = await take(lora, written);
  writtenTaken(database, lora);
  return { ...taken, refreshed: (await refreshWebuis(webuis)).refreshed };
}
