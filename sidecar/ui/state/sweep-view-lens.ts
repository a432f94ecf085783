import { signal } from "@preact/signals";

/** Which part of a picture is looked at: all panes look through the same one, so that they pan and zoom together. */
export interface Lens {
  /** 1: the whole picture fits its pane. */
  scale: number;
  /** What is in the pane's middle, as fractions of the picture. */
  x: number;
  y: number;
}

const WHOLE: Lens = { scale: 1, x: 0.5, y: 0.5 };
const MOST = 32;
const STEP = 1.5;

export const lens = signal<Lens>(WHOLE);

const within = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);

/** Keeps the middle inside the picture: nobody gets lost beside it. */
const inside = ({ scale, x, y }: Lens): Lens => {
  const at = (value: number): number => (scale <= 1 ? 0.5 : within(value, 0, 1));
  return { scale, x: at(x), y: at(y) };
};

export const showWhole = (): void => {
  lens.value = WHOLE;
};

/** Zooms so that the given point of the picture stays where it is in the pane. */
export function zoomAt(factor: number, point: { x: number; y: number } = lens.value): void {
  const { scale, x, y } = lens.value;
  const next = within(scale * factor, 1, MOST);
  const part = scale / next;
  lens.value = inside({ scale: next, x: point.x + (x - point.x) * part, y: point.y + (y - point.y) * part });
}

export const zoomBy = (steps: number): void => zoomAt(STEP ** steps);

/** Moves what is looked at by fractions of the picture as it is drawn now. */
export function pan(right: number, down: number): void {
  const { scale, x, y } = lens.value;
  lens.value = inside({ scale, x: x + right, y: y + down });
}

/** One step of a key: a quarter of what is seen. */
export const panBy = (right: number, down: number): void => {
  const { scale } = lens.value;
  pan(right / scale / 4, down / scale / 4);
};
