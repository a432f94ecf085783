import { useId, useMemo, useState } from "preact/hooks";
import { words } from "../../state/look.js";
import { parentRun, type Run } from "../../state/training.js";
import { nearest, type Point, pointsOf, smoothed } from "../../state/training-curve.js";
import { compared, curves, logarithmic, type RunCurves, smoothing, zoom } from "../../state/training-curves.js";
import { commonKind, linesOf, lossOf } from "../../state/training-lines.js";
import { BoardButton } from "./BoardButton.js";
import { Axes } from "./curves/Axes.js";
import { ComparedLines } from "./curves/ComparedLines.js";
import { CompareRuns } from "./curves/CompareRuns.js";
import { CurveNotes } from "./curves/CurveNotes.js";
import { CurveSettings } from "./curves/CurveSettings.js";
import { frameOf } from "./curves/frame.js";
import { LinesLegend } from "./curves/LinesLegend.js";
import { Marks } from "./curves/Marks.js";
import { Plot } from "./curves/Plot.js";
import { RunsLegend } from "./curves/RunsLegend.js";
import { SingleLines } from "./curves/SingleLines.js";
import { SmallCurves } from "./curves/SmallCurves.js";
import { useWidth } from "./curves/use-width.js";

const HEIGHT = 230;
// A mark counts as pointed at within so many pixels.
const NEAR_PIXELS = 6;

/** The curve of the run that this one goes on from, up to there. */
function pointsBefore(run: Run): Point[] {
  const before = parentRun.value;
  if (before === null || before.id !== run.parent) return [];
  const first = run.losses[0]?.[0] ?? before.progress.step + 1;
  return pointsOf(before.losses).filter(({ step }) => step < first);
}

/** Loss by step with what belongs to it: other runs over it, learning rates and validation below, saved files as marks. */
export function LossCurve({ run }: { run: Run }) {
  const { training: said } = words.value;
  const { element, width } = useWidth();
  const clipId = useId();
  const [at, setAt] = useState<number | null>(null);
  const own = curves.value.get(run.id);
  const { raw, average, source } = useMemo(() => lossOf(run, own), [run.losses, own]);
  const earlier = useMemo(() => pointsBefore(run), [run.losses, parentRun.value]);
  const others = compared.value.map((id) => curves.value.get(id)).filter((one): one is RunCurves => one !== undefined);
  const all = own ? [own, ...others] : [];
  const isCompared = others.length > 0;
  const kind = commonKind(all);
  const lines = isCompared ? linesOf(all, kind) : [];
  const main = raw.length > 0 ? raw : average;

  const total = Math.max(1, run.steps, ...others.map(({ steps }) => steps));
  const domain = zoom.value ?? ([0, total] as const);
  const points = isCompared ? lines.flatMap((line) => line.points) : [...earlier, ...main];
  const frame = frameOf({ width, height: HEIGHT, domain, points, logarithmic: logarithmic.value });
  const walked = isCompared ? (lines[0]?.points ?? []) : main;
  const point = at === null ? walked.at(-1) : walked[nearest(walked, at)];
  const line = useMemo(() => smoothed(walked, smoothing.value), [walked, smoothing.value]);

  const readout = (): string => {
    if (!point) return said.noLoss;
    const newest = average.at(-1);
    if (at === null && !isCompared && newest && newest.step > point.step) {
      return said.curves.averageAt(newest.step, said.loss(newest.mean));
    }
    const { step, mean, least, greatest } = point;
    const told = [said.curveReadout(step, said.loss(mean), said.loss(least), said.loss(greatest))];
    const known = !isCompared && raw.length > 0 ? average[nearest(average, step)] : undefined;
    if (known) told.push(said.curves.averageReadout(said.loss(known.mean)));
    const file = run.files.find(
      (one) => one.kind !== "state" && Math.abs(frame.x(one.step) - frame.x(step)) <= NEAR_PIXELS,
    );
    return `${told.join(" · ")}${at !== null && file ? ` – ${said.savedHere(file.name)}` : ""}`;
  };
  const text = readout();
  const [from, to] = domain;
  // A single point makes no line.
  const shown = at !== null || walked.length === 1 ? point : undefined;
  return (
    <figure class="train-curve">
      <div class="train-curve-head">
        <h3>{said.lossTitle}</h3>
        <CurveSettings />
      </div>
      <Plot
        element={element}
        frame={frame}
        total={total}
        points={walked}
        at={at}
        onAt={setAt}
        label={said.curveName}
        description={said.curves.keys}
        text={
          isCompared && point
            ? said.curves.comparedAt(
                point.step,
                lines.map(({ colour, points: theirs }) => {
                  const value = theirs[nearest(theirs, point.step)]?.mean;
                  return `${all[colour]?.name} ${value === undefined ? "–" : said.loss(value)}`;
                }),
              )
            : text
        }
      >
        <Axes
          frame={frame}
          clipId={clipId}
          marks={
            <Marks
              frame={frame}
              files={run.files}
              pointed={shown && { step: shown.step, value: line[nearest(walked, shown.step)] ?? shown.mean }}
              isEmpty={points.length === 0}
            />
          }
        >
          {isCompared ? (
            <ComparedLines frame={frame} lines={lines} />
          ) : (
            <SingleLines frame={frame} main={main} average={raw.length > 0 ? average : []} earlier={earlier} />
          )}
        </Axes>
      </Plot>
      <figcaption>
        <span class="figures train-readout">{text}</span>
        {zoom.value && <span class="figures muted">{said.curves.part(from, to)}</span>}
      </figcaption>
      {isCompared ? (
        <>
          <RunsLegend all={all} lines={lines} at={at} />
          <small class="muted">{kind === "loss" ? said.curves.byLoss : said.curves.byAverage}</small>
        </>
      ) : (
        raw.length > 0 && <LinesLegend />
      )}
      {earlier.length > 0 && run.parent !== null && !isCompared && (
        <small class="muted">{said.earlierCurve(run.parent)}</small>
      )}
      <SmallCurves all={all} domain={domain} at={at} />
      <CurveNotes told={own} source={source} />
      <CompareRuns />
      {own !== undefined && own.files.length > 0 && <BoardButton id={run.id} />}
    </figure>
  );
}
