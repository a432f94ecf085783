import { axisNamed } from "./axes/axis-catalogue.js";
import { loraAxis, negativeAxis, ownNames, promptAxis, seedAxis, strengthAxis, textEncoderAxis } from "./fixed-axes.js";
import type { PlannedAxes, PlannedAxis } from "./planned-axis.js";
import { randomNumbers } from "./random-seeds.js";
import type { SweepFacts, SweepSettings } from "./resolved-sweep.js";
import type { ValueMistake } from "./values/value-mistake.js";

/** Reads every axis of a sweep; what could not be read is told, the rest stands. */
export function planAxes(
  settings: SweepSettings,
  facts: SweepFacts,
): PlannedAxes & { randomSeeds: ReadonlySet<number>; spareRandom: number } {
  const nextRandom = randomNumbers(facts.random);
  const mistakes: (ValueMistake & { axis: string })[] = [];
  const told = ({ axis, mistakes: found }: { axis: PlannedAxis; mistakes: readonly ValueMistake[] }): PlannedAxis => {
    mistakes.push(...found.map((mistake) => ({ ...mistake, axis: axis.id })));
    return axis;
  };
  const seeds = seedAxis(settings.seeds, nextRandom);
  const textEncoder = settings.textEncoderStrengths;
  const axes: PlannedAxis[] = [
    loraAxis(settings, facts),
    told(strengthAxis(settings.strengths)),
    ...(textEncoder === null ? [] : [told(textEncoderAxis(textEncoder))]),
    promptAxis(settings, ownNames(settings, facts)),
    negativeAxis(settings),
    told(seeds),
  ];
  const unknown: string[] = [];
  const twice: string[] = [];
  for (const { axis: name, values } of settings.axes) {
    const definition = axisNamed(name);
    if (definition === null) {
      unknown.push(name);
      continue;
    }
    const { id, title } = definition;
    // Two replacements differ in what they replace; any other axis twice would only overwrite itself.
    const isTwice = axes.some((axis) => axis.title === title);
    if (isTwice && id !== "replace") twice.push(id);
    if (isTwice && id !== "replace") continue;
    const own = facts.named[id] ?? {};
    const reading = definition.read(values, { named: (written) => own[written] ?? written, nextRandom });
    const number = axes.filter((axis) => axis.title.startsWith(title)).length;
    const axis: PlannedAxis = {
      id: number === 0 ? id : `${id}${number + 1}`,
      title: number === 0 ? title : `${title} ${number + 1}`,
      points: reading.values,
    };
    axes.push(told({ axis, mistakes: reading.mistakes }));
  }
  return { axes, mistakes, unknown, twice, randomSeeds: seeds.random, spareRandom: nextRandom() };
}
