import type { Result } from "../../../protocol/validate.js";
import type { ExportedSweep } from "../export/read/exported-sweep.js";

type Report = Result<"sweep/report">;

const verdicts: Readonly<Record<Report["checkpoints"][number]["verdict"], string>> = {
  noEffect: "no effect",
  undertrained: "undertrained",
  good: "good",
  overtrained: "overtrained",
  broken: "broken",
  unknown: "not enough evidence",
};

/** Notes for the WebUI's card: what the sweep found, in short lines. */
export function installNotes(
  { id, rehearsal, resolved }: ExportedSweep,
  { lora, strength, report }: { lora: number; strength: number; report: Report | null },
): string {
  const checkpoint = report?.checkpoints.find((one) => one.lora === lora);
  const band = checkpoint?.band;
  const reasons = report?.recommendation?.lora === lora ? report.recommendation.reasons : [];
  return [
    `LoRA Atelier, sweep ${id}: strength ${strength}`,
    ...(rehearsal ? ["A rehearsal: no model has drawn these pictures."] : []),
    ...(checkpoint ? [`verdict: ${verdicts[checkpoint.verdict]}`] : []),
    ...(band ? [`good from ${band[0]} to ${band[1]}`] : []),
    ...reasons.map(({ sentence }) => sentence),
    `base model: ${resolved.facts.checkpoint}`,
  ].join("\n");
}
