import { useEffect, useRef, useState } from "preact/hooks";
import type { PlanSteps } from "../../../../protocol/generated/methods.js";
import { words } from "../../state/look.js";
import { type Examined, plan } from "../../state/plan.js";
import { epochTicks, samplePoints, stepTicks } from "../../state/plan-timeline.js";

const HEIGHT = 132;
const TOP = 14;
const BASE = 104;
const MOST_MARKS = 200;
// More than these would cover each other at their usual size.
const MANY = 30;

/** The width that there is, in pixels: text is drawn at its own size, whatever the window. */
function useWidth() {
  const element = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(640);
  useEffect(() => {
    const { current } = element;
    if (!current) return;
    const observer = new ResizeObserver(() => setWidth(Math.max(200, current.clientWidth)));
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  return { element, width };
}

interface PlaceOptions {
  found: Examined;
  /** Where a step lies, in pixels. */
  x(step: number): number;
}

function Curve({ found: { curve }, x }: PlaceOptions) {
  const y = (factor: number): number => BASE - (BASE - TOP) * Math.min(1, Math.max(0, factor));
  const points = curve.points.map(([step = 0, factor = 0]) => `${x(step).toFixed(1)},${y(factor).toFixed(1)}`);
  if (points.length === 0) return null;
  const [start, end] = [points[0]?.split(",")[0], points.at(-1)?.split(",")[0]];
  return (
    <>
      <path class="plan-area" d={`M${start} ${BASE}L${points.join("L")}L${end} ${BASE}Z`} />
      <polyline class={`plan-curve ${curve.kind}`} points={points.join(" ")} />
    </>
  );
}

type Save = Examined["files"][number];

/** The saves on the line: one stop of the Tab key, arrow keys go from one to the next. */
function Saves({ found, x, onNamed }: PlaceOptions & { onNamed(save: Save | null): void }) {
  const { plan: said } = words.value;
  const [at, setAt] = useState(0);
  const marks = useRef<(HTMLButtonElement | null)[]>([]);
  const all = found.files.filter(({ kind }) => kind !== "state");
  const every = Math.ceil(all.length / MOST_MARKS);
  // The last ones stay, and of very many before them only some are drawn.
  const saves = all.filter((_, index) => (all.length - 1 - index) % every === 0);
  const here = Math.min(at, saves.length - 1);
  const go = (event: KeyboardEvent): void => {
    const next = { ArrowRight: here + 1, ArrowLeft: here - 1, Home: 0, End: saves.length - 1 }[event.key];
    if (next === undefined || !saves[next]) return;
    event.preventDefault();
    setAt(next);
    marks.current[next]?.focus();
  };
  return (
    <fieldset class={saves.length > MANY ? "plan-saves many" : "plan-saves"} aria-label={said.saves} onKeyDown={go}>
      {saves.map((save, index) => (
        <button
          type="button"
          key={save.name}
          ref={(mark) => {
            marks.current[index] = mark;
          }}
          class={save.removedAt === null ? "plan-save" : "plan-save hollow"}
          style={{ left: `${x(save.step)}px`, top: `${BASE}px` }}
          tabIndex={index === here ? 0 : -1}
          aria-label={said.saveSentence(save.name, save.step, save.removedAt)}
          onFocus={() => {
            setAt(index);
            onNamed(save);
          }}
          onMouseEnter={() => onNamed(save)}
          onMouseLeave={() => onNamed(null)}
        />
      ))}
    </fieldset>
  );
}

/** What the line does not say by itself. */
function Caption({ found, save }: { found: Examined; save: Save | null }) {
  const { plan: said } = words.value;
  const { curve } = found;
  const scheduler = String(found.effective.lr_scheduler ?? "");
  return (
    <p class="muted plan-caption" aria-live="polite">
      {save ? (
        <span class="figures">{said.saveSentence(save.name, save.step, save.removedAt)}</span>
      ) : (
        <>
          {said.curves[curve.kind](scheduler)}
          {curve.warmup > 0 && ` ${said.warmup(Math.round(curve.warmup))}`}
        </>
      )}
    </p>
  );
}

/** The run from left to right: epochs, saves, warm-up, learning rate, sample pictures. */
export function Timeline({ found, steps }: { found: Examined; steps: PlanSteps }) {
  const { plan: said, number } = words.value;
  const { element, width } = useWidth();
  const [named, setNamed] = useState<Save | null>(null);
  const side = 10;
  const x = (step: number): number => side + ((width - 2 * side) * step) / steps.exact;
  const epochs = epochTicks(steps, width);
  const samples = samplePoints(found.effective, plan.value?.samplePrompts ?? null, steps);
  return (
    <figure class="plan-timeline">
      <div ref={element} class="plan-line">
        <svg
          width={width}
          height={HEIGHT}
          viewBox={`0 0 ${width} ${HEIGHT}`}
          role="img"
          aria-label={said.timeline(steps.exact, steps.epochs)}
        >
          {found.curve.warmup > 0 && (
            <rect class="plan-warmup" x={x(0)} y={TOP} width={x(found.curve.warmup) - x(0)} height={BASE - TOP} />
          )}
          {epochs.map(({ step, label }) => (
            <g key={`epoch ${step}`}>
              <path class={label === null ? "plan-tick" : "plan-tick named"} d={`M${x(step)} ${TOP}V${BASE}`} />
              {label !== null && (
                <text x={x(step)} y={TOP - 4} text-anchor="middle">
                  {label}
                </text>
              )}
            </g>
          ))}
          <Curve found={found} x={x} />
          <path class="plan-axis" d={`M${x(0)} ${BASE}H${x(steps.exact)}`} />
          {samples.map((step) => (
            <path key={`sample ${step}`} class="plan-sample" d={`M${x(step)} ${TOP + 2}l4 7h-8z`} />
          ))}
          {stepTicks(steps.exact, width).map((step, index, all) => (
            <text
              key={`step ${step}`}
              x={x(step)}
              y={HEIGHT - 6}
              text-anchor={index === 0 ? "start" : index === all.length - 1 ? "end" : "middle"}
            >
              {number(step)}
            </text>
          ))}
        </svg>
        <Saves found={found} x={x} onNamed={setNamed} />
      </div>
      <figcaption>
        <Caption found={found} save={named} />
        <ul class="plan-legend muted" aria-hidden="true">
          <li>
            <i class="plan-save" /> {said.legendSave}
          </li>
          {found.files.some(({ removedAt }) => removedAt !== null) && (
            <li>
              <i class="plan-save hollow" /> {said.legendRemoved}
            </li>
          )}
          {found.curve.points.length > 0 && (
            <li>
              <i class="plan-legend-line" /> {found.curve.kind === "relative" ? said.legendSize : said.legendRate}
            </li>
          )}
          {found.curve.warmup > 0 && (
            <li>
              <i class="plan-legend-warmup" /> {said.legendWarmup}
            </li>
          )}
          {samples.length > 0 && <li>▲ {said.legendSample}</li>}
        </ul>
      </figcaption>
    </figure>
  );
}
