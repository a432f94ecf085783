import { smoothed } from "../../../state/training-curve.js";
import { smoothing } from "../../../state/training-curves.js";
import type { Line } from "../../../state/training-lines.js";
import type { Frame } from "./frame.js";

/** Several runs: one smoothed line each, in the colours of the legend. */
export function ComparedLines({ frame, lines }: { frame: Frame; lines: readonly Line[] }) {
  const weight = smoothing.value;
  return (
    <>
      {[...lines].reverse().map(({ key, colour, points }) => {
        const line = smoothed(points, weight);
        return (
          <polyline
            key={key}
            class={`train-compared curve-${colour}`}
            points={frame.path(points, ({ mean }, index) => line[index] ?? mean)}
          />
        );
      })}
    </>
  );
}
