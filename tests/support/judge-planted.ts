import type { PlantedKind } from "../../sidecar/rehearsal/lora/planted-lora.js";
import { judgeSweep } from "../../sidecar/sweep/verdict/judge-sweep.js";
import { openEye, plantedEvidence, plantedTraining } from "./planted-sweep.js";

export interface PlantedWish {
  folder: string;
  kinds: readonly PlantedKind[];
  strengths: readonly number[];
  seeds: readonly number[];
  /** Other grain in the files' weights. */
  files?: number;
}

/** What was made of a planted sweep by its pixels alone. */
export interface PlantedTruth {
  checkpoints: {
    kind: PlantedKind;
    verdict: string;
    band: [number, number] | null;
    reasons: string[];
    strengths: string[];
  }[];
  /** Kind and strength; null for nothing. */
  recommended: string | null;
  notEnough: string[];
}

let eye: ReturnType<typeof openEye> | null = null;
let training: ReturnType<typeof plantedTraining> | null = null;

/** Draws a planted sweep under names that tell nothing, looks at the pictures, and judges them. */
export default async function judgePlanted({
  folder,
  kinds,
  strengths,
  seeds,
  files = 0,
}: PlantedWish): Promise<PlantedTruth> {
  eye ??= openEye();
  training ??= plantedTraining(folder, await eye);
  const evidence = await plantedEvidence({
    folder,
    eye: await eye,
    training: await training,
    prompts: ["1girl, solo, okara, upper body"],
    loras: kinds.map((kind, place) => ({ kind, seed: files + place })),
    strengths,
    seeds,
  });
  const { checkpoints, recommendation, notEnough } = judgeSweep(evidence);
  return {
    checkpoints: checkpoints.flatMap(({ lora, verdict, band, reasons, strengths: judged }) => {
      const kind = kinds[lora];
      if (!kind) return [];
      return [
        { kind, verdict, band, reasons: reasons.map(({ code }) => code), strengths: judged.map((one) => one.verdict) },
      ];
    }),
    recommended: recommendation && `${kinds[recommendation.chosen.lora]} ${recommendation.chosen.strength}`,
    notEnough: notEnough.map(({ code }) => code),
  };
}
