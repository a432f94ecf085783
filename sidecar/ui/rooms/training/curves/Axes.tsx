import type { ComponentChildren } from "preact";
import { words } from "../../../state/look.js";
import { stepTicks } from "../../../state/plan-timeline.js";
import { type Frame, LEFT, RIGHT } from "./frame.js";

interface AxesOptions {
  frame: Frame;
  clipId: string;
  /** The lines; what leaves the frame is cut off. */
  children: ComponentChildren;
  /** Drawn over all. */
  marks?: ComponentChildren;
}

/** Round steps between the first and the last; a part has as many as a run of its length. */
function ticksOf(from: number, to: number, width: number): number[] {
  const all = stepTicks(to - from, width);
  const every = Math.max(1, (all[1] ?? 0) - (all[0] ?? 0));
  if (from === 0 || all.length < 3) return all.map((step) => step + from);
  const round = all.slice(1, -1).map((_, index) => (Math.floor(from / every) + 1 + index) * every);
  return [from, ...round.filter((step) => step > from + every / 2 && step < to - every / 2), to];
}

/** The frame of a chart with its numbers. */
export function Axes({ frame, clipId, children, marks }: AxesOptions) {
  const { training: said, number } = words.value;
  const { width, height, top, base, domain, ticks, x, y } = frame;
  const [from, to] = domain;
  const steps = ticksOf(from, to, width - LEFT);
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <clipPath id={clipId}>
        <rect x={LEFT} y={top - 4} width={width - LEFT - RIGHT + 2} height={base - top + 4} />
      </clipPath>
      {ticks.map((tick) => (
        <g key={tick}>
          <path class="plan-tick" d={`M${LEFT} ${y(tick).toFixed(1)}H${width - RIGHT}`} />
          <text x={LEFT - 6} y={y(tick) + 4} text-anchor="end">
            {said.curves.figure(tick)}
          </text>
        </g>
      ))}
      <g clip-path={`url(#${clipId})`}>{children}</g>
      <path class="plan-axis" d={`M${LEFT} ${base}H${width - RIGHT}`} />
      {steps.map((step, index) => (
        <text
          key={step}
          x={x(step)}
          y={height - 6}
          text-anchor={index === 0 ? "start" : index === steps.length - 1 ? "end" : "middle"}
        >
          {number(step)}
        </text>
      ))}
      {marks}
    </svg>
  );
}
