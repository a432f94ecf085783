import { words } from "../../../state/look.js";
import type { Curve, RunCurves } from "../../../state/training-curves.js";
import { groupsOf, linesOf } from "../../../state/training-lines.js";
import type { Frame } from "./frame.js";
import { SmallCurve, type SmallLine } from "./SmallCurve.js";

const COLOURS = 6;
const lastPart = (tag: string): string => tag.split("/").at(-1) ?? tag;

interface SmallCurvesOptions {
  /** The shown run first. */
  all: readonly RunCurves[];
  domain: Frame["domain"];
  at: number | null;
}

/** Learning rates, validation and what else the trainer tells, each a chart of its own below the loss. */
export function SmallCurves({ all, domain, at }: SmallCurvesOptions) {
  const { training: said } = words.value;
  const [shown] = all;
  if (!shown) return null;
  const linesFor = (kind: Curve["kind"]): SmallLine[] => {
    if (all.length > 1) {
      return linesOf(all, kind).map(({ colour, points }) => ({
        name: `${all[colour]?.name} · ${said.runNumber(all[colour]?.id ?? 0)}`,
        colour,
        points,
      }));
    }
    return groupsOf(shown, kind).map(({ tag, points }, index) => ({
      name: lastPart(tag),
      colour: index % COLOURS,
      points,
    }));
  };
  const charts = [
    { title: said.curves.rates, lines: linesFor("learningRate") },
    { title: said.curves.validation, lines: linesFor("validation") },
  ].filter(({ lines }) => lines.length > 0);
  const others = all.length > 1 ? [] : groupsOf(shown, "other");
  return (
    <>
      {charts.map(({ title, lines }) => (
        <SmallCurve key={title} title={title} lines={lines} domain={domain} at={at} />
      ))}
      {others.length > 0 && (
        <details class="train-fold">
          <summary>{said.curves.others(others.length)}</summary>
          {others.map(({ tag, points }) => (
            <SmallCurve key={tag} title={tag} lines={[{ name: tag, colour: 0, points }]} domain={domain} at={at} />
          ))}
        </details>
      )}
    </>
  );
}
