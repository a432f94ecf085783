import type { Params } from "../../../protocol/validate.js";
import type { TrainingPlan } from "../plan.js";
import { solveSteps } from "../steps/solve-steps.js";
import type { Reason } from "./choice.js";
import { type DataLayout, layOutData } from "./lay-out-data.js";

type Asked = Params<"planning/propose">;

/** Why the folders are shown as often as they are. */
export function repeatsReason(layout: DataLayout, plan: TrainingPlan, asked: Asked, solved: boolean): Reason {
  const named = layout.folders.every(({ repeats }) => repeats !== null);
  const subset = plan.datasets?.[0]?.subsets[0];
  const repeats = subset?.repeats ?? layout.folders[0]?.repeats ?? 1;
  const images = layout.folders.reduce((sum, { pictures }) => sum + pictures.length, 0);
  const values = { repeats, images, showings: images * repeats, steps: asked.steps ?? 0, epochs: asked.epochs ?? 0 };
  if (solved) return { argument: "repeats", reason: "repeatsSolved", values, source: "article" };
  if (asked.repeats !== undefined) return { argument: "repeats", reason: "asked", values, source: "" };
  return named
    ? { argument: "repeats", reason: "repeatsFolder", values, source: "configUtil" }
    : { argument: "repeats", reason: "repeatsUsual", values, source: "kohyaColab" };
}

/** With steps and epochs both asked for, the repeats are what is missing. */
export async function repeatsFor(
  asked: Asked,
  preset: number | null,
  folder: string,
): Promise<{ repeats: number | null; solved: boolean }> {
  if (asked.repeats !== undefined) return { repeats: asked.repeats, solved: false };
  if (asked.steps === undefined || asked.epochs === undefined) return { repeats: preset, solved: false };
  const { folders } = await layOutData(folder, { repeats: null, trigger: null, looksBeside: false, usual: () => 1 });
  const images = Math.max(
    1,
    folders.reduce((sum, { pictures }) => sum + pictures.length, 0),
  );
  const batchSize = Math.max(1, Number(asked.arguments?.train_batch_size ?? 1));
  const { steps, epochs } = asked;
  const { choices } = solveSteps("repeats", {
    images,
    repeats: 1,
    epochs,
    batchSize,
    accumulation: 1,
    processes: 1,
    steps,
  });
  return { repeats: choices[0]?.value ?? 1, solved: true };
}
