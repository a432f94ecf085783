import { words } from "../../../state/look.js";
import type { SweepReport } from "../../../state/sweep.js";
import type { Checkpoint } from "../../../state/sweep-chosen.js";

type AtStrength = Checkpoint["strengths"][number];

const spoken = (tag: string): string => tag.replaceAll("_", " ");

/** A square as dark as the part, 0 to 1; what it means is read aloud and shown under the pointer. */
function Square({ part, text }: { part: number | null; text: string }) {
  return (
    <td class={part === null ? "unknown" : ""} style={{ "--part": Math.max(0, Math.min(1, part ?? 0)) }} title={text}>
      <span class="unseen">{text}</span>
    </td>
  );
}

/** Prompt kept and diversity: full as in the control, paler the more is lost. */
function MeasureRow({ name, measure, at }: { name: string; measure: string; at: readonly AtStrength[] }) {
  const { report } = words.value.sweep;
  return (
    <tr>
      <th scope="row">{name}</th>
      {at.map(({ strength, value, measures }) => {
        const found = value === 0 ? { mean: 0, low: 0, high: 0 } : measures[measure];
        return found === undefined ? (
          <Square key={strength} part={null} text={report.unmeasured(name, value)} />
        ) : (
          <Square
            key={strength}
            part={1 + found.mean}
            text={report.measure(name, value, found.mean, found.low, found.high)}
          />
        );
      })}
    </tr>
  );
}

const control: AtStrength = { strength: -1, value: 0, cells: 0, verdict: "noEffect", measures: {}, traits: [] };

/** Which trait comes at which strength, for one checkpoint: the picture behind "eyes from 0.5, hair from 0.75". */
export function TraitTable({ told, checkpoint }: { told: SweepReport; checkpoint: Checkpoint }) {
  const { report } = words.value.sweep;
  const at = checkpoint.strengths.some(({ value }) => value === 0)
    ? checkpoint.strengths
    : [control, ...checkpoint.strengths];
  // The numbers of a strength are in the order of all traits that count.
  const counted = told.traits.filter(({ counts }) => counts);
  const measured = at.some(({ traits }) => traits.length === told.traits.length) ? told.traits : counted;
  return (
    <section aria-labelledby="sweep-traits">
      <h3 id="sweep-traits">{report.traits(checkpoint.label)}</h3>
      <div class="sweep-heat">
        <table>
          <caption class="unseen">{report.traitsNote}</caption>
          <thead>
            <tr>
              <th scope="col">
                <span class="unseen">{report.trait}</span>
              </th>
              {at.map(({ strength, value }) => (
                <th scope="col" key={strength} class="figures">
                  {report.strength(value)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {measured.map(({ tag, counts }, index) =>
              counts ? (
                <tr key={tag}>
                  <th scope="row">{spoken(tag)}</th>
                  {at.map(({ strength, value, traits }) => (
                    <Square
                      key={strength}
                      part={traits[index] ?? 0}
                      text={report.cell(spoken(tag), value, traits[index] ?? 0)}
                    />
                  ))}
                </tr>
              ) : null,
            )}
            <MeasureRow name={report.kept} measure="promptKept" at={at} />
            <MeasureRow name={report.diversity} measure="diversity" at={at} />
          </tbody>
        </table>
      </div>
    </section>
  );
}
