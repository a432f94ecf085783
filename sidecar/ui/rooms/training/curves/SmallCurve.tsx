import { useId } from "preact/hooks";
import { words } from "../../../state/look.js";
import { nearest, type Point } from "../../../state/training-curve.js";
import { Axes } from "./Axes.js";
import type { Frame } from "./frame.js";
import { frameOf } from "./frame.js";
import { useWidth } from "./use-width.js";

const HEIGHT = 104;

export interface SmallLine {
  name: string;
  colour: number;
  points: Point[];
}

interface SmallOptions {
  title: string;
  lines: readonly SmallLine[];
  domain: Frame["domain"];
  /** The step that is pointed at in the chart above. */
  at: number | null;
}

/** A chart that only shows; what it says at the step pointed at stands in words beside its lines' names. */
export function SmallCurve({ title, lines, domain, at }: SmallOptions) {
  const { training: said } = words.value;
  const { element, width } = useWidth();
  const clipId = useId();
  const points = lines.flatMap((line) => line.points);
  const frame = frameOf({ width, height: HEIGHT, domain, points, logarithmic: false });
  const told = lines.map((line) => {
    const point = at === null ? line.points.at(-1) : line.points[nearest(line.points, at)];
    return { ...line, point };
  });
  return (
    <div class="train-small">
      <div class="train-small-head">
        <h4>{title}</h4>
        <ul class="train-legend figures">
          {told.map(({ name, colour, point }) => (
            <li key={name}>
              <span class={`swatch curve-${colour}`} aria-hidden="true" />
              {name} {point && <strong>{said.curves.figure(point.mean)}</strong>}
            </li>
          ))}
        </ul>
      </div>
      <div ref={element} class="train-plot still">
        <Axes
          frame={frame}
          clipId={clipId}
          marks={
            at !== null &&
            at >= domain[0] && <path class="train-here" d={`M${frame.x(at)} ${frame.top}V${frame.base}`} />
          }
        >
          {lines.map(({ name, colour, points: line }) => (
            <g key={name}>
              <polyline class={`train-compared curve-${colour}`} points={frame.path(line, ({ mean }) => mean)} />
              {line.length <= 40 &&
                line.map(({ step, mean }) => (
                  <circle
                    key={step}
                    class={`train-spot curve-${colour}`}
                    cx={frame.x(step)}
                    cy={frame.y(mean)}
                    r="2.5"
                  />
                ))}
            </g>
          ))}
        </Axes>
      </div>
    </div>
  );
}
