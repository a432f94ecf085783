import { axisCatalogue, axisNamed } from "../axes/axis-catalogue.js";
import { needlesOf } from "../axes/replace-axis.js";
import { SIDE_STEP } from "../axes/size-axis.js";
import { ownNames } from "../fixed-axes.js";
import type { planAxes } from "../plan-axes.js";
import { problemOf } from "../problem.js";
import { placeLora } from "../prompts/lora-place.js";
import { comparedAxes, MOST_CELLS } from "../resolve-sweep.js";
import type { SweepFacts, SweepProblem, SweepSettings } from "../resolved-sweep.js";

type Planned = ReturnType<typeof planAxes>;

const titles = new Map(axisCatalogue.map(({ id, title }) => [id, title]));

/** What could not be read. */
export function valueProblems({ axes, mistakes, unknown, twice }: Planned): SweepProblem[] {
  const titleOf = (id: string): string => axes.find((axis) => axis.id === id)?.title ?? titles.get(id) ?? id;
  return [
    ...mistakes.map(({ code, axis, ...values }) => problemOf(code, { ...values, axis: titleOf(axis) })),
    ...unknown.map((axis) => problemOf("unknownAxis", { axis })),
    ...twice.map((axis) => problemOf("axisTwice", { axis: titleOf(axis) })),
  ];
}

function seedProblems({ varySeeds }: SweepSettings, { axes }: Planned): SweepProblem[] {
  return varySeeds.flatMap((id) => {
    const axis = axes.find((one) => one.id === id);
    if (axis === undefined) return [problemOf("varySeedsUnknown", { axis: titles.get(id) ?? id })];
    return comparedAxes.includes(id) ? [problemOf("varySeedsCompared", { axis: axis.title })] : [];
  });
}

function replaceProblems(settings: SweepSettings, facts: SweepFacts): SweepProblem[] {
  const names = ownNames(settings, facts);
  const prompts = settings.prompts.map((prompt) => placeLora(prompt, names));
  const needles = settings.axes
    .filter(({ axis }) => axisNamed(axis)?.id === "replace")
    .flatMap(({ values }) => needlesOf(values))
    .filter((needle) => needle !== "");
  return needles.flatMap((needle) => {
    if (settings.negativePrompts.some((negative) => negative.includes(needle))) return [];
    const without = prompts.filter(({ before, after }) => !before.includes(needle) && !after.includes(needle)).length;
    if (without === prompts.length) return [problemOf("needleMissing", { needle })];
    return without > 0 ? [problemOf("needleMissingSome", { needle, prompts: without })] : [];
  });
}

/** What does not go together in the settings, whatever the files and the WebUI say. */
export function settingProblems(settings: SweepSettings, facts: SweepFacts, planned: Planned): SweepProblem[] {
  const { axes } = planned;
  const sizeOf = (id: string): number => axes.find((axis) => axis.id === id)?.points.length ?? 0;
  const has = (id: string): boolean => sizeOf(id) > 0;
  const cells = axes.reduce((product, { points }) => product * points.length, 1);
  const isReadable = !planned.mistakes.some(({ axis }) => axis === "strength");
  const sides = [settings.width, settings.height];
  const isSizeOff = !has("size") && sides.some((side) => side % SIDE_STEP !== 0);
  const hires = ["hiresScale", "hiresSteps", "hiresUpscaler", "hiresSampler"];
  return [
    ...(isSizeOff ? [problemOf("sizeStep", { axis: "Size", piece: sides.join("x"), minimum: SIDE_STEP })] : []),
    ...(sizeOf("strength") === 1 && isReadable ? [problemOf("noStrength")] : []),
    ...(cells > MOST_CELLS ? [problemOf("tooManyCells", { cells, maximum: MOST_CELLS })] : []),
    ...(axes.some(({ points }) => points.length > 0 && points.every(({ skip }) => skip))
      ? [problemOf("nothingToDraw")]
      : []),
    ...seedProblems(settings, planned),
    ...replaceProblems(settings, facts),
    ...(has("denoising") && !hires.some(has) ? [problemOf("denoisingWithoutHires")] : []),
    ...(sizeOf("seed") === 1 ? [problemOf("fewSeeds")] : []),
  ];
}
