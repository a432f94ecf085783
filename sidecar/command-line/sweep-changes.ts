import { StudioError } from "../host/studio-error.js";
import { axisNamed } from "../sweep/plan/axes/axis-catalogue.js";
import { readSize } from "../sweep/plan/axes/size-axis.js";
import { commaList, numberWithin, oneOf, type Words, wholeNumber } from "./arguments.js";
import type { SweepSettings } from "./sweep-options.js";

const wrong = (message: string, hint: string): StudioError => new StudioError("badArguments", message, hint);

/** `CFG Scale: 5-8`, by the axis's id or its name in the X/Y/Z plot. @throws StudioError "badArguments" */
export function axisGiven(written: string): SweepSettings["axes"][number] {
  const [, name = "", values = ""] = /^([^:]+):(.*)$/s.exec(written) ?? [];
  if (name === "") {
    throw wrong(`--axis expects "NAME: VALUES"; found "${written}".`, 'For instance --axis "CFG Scale: 5-8"');
  }
  const axis = axisNamed(name.trim());
  if (axis === null) throw wrong(`There is no axis "${name.trim()}".`, "`sweep axes` lists them.");
  return { axis: axis.id, values: values.trim() };
}

function sizeGiven(written: string | undefined): Partial<SweepSettings> {
  if (written === undefined) return {};
  const size = readSize(written);
  if (size === null) throw wrong(`--size expects width and height; found "${written}".`, "For instance --size 512x768");
  return size;
}

const named = <K extends keyof SweepSettings>(name: K, value: SweepSettings[K] | undefined): Partial<SweepSettings> =>
  value === undefined ? {} : { [name]: value };

/** "none" takes a value away that the proposal has. */
const orNone = (value: string | undefined): string | null | undefined =>
  value !== undefined && /^none$/i.test(value) ? null : value;

const numberGiven = (given: Words, name: string, limits: readonly [number, number]): number | undefined => {
  const value = given.text(name);
  return value === undefined ? undefined : numberWithin(name, value, limits);
};

const countGiven = (given: Words, name: string): number | undefined => {
  const value = given.text(name);
  return value === undefined ? undefined : wholeNumber(name, value);
};

const listGiven = (given: Words, name: string): string[] | undefined =>
  given.texts(name).length > 0 ? given.texts(name) : undefined;

const varySeedsGiven = (written: string | undefined): string[] | undefined =>
  written === undefined ? undefined : commaList(written).map((name) => axisNamed(name)?.id ?? name);

/** What the options say, in the place of what was proposed. */
export function changesGiven(given: Words): Partial<SweepSettings> {
  const axes = given.texts("axis").map(axisGiven);
  return {
    ...sizeGiven(given.text("size")),
    ...named("strengths", given.text("strengths")),
    ...named("textEncoderStrengths", orNone(given.text("text-encoder"))),
    ...named("prompts", listGiven(given, "prompt")),
    ...named("negativePrompts", listGiven(given, "negative")),
    ...named("seeds", given.text("seeds")),
    ...named("keepRandom", given.flag("keep-random") || undefined),
    ...named("axes", axes.length > 0 ? axes : undefined),
    ...named("varySeeds", varySeedsGiven(given.text("vary-seeds"))),
    ...named("checkpoint", orNone(given.text("checkpoint"))),
    ...named("vae", orNone(given.text("vae"))),
    ...named("sampler", orNone(given.text("sampler"))),
    ...named("scheduler", orNone(given.text("scheduler"))),
    ...named("steps", countGiven(given, "steps")),
    ...named("cfg", numberGiven(given, "cfg", [0, 100])),
    ...named("clipSkip", numberGiven(given, "clip-skip", [1, 12])),
    ...named("batchSize", countGiven(given, "batch-size")),
    ...named("trigger", orNone(given.text("trigger"))),
    ...named("name", given.text("name")),
    ...named("search", oneOf("search", given.text("search"), ["full", "coarse-to-fine"])),
    ...named("rehearsal", given.flag("rehearsal") || undefined),
  };
}
