import type { Mask } from "./mask.js";

interface Island {
  area: number;
  touchesFrame: boolean;
}

export interface Islands {
  /** Number of the island that a pixel belongs to, −1 for none. */
  labels: Int32Array;
  found: Island[];
}

/** Pixels that hang together by their sides and satisfy `belongs`, by flooding. */
export function islands({ data, width, height }: Mask, belongs: (value: number) => boolean): Islands {
  const labels = new Int32Array(data.length).fill(-1);
  const stack = new Int32Array(data.length);
  const found: Island[] = [];
  for (let start = 0; start < data.length; start += 1) {
    if (labels[start] !== -1 || !belongs(data[start] ?? 0)) continue;
    const island: Island = { area: 0, touchesFrame: false };
    const label = found.length;
    found.push(island);
    let depth = 1;
    stack[0] = start;
    labels[start] = label;
    const reach = (pixel: number): void => {
      if (labels[pixel] !== -1 || !belongs(data[pixel] ?? 0)) return;
      labels[pixel] = label;
      stack[depth] = pixel;
      depth += 1;
    };
    while (depth > 0) {
      depth -= 1;
      const pixel = stack[depth] ?? 0;
      const column = pixel % width;
      const row = (pixel - column) / width;
      island.area += 1;
      if (column === 0 || row === 0 || column === width - 1 || row === height - 1) island.touchesFrame = true;
      if (column > 0) reach(pixel - 1);
      if (column < width - 1) reach(pixel + 1);
      if (row > 0) reach(pixel - width);
      if (row < height - 1) reach(pixel + width);
    }
  }
  return { labels, found };
}
