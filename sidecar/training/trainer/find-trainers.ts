import type { Trainer } from "./trainer.js";
import { folderAsWritten, type TrainerSurroundings, trainerSurroundings, usualPlaces } from "./trainer-places.js";
import { pythonFor, type TrainerPython } from "./trainer-python.js";

/** Where a trainer was found. */
type TrainerOrigin = "given" | "sd-scripts" | "kohya_ss" | "stability-matrix" | "beside";

export interface FoundTrainer extends Trainer, TrainerPython {
  kind: "sd-scripts";
  origin: TrainerOrigin;
}

/** A folder that was named and holds no trainer. */
interface MissedFolder {
  folder: string;
  /** Who named it: the user here, or a variable of the environment. */
  namedBy: "given" | "SD_SCRIPTS_DIR" | "ATELIER_SD_SCRIPTS";
}

export interface FoundTrainers {
  /** The one to take first. */
  trainers: FoundTrainer[];
  missed: MissedFolder[];
}

type Layout = Exclude<TrainerOrigin, "given" | "beside">;

// fluxgym has a copy of sd-scripts inside, as kohya_ss has.
const packageNames = ["kohya_ss", "sd-scripts", "fluxgym"];

/** What the folder may be and where its train_network.py would then lie. */
function layouts(folder: string, { path }: TrainerSurroundings): { layout: Layout; scripts: string }[] {
  const packages = [path.join(folder, "Packages"), path.join(folder, "Data", "Packages")];
  return [
    { layout: "sd-scripts", scripts: folder },
    { layout: "kohya_ss", scripts: path.join(folder, "sd-scripts") },
    ...packages
      .flatMap((all) => packageNames.map((name) => path.join(all, name)))
      .flatMap((one) => [path.join(one, "sd-scripts"), one])
      .map((scripts): { layout: Layout; scripts: string } => ({ layout: "stability-matrix", scripts })),
  ];
}

/** A folder inside another program is that program's, however it was reached. */
function layoutOf(layout: Layout, scripts: string, { path }: TrainerSurroundings): Layout {
  const parents = path.dirname(scripts).split(/[\\/]/);
  if (parents.includes("Packages")) return "stability-matrix";
  return parents.at(-1) === "kohya_ss" ? "kohya_ss" : layout;
}

async function trainersIn(folder: string, around: TrainerSurroundings): Promise<{ layout: Layout; scripts: string }[]> {
  const possible = layouts(folder, around);
  const there = await Promise.all(
    possible.map(({ scripts }) => around.exists(around.path.join(scripts, "train_network.py"))),
  );
  return possible
    .filter((_, index) => there[index])
    .map(({ layout, scripts }) => ({ layout: layoutOf(layout, scripts, around), scripts }));
}

/** Folders somebody named, first; then those that may hold a trainer unasked. */
async function candidates(given: string | null, around: TrainerSurroundings) {
  const named = [
    { namedBy: "given", written: given },
    { namedBy: "SD_SCRIPTS_DIR", written: around.environment.SD_SCRIPTS_DIR },
    { namedBy: "ATELIER_SD_SCRIPTS", written: around.environment.ATELIER_SD_SCRIPTS },
  ] as const;
  const { beside, usual } = await usualPlaces(around);
  return [
    ...named.flatMap(({ namedBy, written }) =>
      written?.trim() ? [{ namedBy, folder: folderAsWritten(written, around) }] : [],
    ),
    ...beside.map((folder) => ({ namedBy: "beside" as const, folder })),
    ...usual.map((folder) => ({ namedBy: null, folder })),
  ];
}

/**
 * The trainers of this machine without running any: the folder the user names (sd-scripts itself, kohya_ss, Stability
 * Matrix' data), SD_SCRIPTS_DIR, ATELIER_SD_SCRIPTS, beside our state and the WebUI, the usual places.
 */
export async function findTrainers(
  given: string | null,
  around: TrainerSurroundings = trainerSurroundings(),
): Promise<FoundTrainers> {
  const result: FoundTrainers = { trainers: [], missed: [] };
  const known = new Set<string>();
  for (const { namedBy, folder } of await candidates(given, around)) {
    const inside = await trainersIn(folder, around);
    if (inside.length === 0 && namedBy !== null && namedBy !== "beside") result.missed.push({ folder, namedBy });
    for (const { layout, scripts } of inside) {
      const key = around.platform === "win32" ? scripts.toLowerCase() : scripts;
      if (known.has(key)) continue;
      known.add(key);
      const origin = namedBy === null ? layout : namedBy === "beside" ? "beside" : "given";
      result.trainers.push({ kind: "sd-scripts", folder: scripts, origin, ...(await pythonFor(scripts, around)) });
    }
  }
  return result;
}
