/** Width and height in pixels. */
type Size = readonly [width: number, height: number];

/** A rectangle in pixels of the picture: left and top belong to it, right and bottom do not. */
export interface Rectangle {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface ResizeSettings {
  /** Exactly this size; what does not fit is cut away. Null: the picture's own shape. */
  size: Size | null;
  /** At most so many pixels of area, squared: 1024 means 1024 × 1024. Null: no limit. */
  maxSize: number | null;
  /** Longest side in pixels. Null: no limit. */
  maxSide: number | null;
  /** Both sides become multiples of it; 1 for any. */
  multiple: number;
  /** Width over height to which pictures are cropped. Null: the picture's own. */
  aspect: number | null;
  /** What stays when something is cut away, in parts of width and height: 0.5, 0.5 is the middle. */
  focus: { x: number; y: number };
  /** Where a picture's subject is known, its middle is what stays instead. */
  followSubject: boolean;
  /** Bars and frames are taken away first. */
  trim: boolean;
  /** Small pictures are enlarged to the size; false leaves them as they are. */
  enlarge: boolean;
}

export interface Frame {
  /** What is kept of the picture, upright. */
  keep: Rectangle;
  /** What it is brought to. */
  size: Size;
  /** Share of the picture that is cut away, 0–1; trimmed bars do not count. */
  lost: number;
  enlarged: boolean;
}

/** The largest rectangle of a shape inside another one, its middle as near to the focus as it goes. */
function cropped(inside: Rectangle, aspect: number, { x, y }: { x: number; y: number }): Rectangle {
  const [width, height] = [inside.right - inside.left, inside.bottom - inside.top];
  const [w, h] = [Math.min(width, height * aspect), Math.min(height, width / aspect)];
  const within = (middle: number, least: number, most: number): number => Math.min(most, Math.max(least, middle));
  const left = within(inside.left + x * width - w / 2, inside.left, inside.right - w);
  const top = within(inside.top + y * height - h / 2, inside.top, inside.bottom - h);
  return { left, top, right: left + w, bottom: top + h };
}

const downTo = (value: number, multiple: number): number =>
  Math.max(multiple, Math.floor((value + 1e-6) / multiple) * multiple);

/** Factor by which a picture of some size is to be scaled; above 1 enlarges. */
function factor([width, height]: Size, { maxSize, maxSide, enlarge }: ResizeSettings): number {
  const factors = [
    ...(maxSize === null ? [] : [maxSize / Math.sqrt(width * height)]),
    ...(maxSide === null ? [] : [maxSide / Math.max(width, height)]),
  ];
  if (factors.length === 0) return 1;
  const wanted = Math.min(...factors);
  return enlarge ? wanted : Math.min(1, wanted);
}

/**
 * What is kept of a picture and what it is brought to: bars away, crop, scale, multiples.
 * @param size of the upright picture @param content what lies within its bars
 */
export function frameOf(size: Size, content: Rectangle, settings: ResizeSettings): Frame {
  const { aspect, focus, multiple, trim, enlarge } = settings;
  const whole: Rectangle = { left: 0, top: 0, right: size[0], bottom: size[1] };
  const inside = trim ? content : whole;
  const [width, height] = [inside.right - inside.left, inside.bottom - inside.top];
  const target = settings.size;
  const shape = target ? target[0] / target[1] : aspect;
  const shaped = shape === null ? inside : cropped(inside, shape, focus);
  const own: Size = [shaped.right - shaped.left, shaped.bottom - shaped.top];
  // A small picture keeps its pixels, in the shape that was asked for.
  const scale = target ? (enlarge ? target[0] / own[0] : Math.min(1, target[0] / own[0])) : factor(own, settings);
  const reaches = target !== null && own[0] >= target[0] - 1e-6 && own[1] >= target[1] - 1e-6;
  const sides: Size =
    target && (enlarge || reaches)
      ? target
      : [Math.max(1, Math.round(own[0] * scale)), Math.max(1, Math.round(own[1] * scale))];
  const rounded: Size = target && sides === target ? target : [downTo(sides[0], multiple), downTo(sides[1], multiple)];
  // Rounding down cuts a few pixels instead of bending the picture.
  const [cutWidth, cutHeight] = [(rounded[0] / sides[0]) * own[0], (rounded[1] / sides[1]) * own[1]];
  const fits = cutWidth <= own[0] + 1e-6 && cutHeight <= own[1] + 1e-6;
  const keep = fits ? around(shaped, [cutWidth, cutHeight]) : shaped;
  const kept = (keep.right - keep.left) * (keep.bottom - keep.top);
  return {
    keep: inPixels(keep, size),
    size: rounded,
    lost: Math.max(0, 1 - kept / (width * height)),
    enlarged: rounded[0] > own[0] + 0.5 || rounded[1] > own[1] + 0.5,
  };
}

/** A smaller rectangle in the middle of another. */
function around({ left, top, right, bottom }: Rectangle, [width, height]: Size): Rectangle {
  const [x, y] = [(left + right - width) / 2, (top + bottom - height) / 2];
  return { left: x, top: y, right: x + width, bottom: y + height };
}

/** Whole pixels of the picture, at least one. */
function inPixels({ left, top, right, bottom }: Rectangle, [width, height]: Size): Rectangle {
  const [x, y] = [Math.min(width - 1, Math.round(left)), Math.min(height - 1, Math.round(top))];
  return { left: x, top: y, right: Math.max(x + 1, Math.round(right)), bottom: Math.max(y + 1, Math.round(bottom)) };
}

/**
 * The middle of a subject as a focus within what lies inside a picture's bars.
 * @param box left, top, right, bottom in parts of the upright picture
 */
export function focusOn(box: readonly number[], [width, height]: Size, inside: Rectangle): ResizeSettings["focus"] {
  const [left = 0, top = 0, right = 1, bottom = 1] = box;
  const part = (middle: number, from: number, to: number): number =>
    Math.min(1, Math.max(0, (middle - from) / (to - from)));
  return {
    x: part(((left + right) / 2) * width, inside.left, inside.right),
    y: part(((top + bottom) / 2) * height, inside.top, inside.bottom),
  };
}
