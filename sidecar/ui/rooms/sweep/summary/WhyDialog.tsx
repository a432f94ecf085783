import { Dialog } from "../../../parts/Dialog.js";
import { DialogEnd } from "../../../parts/DialogEnd.js";
import { words } from "../../../state/look.js";
import { report, type SweepReport } from "../../../state/sweep.js";
import { labelOf } from "../../../state/sweep-chosen.js";
import { reasonWords } from "../../../state/sweep-words.js";

function Inside({ recommendation }: { recommendation: NonNullable<SweepReport["recommendation"]> }) {
  const { sweep, training } = words.value;
  const { report: said } = sweep;
  const { lora, strength, band, reasons, runnersUp, pareto, votes } = recommendation;
  const [from = strength, to = strength] = band;
  return (
    <>
      <h2>{said.use(labelOf(lora), strength)}</h2>
      <p class="muted figures">
        {said.goodFrom(from, to)} · {said.votes(votes)}
      </p>
      <h3>{said.reasons}</h3>
      <ul class="sweep-reasons">
        {reasons.map((reason) => (
          <li key={`${reason.code} ${reason.sentence}`}>{reasonWords(reason)}</li>
        ))}
      </ul>
      <h3>{said.runnersUp}</h3>
      {runnersUp.length === 0 && <p class="muted">{said.none}</p>}
      <ul class="sweep-reasons figures">
        {runnersUp.map((one) => (
          <li key={`${one.lora} ${one.strength}`}>
            {said.runnerUp(
              labelOf(one.lora),
              one.strength,
              // The sidecar tells how far it is behind.
              -one.difference.mean,
              -one.difference.high,
              -one.difference.low,
            )}
          </li>
        ))}
      </ul>
      <h3>{said.pareto}</h3>
      <p class="muted">{said.paretoNote}</p>
      <ul class="chips figures">
        {pareto.map((one) => (
          <li key={`${one.lora} ${one.strength}`}>
            {labelOf(one.lora)} · {said.strength(one.strength)}
          </li>
        ))}
      </ul>
      <DialogEnd close={training.close} />
    </>
  );
}

/** All that speaks for the recommendation, and what came near. */
export function WhyDialog() {
  const told = report.value?.recommendation ?? null;
  return (
    <Dialog name="sweepWhy" title={words.value.sweep.report.whyTitle}>
      {told && <Inside recommendation={told} />}
    </Dialog>
  );
}
