import type { ComponentChildren } from "preact";
import { lens } from "../../../../state/sweep-view-lens.js";

/** From here on the pixels themselves are looked at. */
const PIXELS_FROM = 4;

/** A picture's place in a pane, as the lens shows it; everything inside lies over each other, edge to edge. */
export function LensFrame({ width, height, children }: { width: number; height: number; children: ComponentChildren }) {
  const { scale, x, y } = lens.value;
  const move = (at: number): string => `${(0.5 - at) * 100 * scale}%`;
  return (
    <div
      class={scale >= PIXELS_FROM ? "sweep-lens pixels" : "sweep-lens"}
      style={{
        "--shape": String(width / Math.max(height, 1)),
        aspectRatio: `${width} / ${height}`,
        transform: `translate(${move(x)}, ${move(y)}) scale(${scale})`,
      }}
    >
      {children}
    </div>
  );
}
