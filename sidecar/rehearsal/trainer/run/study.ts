import type { Study } from "../../lora/learnt.js";
import type { Dataset } from "../dataset/dataset.js";
import type { Course } from "./course.js";

/** The word that at least half of the captions begin with; without captions, what the folder says it shows. */
function triggerOf(datasets: readonly Dataset[]): string | null {
  const subsets = datasets.flatMap((dataset) => dataset.subsets).filter(({ isReg }) => !isReg);
  const firsts = subsets.flatMap(({ pictures, classTokens }) =>
    pictures.map(({ caption }) => (caption ?? classTokens ?? "").split(",")[0]?.trim().toLowerCase() ?? ""),
  );
  const counts = new Map<string, number>();
  for (const first of firsts) counts.set(first, (counts.get(first) ?? 0) + 1);
  const [most, count] = [...counts].sort(([, left], [, right]) => right - left)[0] ?? ["", 0];
  return most !== "" && count * 2 >= firsts.length ? most : null;
}

/** How much of its set a run has seen at a step. */
export function studyOf(datasets: readonly Dataset[], course: Course, learningRate: number): (step: number) => Study {
  const pictures = datasets
    .flatMap(({ subsets }) => subsets)
    .reduce((sum, { isReg, pictures: list }) => sum + (isReg ? 0 : list.length), 0);
  const images = datasets.reduce((sum, dataset) => sum + dataset.images, 0);
  const perStep = images / Math.max(1, pictures) / Math.max(1, course.perEpoch);
  const trigger = triggerOf(datasets);
  return (step) => ({ showings: step * perStep, pictures, learningRate, trigger });
}
