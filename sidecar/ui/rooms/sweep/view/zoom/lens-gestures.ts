import { pan, zoomAt } from "../../../../state/sweep-view-lens.js";

/** Pixels of the wheel that zoom by e; a notch of a usual mouse is about 100. */
const WHEEL = 400;

const pointOf = (picture: Element, event: MouseEvent) => {
  const { left, top, width, height } = picture.getBoundingClientRect();
  return { x: (event.clientX - left) / width, y: (event.clientY - top) / height };
};

/** Wheel zooms at the pointer, dragging pans; for the element whose first `.sweep-lens` is the picture as it is drawn. */
export const lensGestures = {
  onWheel(event: WheelEvent & { currentTarget: HTMLElement }): void {
    const picture = event.currentTarget.querySelector(".sweep-lens");
    if (!picture) return;
    event.preventDefault();
    zoomAt(Math.exp(-event.deltaY / WHEEL), pointOf(picture, event));
  },
  onPointerDown(event: PointerEvent & { currentTarget: HTMLElement }): void {
    if (event.button !== 0 || (event.target instanceof HTMLElement && event.target.closest("button, input"))) return;
    event.currentTarget.setPointerCapture(event.pointerId);
  },
  onPointerMove(event: PointerEvent & { currentTarget: HTMLElement }): void {
    const { currentTarget: pane, pointerId, movementX, movementY } = event;
    const picture = pane.querySelector(".sweep-lens");
    if (!picture || !pane.hasPointerCapture(pointerId)) return;
    const { width, height } = picture.getBoundingClientRect();
    pan(-movementX / width, -movementY / height);
  },
};
