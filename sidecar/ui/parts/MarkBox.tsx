import { useEffect, useRef, useState } from "preact/hooks";
import { pictureAddress } from "../rpc.js";
import type { Picture } from "../state/dataset.js";
import { words } from "../state/look.js";

type Box = [left: number, top: number, right: number, bottom: number];

const STEP = 0.02;
const LEAST = 0.02;
// Where a first box begins: a head in the middle above.
const FIRST: Box = [0.25, 0.05, 0.75, 0.5];

const within = (part: number, least = 0, most = 1): number => Math.min(most, Math.max(least, part));

/** A box moved or resized by a key; null for other keys. */
function byKey(box: Box, key: string, resizes: boolean): Box | null {
  const across = key === "ArrowLeft" ? -STEP : key === "ArrowRight" ? STEP : 0;
  const down = key === "ArrowUp" ? -STEP : key === "ArrowDown" ? STEP : 0;
  if (across === 0 && down === 0) return null;
  const [left, top, right, bottom] = box;
  if (resizes) return [left, top, within(right + across, left + LEAST), within(bottom + down, top + LEAST)];
  const x = within(left + across, 0, 1 - (right - left));
  const y = within(top + down, 0, 1 - (bottom - top));
  return [x, y, x + right - left, y + bottom - top];
}

interface MarkBoxOptions {
  picture: Picture;
  /** Width and height of the upright picture. */
  size: readonly number[];
  /** Where it lies so far, in parts of the picture. */
  box: readonly number[] | null;
  /** A person marked it before: the mark can be taken away. */
  marked: boolean;
  onKeep(box: Box | null): void;
  onCancel(): void;
}

/** A picture on which the subject is marked by drawing a box, or by the arrow keys. */
export function MarkBox({ picture, size, box: before, marked, onKeep, onCancel }: MarkBoxOptions) {
  const { subject } = words.value;
  const [width = 1, height = 1] = size;
  const [left0 = FIRST[0], top0 = FIRST[1], right0 = FIRST[2], bottom0 = FIRST[3]] = before ?? [];
  const [box, setBox] = useState<Box>([left0, top0, right0, bottom0]);
  const start = useRef<[number, number] | null>(null);
  const surface = useRef<SVGSVGElement>(null);
  useEffect(() => surface.current?.focus(), []);
  const place = ({ clientX, clientY }: PointerEvent): [number, number] => {
    // The picture fills only a part of its surface where their shapes differ.
    const matrix = surface.current?.getScreenCTM();
    if (!matrix) return [0, 0];
    const { x, y } = new DOMPoint(clientX, clientY).matrixTransform(matrix.inverse());
    return [within(x / width), within(y / height)];
  };
  const [left, top, right, bottom] = box;
  return (
    <div class="mark-box">
      <p class="muted">{subject.help}</p>
      <svg
        ref={surface}
        viewBox={`0 0 ${width} ${height}`}
        role="application"
        aria-label={`${picture.name}: ${subject.box(box.map((part) => Math.round(part * 100)))}`}
        tabindex={0}
        onKeyDown={(event) => {
          const moved = byKey(box, event.key, event.shiftKey);
          if (moved) setBox(moved);
          else if (event.key === "Enter") onKeep(box);
          else return;
          event.preventDefault();
        }}
        onPointerDown={(event) => {
          surface.current?.setPointerCapture(event.pointerId);
          start.current = place(event);
        }}
        onPointerMove={(event) => {
          if (!start.current) return;
          const [x0, y0] = start.current;
          const [x1, y1] = place(event);
          if (Math.abs(x1 - x0) < LEAST || Math.abs(y1 - y0) < LEAST) return;
          setBox([Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)]);
        }}
        onPointerUp={() => {
          start.current = null;
        }}
      >
        <image
          href={pictureAddress("thumbnail", picture, 512)}
          width={width}
          height={height}
          preserveAspectRatio="none"
        />
        <path
          class="cut-away"
          fill-rule="evenodd"
          d={`M0 0H${width}V${height}H0Z M${left * width} ${top * height}H${right * width}V${bottom * height}H${left * width}Z`}
        />
      </svg>
      <div class="one-buttons">
        <button type="button" class="primary" onClick={() => onKeep(box)}>
          {subject.keep}
        </button>
        {marked && (
          <button type="button" onClick={() => onKeep(null)}>
            {subject.clear}
          </button>
        )}
        <button type="button" onClick={onCancel}>
          {subject.cancel}
        </button>
      </div>
    </div>
  );
}
