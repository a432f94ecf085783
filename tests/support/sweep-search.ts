import { resolveSweep } from "../../sidecar/sweep/plan/resolve-sweep.js";
import type { ResolvedSweep } from "../../sidecar/sweep/plan/resolved-sweep.js";
import type { SweepEvidence } from "../../sidecar/sweep/scores/evidence.js";
import { type MadeUpSweep, madeUpEvidence } from "./sweep-evidence.js";
import { sweepFacts, sweepSettings } from "./sweep-settings.js";

/** A resolved sweep of the axes of a made-up one. */
export function resolvedOf({ loras, strengths, prompts = ["1girl, okara"], seeds }: MadeUpSweep): ResolvedSweep {
  const settings = sweepSettings({
    loras: loras.map((_, place) => `/out/okara-${String(place + 1).padStart(6, "0")}.safetensors`),
    strengths: strengths.join(", "),
    prompts: [...prompts],
    seeds: Array.from({ length: seeds }, (_, seed) => seed + 1).join(", "),
    search: "coarse-to-fine",
  });
  return resolveSweep(settings, sweepFacts(settings));
}

/** Made-up evidence whose cells have the numbers that the resolved sweep gives them. */
export function numberedEvidence(sweep: MadeUpSweep, resolved: ResolvedSweep): SweepEvidence {
  const evidence = madeUpEvidence(sweep);
  const cells = evidence.cells.map((cell) => {
    const coordinates = resolved.axes.map(({ id }) => {
      if (id === "lora") return cell.lora;
      if (id === "strength") return cell.strengthIndex;
      if (id === "prompt") return cell.scene;
      return id === "seed" ? cell.comparison % sweep.seeds : 0;
    });
    return { ...cell, index: resolved.indexOf(coordinates) };
  });
  return { ...evidence, cells };
}
