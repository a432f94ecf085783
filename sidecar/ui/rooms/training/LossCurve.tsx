import { signal } from "@preact/signals";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { keep, kept } from "../../state/kept.js";
import { words } from "../../state/look.js";
import { stepTicks } from "../../state/plan-timeline.js";
import { parentRun, type Run } from "../../state/training.js";
import { nearest, type Point, pointsOf, scaleOf, smoothed } from "../../state/training-curve.js";

const HEIGHT = 210;
const TOP = 10;
const BASE = HEIGHT - 26;
const LEFT = 52;
const RIGHT = 12;
// A mark counts as pointed at within so many pixels.
const NEAR_PIXELS = 6;
const MOST_SMOOTHING = 0.98;
const clipId = "train-curve-inside";

const storedSmoothing = Number(kept("loss-smoothing") ?? Number.NaN);
const smoothing = signal(storedSmoothing >= 0 && storedSmoothing <= MOST_SMOOTHING ? storedSmoothing : 0.6);
const logarithmic = signal(kept("loss-scale") === "log");

/** The width that there is: text is drawn at its own size, whatever the window. */
function useWidth() {
  const element = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(640);
  useEffect(() => {
    const { current } = element;
    if (!current) return;
    const observer = new ResizeObserver(() => setWidth(Math.max(240, current.clientWidth)));
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  return { element, width };
}

/** The curve of the run that this one goes on from, up to there. */
function pointsBefore(run: Run): Point[] {
  const before = parentRun.value;
  if (before === null || before.id !== run.parent) return [];
  const first = run.losses[0]?.[0] ?? before.progress.step + 1;
  return pointsOf(before.losses).filter(({ step }) => step < first);
}

interface DrawOptions {
  points: Point[];
  earlier: Point[];
  run: Run;
  width: number;
  x(step: number): number;
  at: number | null;
}

/** The picture itself; what it says is also read from the slider around it. */
function Drawing({ points, earlier, run, width, x, at }: DrawOptions) {
  const { training: said, number } = words.value;
  const weight = smoothing.value;
  const scale = useMemo(
    () => scaleOf([...earlier, ...points], logarithmic.value),
    [earlier, points, logarithmic.value],
  );
  const line = useMemo(() => smoothed(points, weight), [points, weight]);
  const y = (loss: number): string => (BASE - (BASE - TOP) * scale.place(loss)).toFixed(1);
  const place = (step: number, loss: number): string => `${x(step).toFixed(1)},${y(loss)}`;
  const band = [
    ...points.map(({ step, greatest }) => place(step, greatest)),
    ...[...points].reverse().map(({ step, least }) => place(step, least)),
  ];
  // A single point makes no line.
  const pointed = points[at ?? (points.length === 1 ? 0 : -1)];
  return (
    <svg width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} aria-hidden="true">
      <clipPath id={clipId}>
        <rect x={LEFT} y={TOP - 4} width={width - LEFT - RIGHT + 2} height={BASE - TOP + 4} />
      </clipPath>
      {scale.ticks.map((tick) => (
        <g key={tick}>
          <path class="plan-tick" d={`M${LEFT} ${y(tick)}H${width - RIGHT}`} />
          <text x={LEFT - 6} y={Number(y(tick)) + 4} text-anchor="end">
            {number(tick)}
          </text>
        </g>
      ))}
      {points.length > 0 && <path class="train-band" d={`M${band.join("L")}Z`} clip-path={`url(#${clipId})`} />}
      {weight > 0 && (
        <polyline
          class="train-raw"
          clip-path={`url(#${clipId})`}
          points={points.map(({ step, mean }) => place(step, mean)).join(" ")}
        />
      )}
      <polyline
        class="train-line"
        clip-path={`url(#${clipId})`}
        points={points.map(({ step }, index) => place(step, line[index] ?? 0)).join(" ")}
      />
      <polyline
        class="train-earlier"
        clip-path={`url(#${clipId})`}
        points={earlier.map(({ step, mean }) => place(step, mean)).join(" ")}
      />
      <path class="plan-axis" d={`M${LEFT} ${BASE}H${width - RIGHT}`} />
      {run.files
        .filter(({ kind }) => kind !== "state")
        .map(({ name, step }) => (
          <circle key={name} class="train-mark" cx={x(step)} cy={BASE} r="5" />
        ))}
      {stepTicks(run.steps, width - LEFT).map((step, index, all) => (
        <text
          key={step}
          x={x(step)}
          y={HEIGHT - 6}
          text-anchor={index === 0 ? "start" : index === all.length - 1 ? "end" : "middle"}
        >
          {number(step)}
        </text>
      ))}
      {pointed && (
        <>
          <path class="train-here" d={`M${x(pointed.step)} ${TOP}V${BASE}`} />
          <circle class="train-dot" cx={x(pointed.step)} cy={y(line[at ?? 0] ?? pointed.mean)} r="4" />
        </>
      )}
      {points.length === 0 && (
        <text x={width / 2} y={HEIGHT / 2} text-anchor="middle">
          {said.noLoss}
        </text>
      )}
    </svg>
  );
}

function Settings() {
  const { training: said } = words.value;
  return (
    <div class="train-curve-settings">
      <label class="slider">
        {said.smoothing}
        <input
          type="range"
          min={0}
          max={MOST_SMOOTHING}
          step={0.02}
          value={smoothing.value}
          onInput={({ currentTarget }) => {
            smoothing.value = currentTarget.valueAsNumber;
            keep("loss-smoothing", String(smoothing.value));
          }}
        />
      </label>
      <label class="check">
        <input
          type="checkbox"
          checked={logarithmic.value}
          onChange={({ currentTarget }) => {
            logarithmic.value = currentTarget.checked;
            keep("loss-scale", logarithmic.value ? "log" : "linear");
          }}
        />
        {said.logScale}
      </label>
    </div>
  );
}

/** Loss by step: band from least to greatest, the line through it, saved files as marks below. */
export function LossCurve({ run }: { run: Run }) {
  const { training: said } = words.value;
  const { element, width } = useWidth();
  const [at, setAt] = useState<number | null>(null);
  const points = useMemo(() => pointsOf(run.losses), [run.losses]);
  const earlier = useMemo(() => pointsBefore(run), [run.losses, parentRun.value]);
  const total = Math.max(1, run.steps);
  const x = (step: number): number => LEFT + ((width - LEFT - RIGHT) * Math.min(step, total)) / total;
  const here = at === null ? null : Math.min(at, points.length - 1);
  const point = points[here ?? points.length - 1];
  const readout = (shown: Point | undefined): string => {
    if (!shown) return said.noLoss;
    const { step, mean, least, greatest } = shown;
    const text = said.curveReadout(step, said.loss(mean), said.loss(least), said.loss(greatest));
    const file = run.files.find((one) => one.kind !== "state" && Math.abs(x(one.step) - x(step)) <= NEAR_PIXELS);
    return here !== null && file ? `${text} – ${said.savedHere(file.name)}` : text;
  };
  const pointTo = (event: PointerEvent): void => {
    const box = element.current?.getBoundingClientRect();
    if (!box || points.length === 0) return;
    const step = ((event.clientX - box.left - LEFT) / (width - LEFT - RIGHT)) * total;
    setAt(nearest(points, step));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (points.length === 0) return;
    const last = points.length - 1;
    const now = here ?? last;
    const page = Math.max(1, Math.round(points.length / 20));
    const next = {
      ArrowLeft: now - 1,
      ArrowRight: now + 1,
      PageDown: now - page,
      PageUp: now + page,
      Home: 0,
      End: last,
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    setAt(Math.min(last, Math.max(0, next)));
  };
  return (
    <figure class="train-curve">
      <div class="train-curve-head">
        <h3>{said.lossTitle}</h3>
        <Settings />
      </div>
      <div
        ref={element}
        class="train-plot"
        role="slider"
        tabIndex={0}
        aria-label={said.curveName}
        aria-description={said.curveKeys}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={point?.step ?? 0}
        aria-valuetext={readout(point)}
        onPointerMove={pointTo}
        onPointerLeave={() => setAt(null)}
        onBlur={() => setAt(null)}
        onKeyDown={onKeyDown}
      >
        <Drawing points={points} earlier={earlier} run={run} width={width} x={x} at={here} />
      </div>
      <figcaption>
        <span class="figures train-readout">{readout(point)}</span>
        <small class="muted">
          {said.lossNote} {earlier.length > 0 && run.parent !== null && said.earlierCurve(run.parent)}
        </small>
      </figcaption>
    </figure>
  );
}
