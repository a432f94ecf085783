import { pictureAddress } from "../rpc.js";
import type { Picture } from "../state/dataset.js";

/** A unit square that stands upright, as it is stored: SVG's six numbers, by EXIF's eight orientations. */
function asStored(orientation: number): [number, number, number, number, number, number] {
  const across = [2, 3, 7, 8].includes(orientation) ? -1 : 1;
  const down = [3, 4, 6, 7].includes(orientation) ? -1 : 1;
  const [x, y] = [across < 0 ? 1 : 0, down < 0 ? 1 : 0];
  return orientation >= 5 ? [0, down, across, 0, x, y] : [across, 0, 0, down, x, y];
}

interface CutFrameOptions {
  picture: Picture;
  /** Width and height in which `keep` is meant. */
  size: readonly number[];
  /** Left, top, right, bottom of what stays. */
  keep: readonly number[];
  label: string;
  /** EXIF, 1–8, where `size` is the stored picture's; 1 where it is the upright one's. */
  orientation: number;
  /** Where the subject lies, in parts of the picture; null where that is not known. */
  subject: readonly number[] | null;
}

/** A picture with what stays of it framed and the rest darkened. */
export function CutFrame({ picture, size, keep, label, orientation, subject }: CutFrameOptions) {
  const [width = 1, height = 1] = size;
  const [left = 0, top = 0, right = width, bottom = height] = keep;
  const [x0 = 0, y0 = 0, x1 = 1, y1 = 1] = subject ?? [];
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`${picture.name}: ${label}`}>
      <g transform={`scale(${width} ${height}) matrix(${asStored(orientation).join(" ")})`}>
        <image href={pictureAddress("thumbnail", picture, 256)} width="1" height="1" preserveAspectRatio="none" />
        {subject && (
          <rect class="subject" x={x0} y={y0} width={x1 - x0} height={y1 - y0} vector-effect="non-scaling-stroke" />
        )}
      </g>
      <path
        class="cut-away"
        fill-rule="evenodd"
        d={`M0 0H${width}V${height}H0Z M${left} ${top}H${right}V${bottom}H${left}Z`}
      />
    </svg>
  );
}
