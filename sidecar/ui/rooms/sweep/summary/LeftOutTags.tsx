import { words } from "../../../state/look.js";
import type { SweepReport } from "../../../state/sweep.js";

const spoken = (tag: string): string => tag.replaceAll("_", " ");

/** Tags that do not count, and why: nothing is left out in silence. */
export function LeftOutTags({ told }: { told: SweepReport }) {
  const { report } = words.value.sweep;
  const named = told.traits.filter((one) => one.named).map(({ tag }) => spoken(tag));
  const reasons = [...new Set(told.leftOut.map(({ reason }) => reason))];
  if (named.length === 0 && reasons.length === 0) return null;
  return (
    <>
      {named.length > 0 && <p class="amber">{report.named(named.join(", "))}</p>}
      {reasons.length > 0 && (
        <details class="train-fold">
          <summary>{report.leftOut(told.leftOut.length)}</summary>
          <dl class="sweep-left-out">
            {reasons.map((reason) => (
              <div key={reason}>
                <dt>{report.leftOutReasons[reason]}</dt>
                <dd>
                  {told.leftOut
                    .filter((one) => one.reason === reason)
                    .map(({ tag }) => spoken(tag))
                    .join(", ")}
                </dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </>
  );
}
