import { StudioError } from "../../host/studio-error.js";

/** The ways in which a run can go wrong when it is asked to. */
export const misbehaviours = [
  "oom",
  "missingPackage",
  "wrongFamily",
  "nan",
  "nanLatents",
  "corruptImage",
  "truncatedImage",
  "diskFull",
  "readOnly",
  "killed",
  "hang",
  "hangHard",
  "exitZeroNothing",
  "exitZeroTruncated",
  "wrongSteps",
] as const;
export type Misbehaviour = (typeof misbehaviours)[number];

/** What `ATELIER_STAND_IN_TRAINER` says. */
export interface StandInOptions {
  /** Null: 0.005, and a run in ten seconds however long it is: nobody learns from waiting for a stand-in. */
  secondsPerStep: number | null;
  /** Imports, reading the pictures and loading the model, all together. */
  startSeconds: number;
  /** Between the two halves of a file: so long a reader can see it cut. */
  secondsPerSave: number;
  misbehave: Misbehaviour | null;
  /** When; null: where that mishap usually comes. */
  atStep: number | null;
  /** Path of a recording without its ending; null: a run of its own. */
  replay: string | null;
  /** How many times faster than it was recorded. */
  replaySpeed: number;
}

export const variable = "ATELIER_STAND_IN_TRAINER";

const defaults: StandInOptions = {
  secondsPerStep: null,
  startSeconds: 0.05,
  secondsPerSave: 0.01,
  misbehave: null,
  atStep: null,
  replay: null,
  replaySpeed: 1,
};

const refused = (problem: string): StudioError =>
  new StudioError(
    "badArguments",
    `${variable}: ${problem}.`,
    `It holds JSON with any of ${Object.keys(defaults).join(", ")}.`,
  );

const isMisbehaviour = (value: unknown): value is Misbehaviour => misbehaviours.some((known) => known === value);

function numberOf(name: string, value: unknown, least: number): number {
  if (typeof value !== "number" || !Number.isFinite(value) || value < least) {
    throw refused(`${name} should be a number of at least ${least}, not ${JSON.stringify(value)}`);
  }
  return value;
}

function parsed(text: string): Record<string, unknown> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw refused("it is no JSON");
  }
  if (typeof json !== "object" || json === null || Array.isArray(json)) throw refused("it is no JSON object");
  return { ...json };
}

/** @throws StudioError "badArguments" */
export function readStandInOptions(text: string | undefined): StandInOptions {
  const options = { ...defaults };
  for (const [name, value] of Object.entries(parsed(text || "{}"))) {
    if (name === "secondsPerStep" || name === "startSeconds" || name === "secondsPerSave") {
      options[name] = numberOf(name, value, 0);
    } else if (name === "atStep") options.atStep = numberOf(name, value, 1);
    else if (name === "replaySpeed") options.replaySpeed = numberOf(name, value, 0.01);
    else if (name === "replay" && typeof value === "string") options.replay = value;
    else if (name === "misbehave" && isMisbehaviour(value)) options.misbehave = value;
    else if (name === "misbehave") throw refused(`misbehave should be one of ${misbehaviours.join(", ")}`);
    else throw refused(`it has no ${name} ${JSON.stringify(value)}`);
  }
  return options;
}
