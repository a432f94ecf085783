import { existsSync, realpathSync } from "node:fs";
import { isAbsolute, relative } from "node:path";
import { readSafetensorsHeader } from "../../host/safetensors.js";
import type { WebuiLinks } from "../../webui/webui-links.js";
import type { RunRecord } from "../runs/run-record.js";
import { previewOf, previewPng } from "./preview-picture.js";
import { refreshWebuis } from "./refresh-webuis.js";
import { triggerWords } from "./trigger-words.js";
import { factNotes, userMetadata } from "./user-metadata.js";
import { metadataText, writeIfFree, writeMetadata } from "./write-beside.js";

/** Whether a folder is the WebUI's of LoRA files, or inside it: what is saved there is among them already. */
export function isAmongWebuis(folder: string, loraFolder: string): boolean {
  if (!existsSync(folder) || !existsSync(loraFolder)) return false;
  const way = relative(realpathSync(loraFolder), realpathSync(folder));
  return !isAbsolute(way) && !way.startsWith("..");
}

/** Text and picture for the cards of LoRA files that a run saved among a WebUI's own. What is there stays. */
export async function describeInPlace(
  run: RunRecord,
  files: readonly string[],
  { webuis }: { webuis: Pick<WebuiLinks, "all"> },
): Promise<void> {
  const preview = await previewOf(run);
  const picture = preview && (await previewPng(preview.path).catch(() => null));
  const ofRun = { id: run.id, rehearsal: run.meant.trainer.kind === "rehearsal" };
  for (const file of files) {
    const { metadata } = await readSafetensorsHeader(file);
    const told = userMetadata(metadata, {
      activationText: triggerWords(metadata).join(", "),
      preferredWeight: 0,
      negativeText: "",
      notes: factNotes(metadata, ofRun),
    });
    const stem = file.replace(/\.safetensors$/, "");
    const text = await metadataText(`${stem}.json`, told);
    if (text !== null) await writeMetadata(`${stem}.json`, text);
    if (picture !== null) await writeIfFree(`${stem}.preview.png`, picture);
  }
  await refreshWebuis(webuis);
}
