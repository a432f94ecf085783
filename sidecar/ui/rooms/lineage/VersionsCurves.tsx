import { words } from "../../state/look.js";
import { smoothed } from "../../state/training-curve.js";
import { smoothing } from "../../state/training-curves.js";
import { commonKind, linesOf } from "../../state/training-lines.js";
import { type Versions, versionCurves } from "../../state/versions.js";
import { SmallCurve, type SmallLine } from "../training/curves/SmallCurve.js";

/** As the Training room smooths it: single steps say little. */
function smooth(line: SmallLine): SmallLine {
  const means = smoothed(line.points, smoothing.value);
  return { ...line, points: line.points.map((point, index) => ({ ...point, mean: means[index] ?? point.mean })) };
}

/** Loss and learning rate of both runs, laid over each other. */
export function VersionsCurves({ found: { sides } }: { found: Versions }) {
  const { lineage: said } = words.value;
  const all = versionCurves.value;
  const nameOf = (place: number): string => sides[place]?.runName ?? sides[place]?.name ?? "";
  const linesFor = (kind: Parameters<typeof linesOf>[1]): SmallLine[] =>
    linesOf(all, kind).map(({ colour, points }) => ({ name: nameOf(colour), colour, points }));
  const charts = [
    { title: said.loss, lines: linesFor(commonKind(all)).map(smooth) },
    { title: said.learningRate, lines: linesFor("learningRate") },
  ].filter(({ lines }) => lines.length === 2);
  const last = Math.max(1, ...charts.flatMap(({ lines }) => lines.map(({ points }) => points.at(-1)?.step ?? 0)));
  return (
    <section aria-label={said.curves}>
      <h3>{said.curves}</h3>
      {charts.length === 0 && <p class="muted">{said.noCurves}</p>}
      {charts.map(({ title, lines }) => (
        <SmallCurve key={title} title={title} lines={lines} domain={[0, last]} at={null} />
      ))}
    </section>
  );
}
