import { StudioError } from "../../host/studio-error.js";
import { type Sentence, say } from "../../words/sentence.js";
import type { DrawRequest, RequestLora } from "../draw/draw-request.js";
import { pictureKey } from "./picture-key.js";
import { planAxes } from "./plan-axes.js";
import { wireAxis } from "./planned-axis.js";
import { risenSeed, shiftedSeed } from "./random-seeds.js";
import type { ResolvedSweep, SweepFacts, SweepSettings } from "./resolved-sweep.js";

/** More are a slip of the pen: a card draws for days at so many. */
export const MOST_CELLS = 100_000;

/** Axes along which cells are compared: the seed has to stay along them. */
export const comparedAxes: readonly string[] = ["lora", "strength", "textEncoder"];

const wrong = (message: string | Sentence, hint: string | Sentence): StudioError =>
  new StudioError("badArguments", message, hint);

function baseRequest(settings: SweepSettings, facts: SweepFacts): DrawRequest {
  const named = (axis: string, written: string): string => facts.named[axis]?.[written] ?? written;
  return {
    promptBefore: "",
    promptAfter: "",
    lora: null,
    negativePrompt: "",
    seed: 0,
    variationSeed: null,
    variationStrength: 0,
    steps: settings.steps,
    cfgScale: settings.cfg,
    distilledCfgScale: null,
    width: settings.width,
    height: settings.height,
    sampler: settings.sampler && named("sampler", settings.sampler),
    scheduler: settings.scheduler && named("scheduler", settings.scheduler),
    styles: [],
    hires: null,
    denoisingStrength: null,
    eta: null,
    overrideSettings: {
      ...(settings.vae !== null && { sd_vae: named("vae", settings.vae) }),
      ...(settings.clipSkip !== null && { CLIP_stop_at_last_layers: settings.clipSkip }),
    },
    further: {},
    checkpoint: facts.checkpoint,
    rehearsal: settings.rehearsal,
  };
}

/**
 * Leaves out what means nothing beside the rest, so that equal pictures have equal requests, and names what the WebUI would
 * choose by chance.
 */
function withoutIdle(request: DrawRequest, spareRandom: number): DrawRequest {
  return {
    ...request,
    variationSeed: request.variationStrength > 0 ? (request.variationSeed ?? spareRandom) : null,
    denoisingStrength: request.hires === null ? null : request.denoisingStrength,
  };
}

/** @throws StudioError "badArguments": values that cannot be read, an axis without values, more than 100,000 cells */
export function resolveSweep(settings: SweepSettings, facts: SweepFacts): ResolvedSweep {
  const { axes, mistakes, unknown, twice, randomSeeds, spareRandom } = planAxes(settings, facts);
  const [mistake] = mistakes;
  if (mistake) {
    throw wrong(
      mistake.piece === ""
        ? say("The values of {axis} cannot be read: {code}.", { axis: mistake.axis, code: mistake.code })
        : say('The values of {axis} cannot be read at "{piece}": {code}.', {
            axis: mistake.axis,
            piece: mistake.piece,
            code: mistake.code,
          }),
      say("Look at the sweep first: it tells what each list should be."),
    );
  }
  if (unknown.length > 0)
    throw wrong(say('There is no axis "{unknown}".', { unknown: String(unknown[0]) }), say("sweep axes lists them."));
  if (twice.length > 0)
    throw wrong(
      say("The axis {twice} is there twice.", { twice: String(twice[0]) }),
      say("Join its values into one list."),
    );
  const sizes = axes.map(({ points }) => points.length);
  const cellCount = sizes.reduce((product, size) => product * size, 1);
  if (cellCount > MOST_CELLS) {
    throw wrong(
      say("At most {mostCells} cells are expected; these axes make {cellCount}.", { mostCells: MOST_CELLS, cellCount }),
      say("Take fewer values."),
    );
  }
  const strides = sizes.map((_, axis) => sizes.slice(axis + 1).reduce((product, size) => product * size, 1));
  const at = (id: string): number => axes.findIndex((axis) => axis.id === id);
  const [lora, strength, textEncoder, seed] = [at("lora"), at("strength"), at("textEncoder"), at("seed")];
  const varied = settings.varySeeds.map(at).filter((axis) => axis >= 0 && !comparedAxes.includes(axes[axis]?.id ?? ""));
  const base = baseRequest(settings, facts);
  const pointOf = (axis: number, coordinates: readonly number[]) => axes[axis]?.points[coordinates[axis] ?? -1];
  const paths = axes[lora]?.paths ?? [];

  const coordinatesOf = (index: number): number[] =>
    strides.map((stride, axis) => Math.floor(index / stride) % (sizes[axis] ?? 1));
  const indexOf = (coordinates: readonly number[]): number =>
    strides.reduce((sum, stride, axis) => sum + stride * (coordinates[axis] ?? 0), 0);

  function loraOf(coordinates: readonly number[]): RequestLora | null {
    const path = paths[coordinates[lora] ?? -1] ?? "";
    if (coordinates[strength] === 0) return null;
    const own = pointOf(strength, coordinates)?.text ?? "0";
    const encoder = pointOf(textEncoder, coordinates)?.text ?? own;
    return {
      content: facts.contents[path] ?? "",
      strength: own,
      textEncoder: encoder === own ? null : encoder,
    };
  }

  /** Cells that are compared with each other have one number, and so one seed. */
  const comparisonOf = (coordinates: readonly number[]): number =>
    coordinates.reduce(
      (number, value, axis) =>
        comparedAxes.includes(axes[axis]?.id ?? "") || axis === seed ? number : number * (sizes[axis] ?? 1) + value,
      0,
    );

  function seedOf(coordinates: readonly number[]): number {
    const own = Number(pointOf(seed, coordinates)?.text ?? 0);
    const isRandom = randomSeeds.has(coordinates[seed] ?? -1);
    const kept = settings.keepRandom && isRandom ? shiftedSeed(own, comparisonOf(coordinates)) : own;
    let [rise, width] = [0, 1];
    // As the X/Y/Z plot does: the second axis goes on where the first has ended.
    for (const axis of varied) {
      rise += (coordinates[axis] ?? 0) * width;
      width *= sizes[axis] ?? 1;
    }
    return risenSeed(kept, rise);
  }

  function requestOf(index: number): DrawRequest | null {
    const coordinates = coordinatesOf(index);
    let request: DrawRequest = { ...base, lora: loraOf(coordinates), seed: seedOf(coordinates) };
    for (const [axis, value] of coordinates.entries()) {
      const point = axes[axis]?.points[value];
      if (point === undefined || point.skip) return null;
      request = point.change(request);
    }
    return withoutIdle(request, spareRandom);
  }

  const keys = new Map<number, string | null>();
  function keyOf(index: number): string | null {
    const known = keys.get(index);
    if (known !== undefined) return known;
    const request = requestOf(index);
    const key = request && pictureKey(request);
    keys.set(index, key);
    return key;
  }

  return {
    settings,
    facts,
    axes: axes.map(wireAxis),
    cellCount,
    coordinatesOf,
    indexOf,
    requestOf,
    keyOf,
    controlOf: (index) => {
      const coordinates = coordinatesOf(index);
      return index - (coordinates[strength] ?? 0) * (strides[strength] ?? 0);
    },
  };
}
