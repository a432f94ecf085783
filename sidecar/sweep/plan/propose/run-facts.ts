import { basename } from "node:path";
import type { FamilyName } from "../../../planning/families.js";
import { trainedDatasets } from "../../../planning/gather/data-facts.js";
import { planValues } from "../../../planning/plan-values.js";
import { lookingFor } from "../../../planning/planning-room.js";
import type { ConceptKind } from "../../../planning/rules/rule.js";
import { oneRun } from "../../../training/runs/run-table.js";
import type { SweepRoom } from "../../sweep-room.js";
import { type IsTrained, trainedPictures } from "../trained-pictures.js";

/** What a training run tells about how to try its files. */
export interface RunFacts {
  id: number;
  name: string;
  family: FamilyName;
  concept: ConceptKind;
  /** The training pictures. */
  folder: string | null;
  /** Null where it is not known. */
  isTrained: IsTrained | null;
  trigger: string | null;
  clipSkip: number | null;
  /** File name of the base model it was trained on. */
  base: string | null;
  rehearsal: boolean;
}

const clipSkipOf = (value: number): number | null =>
  Number.isInteger(value) && value >= 1 && value <= 12 ? value : null;

/** @throws StudioError "notFound" */
export async function runFacts(room: SweepRoom, id: number): Promise<RunFacts> {
  const { name, meant } = oneRun(room.database, id);
  const { plan, folder, concept, trainer } = meant;
  const values = planValues(plan);
  const found = await trainedDatasets(plan, lookingFor(room)).catch(() => null);
  const subsets = found?.datasets.flatMap((dataset) => dataset.subsets).filter(({ regularisation }) => !regularisation);
  const base = values.text("pretrained_model_name_or_path");
  return {
    id,
    name,
    family: plan.family,
    concept,
    folder: folder ?? (values.text("train_data_dir") || (subsets?.[0]?.folder ?? null)),
    isTrained: await trainedPictures(room, id),
    trigger: subsets?.find(({ trigger }) => trigger !== null)?.trigger ?? null,
    clipSkip: clipSkipOf(values.number("clip_skip")),
    base: base === "" ? null : basename(base),
    rehearsal: trainer.kind === "rehearsal",
  };
}
