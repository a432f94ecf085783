import { pictureAddress } from "../rpc.js";
import type { Picture } from "../state/dataset.js";

interface CutFrameOptions {
  picture: Picture;
  /** Width and height in which `keep` is meant. */
  size: readonly number[];
  /** Left, top, right, bottom of what stays. */
  keep: readonly number[];
  label: string;
}

/** A picture with what stays of it framed and the rest darkened. */
export function CutFrame({ picture, size, keep, label }: CutFrameOptions) {
  const [width = 1, height = 1] = size;
  const [left = 0, top = 0, right = width, bottom = height] = keep;
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`${picture.name}: ${label}`}>
      <image
        href={pictureAddress("thumbnail", picture, 256)}
        width={width}
        height={height}
        preserveAspectRatio="none"
      />
      <path
        class="cut-away"
        fill-rule="evenodd"
        d={`M0 0H${width}V${height}H0Z M${left} ${top}H${right}V${bottom}H${left}Z`}
      />
    </svg>
  );
}
