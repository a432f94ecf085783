import { words } from "../../../state/look.js";
import { scores } from "../../../state/sweep.js";
import { Bars } from "../../tagging/Bars.js";

const TAGS = 20;
const names = ["traitRecall", "promptKept", "bleed", "collapse", "copying", "likeness"] as const;

/** A cell's scores, each as a difference to its control, and what the tagger sees. */
export function CellScoresTable({ index }: { index: number }) {
  const { report } = words.value.sweep;
  const found = scores.value.get(index);
  if (found === undefined) return null;
  const told = names.flatMap((name) => {
    const value = found[name];
    return value === null ? [] : [{ name, value }];
  });
  return (
    <>
      {told.length > 0 && <h3>{report.scores}</h3>}
      <dl class="plan-figures">
        {told.map(({ name, value }) => (
          <div key={name}>
            <dt>{report.scoreNames[name]}</dt>
            <dd class="figures">{report.signed(value)}</dd>
          </div>
        ))}
      </dl>
      {found.tags.length > 0 && (
        <details class="train-fold">
          <summary>{report.tags}</summary>
          <Bars
            bars={found.tags
              .slice(0, TAGS)
              .map(({ tag, probability }) => ({ name: tag.replaceAll("_", " "), probability, isCharacter: false }))}
          />
        </details>
      )}
    </>
  );
}
