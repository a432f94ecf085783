import { words } from "../../../state/look.js";
import type { Run } from "../../../state/training.js";
import type { Frame } from "./frame.js";

interface MarksOptions {
  frame: Frame;
  files: Run["files"];
  /** The step that is pointed at, and the height of the line there. */
  pointed: { step: number; value: number } | undefined;
  isEmpty: boolean;
}

/** Saved files on the axis, and the place that is pointed at. */
export function Marks({ frame, files, pointed, isEmpty }: MarksOptions) {
  const { training: said } = words.value;
  const [from, to] = frame.domain;
  const isInside = ({ step }: { step: number }): boolean => step >= from && step <= to;
  const marks = files.filter((file) => file.kind !== "state" && isInside(file));
  return (
    <>
      {marks.map(({ name, step }) => (
        <circle key={name} class="train-mark" cx={frame.x(step)} cy={frame.base} r="5" />
      ))}
      {pointed && isInside(pointed) && (
        <>
          <path class="train-here" d={`M${frame.x(pointed.step)} ${frame.top}V${frame.base}`} />
          <circle class="train-dot" cx={frame.x(pointed.step)} cy={frame.y(pointed.value)} r="4" />
        </>
      )}
      {isEmpty && (
        <text x={frame.width / 2} y={frame.height / 2} text-anchor="middle">
          {said.noLoss}
        </text>
      )}
    </>
  );
}
