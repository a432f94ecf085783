import { fits } from "../../../protocol/validate.js";
import { StudioError } from "../../host/studio-error.js";
import { type FileReference, isFileName, parseFile } from "../../machines/references.js";
import type { TrainingPlan } from "../../planning/plan.js";
import { planOfWire, wireOfPlan } from "../../planning/wire-plan.js";
import { say } from "../../words/sentence.js";

/** What another machine must know of a run to train it. Paths are those of the studio. */
export interface TravellingRun {
  plan: TrainingPlan;
  /** With the stand-in. */
  rehearsal: boolean;
  gpus: readonly number[] | null;
  steps: number;
  eventFiles: boolean;
  /** Names of the LoRA files that it will write. */
  outputs: readonly string[];
  files: ReadonlyMap<string, FileReference>;
  /** Of each folder its files, by their way in it. */
  folders: ReadonlyMap<string, ReadonlyMap<string, FileReference>>;
}

// Pictures with their captions; a saved state has a few more levels.
const MOST_DEPTH = 8;

/** A way below a folder, with `/` between its parts, that is safe on every system. */
export function isWayBelow(way: string): boolean {
  const parts = way.split("/");
  return parts.length <= MOST_DEPTH && parts.every(isFileName);
}

export function formatTravelling({ plan, files, folders, ...run }: TravellingRun): string {
  return JSON.stringify({
    version: 1,
    ...run,
    plan: wireOfPlan(plan),
    files: [...files],
    folders: [...folders].map(([path, inside]) => [path, [...inside]]),
  });
}

const other = (): StudioError =>
  new StudioError(
    "protocolMismatch",
    say("The studio sent a run that this version does not understand."),
    say("Update LoRA Atelier there to the studio's version."),
  );

const pairs = (value: unknown): [string, unknown][] => {
  if (!Array.isArray(value)) throw new TypeError("no list");
  return value.map((pair: unknown): [string, unknown] => {
    const [key, one]: unknown[] = Array.isArray(pair) ? pair : [];
    if (typeof key !== "string") throw new TypeError("no name");
    return [key, one];
  });
};

function parsed(text: string): TravellingRun {
  const { version, plan, rehearsal, gpus, steps, eventFiles, outputs, files, folders } = Object(JSON.parse(text));
  const start: unknown = { plan, ...(gpus === null ? {} : { gpus }) };
  if (version !== 1 || !fits("training/start", start)) throw new TypeError("no run");
  const names: unknown[] = Array.isArray(outputs) ? outputs : [];
  if (!names.every(isFileName) || !Number.isSafeInteger(steps)) throw new TypeError("no names");
  return {
    plan: planOfWire(start.plan),
    rehearsal: rehearsal === true,
    gpus: start.gpus ?? null,
    steps,
    eventFiles: eventFiles === true,
    outputs: names,
    files: new Map(pairs(files).map(([path, file]) => [path, parseFile(file)])),
    folders: new Map(
      pairs(folders).map(([path, inside]) => [
        path,
        new Map(
          pairs(inside).map(([way, file]) => {
            if (!isWayBelow(way)) throw new TypeError("no way below a folder");
            return [way, parseFile(file)];
          }),
        ),
      ]),
    ),
  };
}

/** @throws StudioError "protocolMismatch" for what no studio of this version sends */
export function parseTravelling(text: string): TravellingRun {
  try {
    return parsed(text);
  } catch {
    throw other();
  }
}
