import { randomInt } from "node:crypto";
import type { DrawingFacts, WebuiCheckpoint } from "../../../webui/drawing.js";
import type { SweepRoom } from "../../sweep-room.js";
import { axisNamed } from "../axes/axis-catalogue.js";
import { candidatesOf, candidatesOfRun } from "../candidates/find-candidates.js";
import { LARGEST_SEED } from "../fixed-axes.js";
import type { SweepCandidate, SweepFacts, SweepSettings } from "../resolved-sweep.js";
import { splitList } from "../values/split-list.js";
import { familyOfCheckpoint } from "./checkpoint-family.js";
import { loraContents } from "./lora-contents.js";
import { type NamedValues, nameValues } from "./name-values.js";
import { checkpointNamed, nameAndHash } from "./named-choice.js";
import { randomNeeded } from "./random-needed.js";

/** What a sweep's files and its WebUI say. */
export interface GatheredFacts {
  facts: SweepFacts;
  /** Names that the WebUI does not have. */
  unknownNames: NamedValues["unknown"];
  /** Base checkpoints that will draw, with their families; null: unknown. */
  bases: { name: string; family: string | null }[];
}

/** Rows of a run are named by the run's own numbers. */
async function candidatesFor(room: SweepRoom, { run, loras }: SweepSettings): Promise<SweepCandidate[]> {
  const ofRun = run === null ? [] : await candidatesOfRun(room, run).catch(() => []);
  const known = new Map(ofRun.map(({ path, step, epoch }) => [path, { step, epoch }]));
  const files = [...new Set(loras)].map((path) => {
    const progress = known.get(path);
    return progress === undefined ? { path } : { path, progress };
  });
  return candidatesOf(files, { sorted: false });
}

async function basesOf(settings: SweepSettings, named: NamedValues["named"], drawing: DrawingFacts | null) {
  const own = settings.checkpoint ?? drawing?.checkpoint ?? null;
  const listed = settings.axes.filter(({ axis }) => axisNamed(axis)?.id === "checkpoint");
  const written = listed.flatMap(({ values }) => splitList(values).map(({ text }) => text));
  const titles = new Set(
    listed.length > 0 ? written.map((text) => named.checkpoint?.[text] ?? text) : own === null ? [] : [own],
  );
  const bases = new Map<string, string | null>();
  for (const title of titles) {
    const found: WebuiCheckpoint | null = drawing && checkpointNamed(title, drawing);
    bases.set(found === null ? title : nameAndHash(found), found && (await familyOfCheckpoint(found)));
  }
  return [...bases].map(([name, family]) => ({ name, family }));
}

/**
 * Looks at the files and at what the WebUI can draw with. @param drawing null: no WebUI answers, so names are taken as written
 * @param random drawn anew unless a sweep that is changed keeps its own
 */
export async function gatherFacts(
  room: SweepRoom,
  settings: SweepSettings,
  drawing: DrawingFacts | null,
  random: readonly number[] = [],
): Promise<GatheredFacts> {
  const { named, unknown } = nameValues(settings, drawing);
  const bases = await basesOf(settings, named, drawing);
  const own = settings.checkpoint ?? drawing?.checkpoint ?? null;
  const base = own === null || drawing === null ? null : checkpointNamed(own, drawing);
  const checkpoint = base === null ? (own ?? "") : nameAndHash(base);
  const missing = Math.max(0, randomNeeded(settings) - random.length);
  return {
    facts: {
      contents: await loraContents(room.database, settings.loras),
      candidates: await candidatesFor(room, settings),
      checkpoint,
      family: bases.find(({ name }) => name === checkpoint)?.family ?? (base && (await familyOfCheckpoint(base))),
      named,
      random: [...random, ...Array.from({ length: missing }, () => randomInt(LARGEST_SEED))],
    },
    unknownNames: unknown,
    bases,
  };
}
