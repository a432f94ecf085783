import type { Result } from "../../../../protocol/validate.js";
import type { ConceptKind } from "../../../planning/rules/rule.js";
import type { ReportStep, SetFacts, SetPicture } from "../report-facts.js";
import { evenly, insidePictures, mostIn } from "./picture-room.js";
import type { ReportSource } from "./report-source.js";

type Scanned = Result<"dataset/scan">["images"][number];
type Check = Result<"dataset/check">;

const room = { bytes: 2_000_000, sides: [72, 224] } as const;

export async function scannedPictures({ call, signal }: ReportSource, folder: string): Promise<Scanned[]> {
  const images: Scanned[] = [];
  for (let from: number | null = 0; from !== null; ) {
    const { images: part, next }: Result<"dataset/scan"> = await call("dataset/scan", { folder, from }, signal);
    images.push(...part);
    from = next ?? null;
  }
  return images;
}

async function checkOf(
  { call, signal }: ReportSource,
  folder: string,
  concept: ConceptKind | null,
): Promise<Omit<Check, "next">> {
  const asked = { folder, ...(concept && { concept }) };
  const { next: after, ...check } = await call("dataset/check", asked, signal);
  for (let from = after; from !== null; ) {
    const { images, next }: Check = await call("dataset/check", { ...asked, from }, signal);
    check.images.push(...images);
    from = next;
  }
  return check;
}

/** Steps that are done now, the latest first. */
const doneSteps = ({ story }: ReportSource): ReportStep[] =>
  story.steps
    .filter(({ undone, point }) => !undone && !point)
    .map(({ name, created, files, moved }) => ({ name, created, files, moved }));

/** A folder's pictures as the report shows them. */
export async function gatherSet(
  source: ReportSource,
  { folder, images, concept }: { folder: string; images: readonly Scanned[]; concept: ConceptKind | null },
): Promise<SetFacts> {
  const check = await checkOf(source, folder, concept);
  const problems = new Map(check.images.map((image) => [image.path, image.problems]));
  const paths = evenly(images, mostIn(room)).map(({ path }) => path);
  const inside = await insidePictures(paths, room, source.signal);
  const pictures = images.map(
    ({ path, name, caption, repeats }): SetPicture => ({
      name,
      picture: inside.get(path) ?? null,
      caption,
      repeats,
      problems: problems.get(path) ?? [],
    }),
  );
  return { pictures, problems: check.set, verdict: check.verdict, measured: check.measured, steps: doneSteps(source) };
}
