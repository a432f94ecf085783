import { words } from "../../../state/look.js";
import { cellPicture, cells, type SweepReport, selectedCell } from "../../../state/sweep.js";
import { type Checkpoint, chooseCheckpoint, shownCheckpoint } from "../../../state/sweep-chosen.js";
import { reasonWords } from "../../../state/sweep-words.js";

const tones: Record<Checkpoint["verdict"], string> = {
  noEffect: "muted",
  undertrained: "amber",
  good: "green",
  overtrained: "amber",
  broken: "red",
  unknown: "muted",
};

const EXAMPLES = 4;

/** Pictures that show what the verdict says; one click selects the cell. */
function Examples({ checkpoint }: { checkpoint: Checkpoint }) {
  const { report } = words.value.sweep;
  const drawn = checkpoint.examples.flatMap(({ index, why }) => {
    const picture = cells.value.get(index)?.picture;
    return picture ? [{ index, why, picture }] : [];
  });
  return (
    <span class="sweep-examples">
      {drawn.slice(0, EXAMPLES).map(({ index, why, picture }) => (
        <button type="button" key={index} title={report.example(why)} onClick={() => (selectedCell.value = index)}>
          <img src={cellPicture(picture, 128)} alt={report.example(why)} loading="lazy" />
        </button>
      ))}
    </span>
  );
}

/** What is said of each checkpoint, in words, with pictures. */
export function CheckpointVerdicts({ told }: { told: SweepReport }) {
  const { report } = words.value.sweep;
  if (told.checkpoints.length === 0) return null;
  return (
    <section aria-labelledby="sweep-verdicts">
      <h3 id="sweep-verdicts">{report.checkpoints}</h3>
      <ul class="sweep-verdicts">
        {told.checkpoints.map((checkpoint) => {
          const { lora, label, verdict, band, reasons } = checkpoint;
          const here = shownCheckpoint.value?.lora === lora;
          const [from, to] = band ?? [];
          const said =
            verdict === "good" && from !== undefined && to !== undefined
              ? report.verdictBand(from, to)
              : report.verdicts[verdict];
          return (
            <li key={lora} class={here ? "here" : ""}>
              <button
                type="button"
                class="quiet"
                aria-pressed={here}
                title={report.showTraits(label)}
                onClick={() => chooseCheckpoint(lora)}
              >
                <strong>{label}</strong> <span class={`figures ${tones[verdict]}`}>{said}</span>
              </button>
              {here && (
                <>
                  {reasons.map((reason) => (
                    <p class="muted" key={`${reason.code} ${reason.sentence}`}>
                      {reasonWords(reason)}
                    </p>
                  ))}
                  <Examples checkpoint={checkpoint} />
                </>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
