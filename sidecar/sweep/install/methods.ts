import { basename } from "node:path";
import type { Params, Result } from "../../../protocol/validate.js";
import { readSafetensorsHeader } from "../../host/safetensors.js";
import { reportError, StudioError } from "../../host/studio-error.js";
import { loraFolder } from "../../training/results/lora-folder.js";
import { publishLora } from "../../training/results/publish.js";
import { triggerWords } from "../../training/results/trigger-words.js";
import type { RunRecord } from "../../training/runs/run-record.js";
import { oneRun } from "../../training/runs/run-table.js";
import { say, toldWarnings } from "../../words/sentence.js";
import { currentReport } from "../export/read/current-report.js";
import { exportedSweep } from "../export/read/stored-sweep.js";
import { requireOwner } from "../require-owner.js";
import type { SweepRoom } from "../sweep-room.js";
import { installNotes } from "./install-notes.js";
import { previewCell } from "./preview-cell.js";

const noFolder = (): StudioError =>
  new StudioError(
    "notFound",
    say("It is not known where the WebUI has its LoRA files."),
    say("Name the folder (--folder DIR), or connect the WebUI (webui connect http://127.0.0.1:7860)."),
  );

const noLora = (lora: number, count: number): StudioError =>
  new StudioError(
    "badArguments",
    say("LoRA {lora} was asked for; the sweep has {count}.", { lora, count }),
    say("They count from 0."),
  );

/** The run that made the LoRA; a sweep outlives it. */
function runOf({ database }: SweepRoom, id: number | null): RunRecord | null {
  try {
    return id === null ? null : oneRun(database, id);
  } catch (error) {
    if (reportError(error).code === "notFound") return null;
    throw error;
  }
}

/** Puts the chosen LoRA among a WebUI's own, with what the sweep found out. */
export function installMethods(room: SweepRoom) {
  const { database, roots, settings: studioSettings, stateFolder, webuis } = room;
  return {
    async "sweep/install"({
      id,
      lora,
      strength,
      dryRun = false,
      folder,
      name,
      previewCell: named,
    }: Params<"sweep/install">): Promise<Result<"sweep/install">> {
      requireOwner(room);
      const sweep = exportedSweep(database, stateFolder, id);
      const { settings } = sweep.resolved;
      const values = sweep.resolved.axes.find((axis) => axis.id === "lora")?.values ?? [];
      const source = values[lora]?.path ?? settings.loras[lora];
      if (source === undefined) throw noLora(lora, values.length);
      const target =
        folder === undefined ? (await loraFolder(studioSettings, webuis)).folder : await roots.permitNew(folder);
      if (target === null) throw noFolder();
      const picture = previewCell(sweep, { lora, strength, named });
      const { metadata } = await readSafetensorsHeader(source);
      const activationText = settings.trigger ?? triggerWords(metadata).join(", ");
      const notes = installNotes(sweep, { lora, strength, report: await currentReport(room, id) });
      const published = await publishLora(
        {
          source,
          folder: target,
          run: runOf(room, settings.run),
          ...(name === undefined ? {} : { name }),
          activationText,
          preferredWeight: strength,
          notes,
          preview: picture && { path: picture.path, kind: "given" },
          dryRun,
        },
        { database, webuis },
      );
      const warnings = [...published.warnings];
      if (picture === null) warnings.push(say("No proven picture of this LoRA was drawn: its card has none."));
      if (sweep.rehearsal) warnings.push(say("A rehearsal: no model has drawn these pictures."));
      if (published.renamed) {
        const wanted = name ?? basename(source, ".safetensors");
        warnings.push(
          say("The name {wanted} was used for another file: a part of the content's hash follows it.", { wanted }),
        );
      }
      return {
        name: published.name,
        path: published.path,
        status: published.status,
        metadata: published.metadata,
        metadataKept: published.metadata === null,
        preferredWeight: strength,
        activationText,
        preview: published.preview?.path ?? null,
        refreshed: published.refreshed,
        ...toldWarnings(warnings),
      };
    },
  };
}
