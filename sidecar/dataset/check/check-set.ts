import { existsSync } from "node:fs";
import { relative, sep } from "node:path";
import type { Database } from "../../store/database.js";
import { captionPath, type FolderScan } from "../scan.js";
import { judgePicture, type Problem, unsureOf } from "./judge-picture.js";
import { judgeSet, type Verdict, verdictOf } from "./judge-set.js";
import { keptMeasures } from "./kept-measures.js";
import type { Duplicate } from "./look/find-duplicates.js";
import { type SeenPicture, setDuplicates } from "./set-duplicates.js";

interface CheckedPicture {
  path: string;
  /** False: nothing is known of it yet. */
  measured: boolean;
  problems: Problem[];
  /** What could not be told. */
  unsure: string[];
  /** Kind of background, or null when it was not measured. */
  background: string | null;
}

export interface CheckedSet {
  verdict: Verdict;
  images: CheckedPicture[];
  set: Problem[];
  /** Places in `images`. */
  duplicates: Duplicate[];
}

const duplicateKinds = {
  exact: "exactDuplicate",
  near: "nearDuplicate",
  mirrored: "mirroredDuplicate",
  crop: "crop",
} as const;
const order = Object.keys(duplicateKinds);

/** Duplicates among pictures whose looks are known, by their places in the list. */
export async function duplicatesAmong(
  database: Database,
  looks: readonly (SeenPicture | null)[],
): Promise<Duplicate[]> {
  const places = looks.flatMap((look, place) => (look ? [place] : []));
  const found = await setDuplicates(
    database,
    looks.filter((look) => look !== null),
  );
  return found.map((pair) => ({ ...pair, one: places[pair.one] ?? 0, other: places[pair.other] ?? 0 }));
}

/** Tells each picture the nearest relation it has: a copy of a copy is told once. */
function tellDuplicates(checked: readonly CheckedPicture[], duplicates: readonly Duplicate[], folder: string): void {
  const told = new Set<number>();
  const nearestFirst = [...duplicates].sort((left, right) => order.indexOf(left.kind) - order.indexOf(right.kind));
  for (const { one, other, kind, share } of nearestFirst) {
    const [first, second] = [checked[one], checked[other]];
    if (!first || !second || told.has(one)) continue;
    told.add(one);
    const name = relative(folder, second.path).split(sep).join("/");
    const values = { other: name, percent: Math.round(share * 100) };
    // A close view cut from a larger picture is often made on purpose.
    const severity = kind === "crop" ? "note" : "warning";
    first.problems.push({ kind: duplicateKinds[kind], severity, values });
  }
}

/** Judges a set by what was measured of its pictures. */
export async function checkSet(
  database: Database,
  { folder, images }: Pick<FolderScan, "folder" | "images">,
  { maxSize, minImages }: { maxSize: number; minImages: number },
): Promise<CheckedSet> {
  const kept = keptMeasures(database);
  const known = await Promise.all(images.map(({ path }) => kept.find(path)));
  const checked = images.map(({ path }, place): CheckedPicture => {
    const measure = known[place] ?? null;
    if (measure?.unreadable) {
      const values = { reason: measure.unreadable };
      return {
        path,
        measured: true,
        problems: [{ kind: "unreadable", severity: "error", values }],
        unsure: [],
        background: null,
      };
    }
    if (!measure?.facts) return { path, measured: false, problems: [], unsure: [], background: null };
    const { facts } = measure;
    return {
      path,
      measured: true,
      problems: judgePicture(path, facts, maxSize),
      unsure: unsureOf(facts),
      background: facts.background,
    };
  });
  const looks = known.map((measure) => (measure?.look ? { content: measure.content, look: measure.look } : null));
  const duplicates = await duplicatesAmong(database, looks);
  tellDuplicates(checked, duplicates, folder);
  const facts = known.flatMap((measure) => measure?.facts ?? []);
  const set = judgeSet({
    pictures: images.length,
    readable: facts.length,
    unmeasured: checked.filter(({ measured }) => !measured).length,
    captions: images.filter(({ path }) => existsSync(captionPath(path))).length,
    facts,
    minImages,
  });
  const verdict = verdictOf([...set, ...checked.flatMap(({ problems }) => problems)]);
  return { verdict, images: checked, set, duplicates };
}
