import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Database } from "../../sidecar/store/database.js";
import { type PictureRow, putPicture } from "../../sidecar/sweep/cells/picture-table.js";
import { addSweep, changeSweep } from "../../sidecar/sweep/cells/sweep-table.js";
import { keepPicture } from "../../sidecar/sweep/draw/picture-files.js";
import type { ResolvedSweep } from "../../sidecar/sweep/plan/resolved-sweep.js";
import { drawCell } from "./exported-sweep.js";

/** Stores a sweep with a drawn picture in every cell, except what `change` says of it; null leaves it undrawn. @returns its number */
export async function storeSweep(
  { database, stateFolder, scratch }: { database: Database; stateFolder: string; scratch: string },
  resolved: ResolvedSweep,
  change: (index: number) => Partial<PictureRow> | null = () => ({}),
): Promise<number> {
  const { settings, facts, cellCount } = resolved;
  const id = addSweep(database, { settings, facts, wanted: null, revision: 1 });
  changeSweep(database, id, { change: { state: "done" }, revision: 1 });
  const size = { width: settings.width, height: settings.height };
  for (let index = 0; index < cellCount; index += 1) {
    const [key, request, other] = [resolved.keyOf(index), resolved.requestOf(index), change(index)];
    if (key === null || request === null || other === null) continue;
    const path = join(scratch, `${index}.png`);
    await drawCell(path, size, index);
    const content = await keepPicture(stateFolder, await readFile(path));
    const tag = request.lora ? `<lora:okara:${request.lora.strength}>` : "";
    const infotext = `${request.promptBefore}${tag}${request.promptAfter}\nNegative prompt: lowres\nSteps: 24, Sampler: Euler a, CFG scale: 6, Seed: ${request.seed}, Size: ${size.width}x${size.height}`;
    const row: PictureRow = {
      key,
      state: "drawn",
      content,
      ...size,
      infotext,
      proof: null,
      problem: null,
      detail: null,
      webui: "http://127.0.0.1:7860",
      drawn: new Date().toISOString(),
      seconds: 1,
      own: 1,
      attempts: 1,
      revision: 1,
      ...other,
    };
    putPicture(database, row, request);
  }
  return id;
}
