import { openLineage } from "../../../state/lineage.js";
import { words } from "../../../state/look.js";
import { panel } from "../../../state/panels.js";
import { type SweepReport, selectedCell, sweep } from "../../../state/sweep.js";
import { labelOf, shownCheckpoint } from "../../../state/sweep-chosen.js";
import { openInstall } from "../../../state/sweep-install.js";
import { reasonWords } from "../../../state/sweep-words.js";

type Recommended = NonNullable<SweepReport["recommendation"]>;

// More are behind "Why?".
const REASONS = 4;

/** Which checkpoint at which strength, in a sentence, with its reasons. */
export function Recommendation({ told, recommendation }: { told: SweepReport; recommendation: Recommended }) {
  const { report } = words.value.sweep;
  const { lora, strength, strengthIndex, band, reasons, votes } = recommendation;
  const [from = strength, to = strength] = band;
  const cells = told.checkpoints
    .find((one) => one.lora === lora)
    ?.strengths.find((one) => one.strength === strengthIndex)?.cells;
  const facts = [
    report.goodFrom(from, to),
    cells !== undefined && report.each(cells),
    votes > 0 && report.votes(votes),
  ];
  return (
    <section class="sweep-card" aria-label={report.whyTitle}>
      <h3 class="green">{report.use(labelOf(lora), strength)}</h3>
      <p class="muted figures">{facts.filter(Boolean).join(" · ")}</p>
      <ul class="sweep-reasons">
        {reasons.slice(0, REASONS).map((reason) => (
          <li key={`${reason.code} ${reason.sentence}`}>{reasonWords(reason)}</li>
        ))}
      </ul>
      <p class="train-buttons">
        <button
          type="button"
          class="primary"
          disabled={sweep.value === null}
          onClick={() =>
            sweep.value && openInstall({ id: sweep.value.id, lora, strength, previewCell: selectedPreview(lora) })
          }
        >
          {report.install}
        </button>
        <button type="button" onClick={() => (panel.value = "sweepWhy")}>
          {report.why}
        </button>
        {pathOf(lora) !== null && (
          <button type="button" onClick={() => openLineage(pathOf(lora) ?? "")}>
            {words.value.lineage.button}
          </button>
        )}
      </p>
    </section>
  );
}

/** The best example of the checkpoint, unless a cell of its own is selected. */
const selectedPreview = (lora: number): number | null =>
  selectedCell.value ??
  (shownCheckpoint.value?.lora === lora ? (shownCheckpoint.value.examples[0]?.index ?? null) : null);

/** The file of a row. */
const pathOf = (lora: number): string | null =>
  sweep.value?.axes.find(({ id }) => id === "lora")?.values[lora]?.path ?? null;
