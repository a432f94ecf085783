import { createHash } from "node:crypto";
import { createReadStream, existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join, parse } from "node:path";
import { pipeline } from "node:stream/promises";
import { readSafetensorsHeader } from "../../host/safetensors.js";
import { reasonOf, StudioError } from "../../host/studio-error.js";
import type { Database } from "../../store/database.js";
import type { WebuiLinks } from "../../webui/webui-links.js";
import { type Sentence, say } from "../../words/sentence.js";
import type { RunRecord } from "../runs/run-record.js";
import { placeFile } from "./place-file.js";
import { type PreviewSource, previewOf, previewPng } from "./preview-picture.js";
import { publishedName } from "./published-name.js";
import { noteWritten, publishedContent, recordPublished } from "./published-table.js";
import { refreshWebuis } from "./refresh-webuis.js";
import { triggerWords } from "./trigger-words.js";
import { factNotes, userMetadata } from "./user-metadata.js";
import { digestOf, metadataText, writeIfFree, writeMetadata } from "./write-beside.js";

export interface PublishWish {
  /** The LoRA file, absolute. */
  source: string;
  /** Folder of the WebUI's LoRA files, absolute. */
  folder: string;
  run: RunRecord | null;
  /** Without suffix; that of the file if left out. */
  name?: string | undefined;
  activationText?: string | undefined;
  preferredWeight?: number | undefined;
  negativeText?: string | undefined;
  notes?: string | undefined;
  /** Null for none; the run's own choice if left out. */
  preview?: PreviewSource | null | undefined;
  dryRun?: boolean | undefined;
}

export interface PublishedFile {
  name: string;
  path: string;
  status: "new" | "there" | "planned";
  renamed: boolean;
  /** Path of the user metadata that was written or got what it lacked; null where it stays as it is. */
  metadata: string | null;
  activationText: string;
  preview: { path: string; from: string; kind: PreviewSource["kind"] } | null;
  refreshed: string[];
  warnings: Sentence[];
}

async function contentOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}

/** @throws StudioError "modelInvalid" for what is no whole safetensors file */
async function wholeMetadata(path: string): Promise<ReadonlyMap<string, string>> {
  const { bytes, promised, metadata } = await readSafetensorsHeader(path);
  if (bytes === promised) return metadata;
  throw new StudioError(
    "modelInvalid",
    say("{path} is not whole: it has {bytes} bytes, its header promises {promised}.", { path, bytes, promised }),
    say("It may still be being written; a file of an interrupted run is no use."),
  );
}

// What Windows forbids in names, and what would end the name inside `<lora:NAME:1>`.
const unusable = /[<>:"/\\|?*]|\p{Cc}/u;

function usableName(name: string): string {
  const trimmed = name.trim();
  if (trimmed !== "" && !unusable.test(trimmed) && !/^\.|[. ]$/.test(trimmed)) return trimmed;
  throw new StudioError(
    "badArguments",
    say('"{name}" cannot be the name of a LoRA file.', { name }),
    say('Leave out < > : " / \\ | ? * and a point at its beginning or end.'),
  );
}

/** The picture of its card, as a PNG for a place where none is; what cannot be read is told and left out. */
async function pictureFor(source: PreviewSource | null, path: string, warnings: Sentence[]): Promise<Buffer | null> {
  if (source === null || existsSync(path)) return null;
  try {
    return await previewPng(source.path);
  } catch (error) {
    warnings.push(say("{path}: {message}", { path: source.path, message: reasonOf(error) }));
    return null;
  }
}

/**
 * Puts a LoRA file among a WebUI's own, with its trigger, notes and a picture for its card, under a name that is never used
 * for other content. What the user has there is not touched.
 * @throws StudioError "notFound" | "modelInvalid" | "badArguments"
 */
export async function publishLora(
  { source, folder, run, ...wish }: PublishWish,
  { database, webuis }: { database: Database; webuis: Pick<WebuiLinks, "all"> },
): Promise<PublishedFile> {
  const metadata = await wholeMetadata(source);
  const content = await contentOf(source);
  const wanted = usableName(wish.name ?? parse(source).name);
  const pathOf = (name: string): string => join(folder, `${name}.safetensors`);
  const known = new Map<string, string | null>();
  const contentThere = async (name: string): Promise<void> => {
    known.set(name, existsSync(pathOf(name)) ? await contentOf(pathOf(name)) : null);
  };
  // Looked at before: the choice itself waits for nothing.
  for (const name of [wanted, `${wanted}-${content.slice(0, 8)}`, `${wanted}-${content}`]) await contentThere(name);
  const { name, renamed } = publishedName(wanted, content, (one) => ({
    there: known.get(one) ?? null,
    before: publishedContent(database, folder, one),
  }));
  const path = pathOf(name);
  const activationText = wish.activationText ?? triggerWords(metadata).join(", ");
  const warnings: Sentence[] = [];
  const preview = wish.preview === undefined ? run && (await previewOf(run)) : wish.preview;
  const plans = { metadata: join(folder, `${name}.json`), preview: join(folder, `${name}.preview.png`) };
  const isThere = known.get(name) === content;
  const common = { name, path, renamed, activationText, warnings };
  const ofRun = run && { id: run.id, rehearsal: run.meant.trainer.kind === "rehearsal" };
  const told = userMetadata(metadata, {
    activationText,
    preferredWeight: wish.preferredWeight ?? 0,
    negativeText: wish.negativeText ?? "",
    notes: wish.notes ?? factNotes(metadata, ofRun),
  });
  const text = await metadataText(plans.metadata, told);
  if (wish.dryRun) {
    return {
      ...common,
      status: isThere ? "there" : "planned",
      metadata: text && plans.metadata,
      preview: preview && !existsSync(plans.preview) ? { ...preview, path: plans.preview, from: preview.path } : null,
      refreshed: [],
    };
  }
  await mkdir(folder, { recursive: true });
  recordPublished(database, { folder, name, content, source, run: run?.id ?? null });
  const picture = await pictureFor(preview, plans.preview, warnings);
  noteWritten(
    database,
    { folder, name },
    {
      file: !isThere,
      metadata: text && { before: text.before, after: digestOf(text.text) },
      preview: picture && digestOf(picture),
    },
  );
  // The file comes last: a WebUI that looks in between finds it complete.
  const wrote = text !== null && (await writeMetadata(plans.metadata, text));
  const placed = picture !== null && (await writeIfFree(plans.preview, picture));
  if (!isThere) await placeFile(source, path);
  const seen = await refreshWebuis(webuis);
  return {
    ...common,
    status: isThere ? "there" : "new",
    metadata: wrote ? plans.metadata : null,
    preview: placed && preview ? { path: plans.preview, from: preview.path, kind: preview.kind } : null,
    refreshed: seen.refreshed,
    warnings: [...warnings, ...seen.warnings],
  };
}
