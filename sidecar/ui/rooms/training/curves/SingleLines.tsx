import { useMemo } from "preact/hooks";
import { type Point, smoothed } from "../../../state/training-curve.js";
import { smoothing } from "../../../state/training-curves.js";
import type { Frame } from "./frame.js";

interface SingleOptions {
  frame: Frame;
  /** The loss of each step, or the average where that is all there is. */
  main: Point[];
  average: Point[];
  /** Of the run that this one goes on from. */
  earlier: Point[];
}

/** One run: band from least to greatest, its line and the smoothed one, the trainer's average, and what came before. */
export function SingleLines({ frame, main, average, earlier }: SingleOptions) {
  const weight = smoothing.value;
  const line = useMemo(() => smoothed(main, weight), [main, weight]);
  const band = [
    frame.path(main, ({ greatest }) => greatest),
    frame.path([...main].reverse(), ({ least }) => least),
  ].join(" ");
  return (
    <>
      {main.length > 0 && <polygon class="train-band" points={band} />}
      {weight > 0 && <polyline class="train-raw" points={frame.path(main, ({ mean }) => mean)} />}
      <polyline class="train-line" points={frame.path(main, ({ mean }, index) => line[index] ?? mean)} />
      <polyline class="train-average" points={frame.path(average, ({ mean }) => mean)} />
      <polyline class="train-earlier" points={frame.path(earlier, ({ mean }) => mean)} />
    </>
  );
}
