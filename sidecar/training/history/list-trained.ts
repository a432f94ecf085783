import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { extname, join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { byNaturalName } from "../../dataset/scan.js";
import { isTrained } from "../../dataset/trained-formats.js";
import { localRoots } from "../../host/roots.js";
import { systemCode } from "../../host/studio-error.js";
import { trainedDatasets } from "../../planning/gather/data-facts.js";
import { localPaths } from "../../planning/gather/local-paths.js";
import type { PlanSubset, TrainingPlan } from "../../planning/plan.js";
import { planValues } from "../../planning/plan-values.js";
import { fileStamp } from "../../store/file-content.js";
import { decodeText } from "../../store/text-encoding.js";
import type { DatasetSnapshot, SnapshotCaption, SnapshotPicture } from "./snapshot.js";

// Files read before the event loop gets its turn: some milliseconds on a local disk.
const FILES_A_TURN = 100;

function readCaption(folder: string, name: string): SnapshotCaption | null {
  let bytes: Buffer;
  try {
    bytes = readFileSync(join(folder, name));
  } catch (error) {
    return systemCode(error) === "ENOENT" ? null : { name, text: null, sha256: null };
  }
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  try {
    return { name, text: decodeText(bytes).text, sha256 };
  } catch {
    return { name, text: null, sha256 };
  }
}

async function picturesOf({ folder }: PlanSubset, suffixes: readonly string[]): Promise<SnapshotPicture[]> {
  const names = (await readdir(folder)).sort(byNaturalName);
  const there = new Set(names);
  const pictures: SnapshotPicture[] = [];
  for (const [index, name] of names.filter((one) => isTrained(one)).entries()) {
    if (index % FILES_A_TURN === FILES_A_TURN - 1) await nextTurn();
    const stamp = fileStamp(join(folder, name));
    // It went since the folder was read.
    if (stamp === null) continue;
    const stem = name.slice(0, -extname(name).length);
    const caption = suffixes.map((suffix) => stem + suffix).find((one) => there.has(one));
    pictures.push({
      name,
      bytes: stamp.size,
      modified: stamp.modified,
      sha256: null,
      caption: caption === undefined ? null : readCaption(folder, caption),
    });
  }
  return pictures;
}

/** What the trainer would read now: every picture with its caption, hashes of pictures left out. */
export async function listTrained(plan: TrainingPlan): Promise<DatasetSnapshot> {
  const taken = new Date().toISOString();
  // A queued plan has this machine's paths already, and its owner started it.
  const found = await trainedDatasets(plan, { paths: localPaths(localRoots(), []) });
  const snapshot: DatasetSnapshot = { version: 1, taken, complete: false, sets: [], missing: found?.missing ?? [] };
  for (const [dataset, { options, subsets }] of (found?.datasets ?? []).entries()) {
    for (const subset of subsets) {
      const extension = planValues(plan, { ...options, ...subset.options }).text("caption_extension");
      const suffixes = extension.split(",").map((suffix) => suffix.trim());
      const { folder, repeats, trigger, regularisation } = subset;
      const pictures = await picturesOf(subset, suffixes);
      snapshot.sets.push({ folder, dataset, repeats, trigger, regularisation, pictures });
    }
  }
  return snapshot;
}
