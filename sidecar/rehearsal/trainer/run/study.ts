import type { Study, Subject } from "../../lora/learnt.js";
import { subjectOf } from "../../pictures/subject.js";
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

/**
 * Whom most of the pictures say that they show, and which views of her they are. The stand-in looks at no pixel: without this it
 * could not tell one set from another.
 */
function mainSubject(paths: readonly string[]): Subject | null {
  const views = new Map<number, number[]>();
  for (const path of paths) {
    const found = subjectOf(path);
    if (found) views.set(found.character, [...(views.get(found.character) ?? []), found.view]);
  }
  const [most] = [...views].sort(([, left], [, right]) => right.length - left.length);
  if (!most) return null;
  const [character, seen] = most;
  return { character, views: seen.reduce((mask, view) => mask | (1 << view), 0) };
}

/** How much of its set a run has seen at a step. */
export function studyOf(datasets: readonly Dataset[], course: Course, learningRate: number): (step: number) => Study {
  const learnt = datasets.flatMap(({ subsets }) => subsets.flatMap(({ isReg, pictures: list }) => (isReg ? [] : list)));
  const pictures = learnt.length;
  const images = datasets.reduce((sum, dataset) => sum + dataset.images, 0);
  const perStep = images / Math.max(1, pictures) / Math.max(1, course.perEpoch);
  const trigger = triggerOf(datasets);
  const subject = mainSubject(learnt.map(({ path }) => path));
  return (step) => ({ showings: step * perStep, pictures, learningRate, trigger, subject });
}
