/** A place on the window, in CSS pixels. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

const GAP_PX = 12;
const MARGIN_PX = 10;

const within = (value: number, least: number, most: number): number => Math.max(least, Math.min(value, most));

/**
 * Where the card stands that speaks of a thing: below it where there is room, else above, else right or left of it, always
 * whole inside the window. Without a thing, or where it leaves no room, at the window's foot.
 */
export function cardPlace(
  thing: Box | null,
  card: { width: number; height: number },
  window: { width: number; height: number },
): { left: number; top: number } {
  const mostLeft = Math.max(MARGIN_PX, window.width - card.width - MARGIN_PX);
  const mostTop = Math.max(MARGIN_PX, window.height - card.height - MARGIN_PX);
  const foot = { left: within((window.width - card.width) / 2, MARGIN_PX, mostLeft), top: mostTop };
  if (thing === null) return foot;
  const left = within(thing.left + thing.width / 2 - card.width / 2, MARGIN_PX, mostLeft);
  const top = within(thing.top + thing.height / 2 - card.height / 2, MARGIN_PX, mostTop);
  const [below, right] = [thing.top + thing.height + GAP_PX, thing.left + thing.width + GAP_PX];
  const [above, before] = [thing.top - GAP_PX - card.height, thing.left - GAP_PX - card.width];
  const high = (value: number): boolean => value >= MARGIN_PX && value <= mostTop;
  const wide = (value: number): boolean => value >= MARGIN_PX && value <= mostLeft;
  if (high(below)) return { left, top: below };
  if (high(above)) return { left, top: above };
  if (wide(right)) return { left: right, top };
  if (wide(before)) return { left: before, top };
  return foot;
}
