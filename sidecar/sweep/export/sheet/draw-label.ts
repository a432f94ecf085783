import { cutText, labelMarkup } from "./label-markup.js";

export interface LabelWish {
  text: string;
  /** Height of the letters in pixels; never made smaller. */
  size: number;
  /** Wider text is broken into lines. */
  width: number;
  /** Higher text is cut, with an ellipsis. */
  height: number;
  colour: string;
  background: string;
  bold?: boolean;
  align?: "left" | "centre";
}

export interface Label {
  width: number;
  height: number;
  /** RGB, eight bits, on the background. */
  pixels: Buffer;
}

async function drawn(text: string, wish: LabelWish): Promise<Label> {
  const { default: sharp } = await import("sharp");
  const markup = `<span foreground="${wish.colour}">${labelMarkup(text)}</span>`;
  const { data, info } = await sharp({
    text: {
      text: markup,
      font: `sans ${wish.bold === false ? "" : "bold "}${wish.size}`,
      // One point is one pixel.
      dpi: 72,
      rgba: true,
      width: wish.width,
      wrap: "word-char",
      align: wish.align ?? "centre",
      spacing: Math.round(wish.size / 6),
    },
    limitInputPixels: false,
  })
    .flatten({ background: wish.background })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, pixels: data };
}

// Text at these sizes is never wider than this many times its height a letter; the rest of a long prompt is cut before.
const NARROWEST_LETTER = 0.2;

/** A text as pixels, no wider and no higher than asked for. Empty text has no pixels. */
export async function drawLabel(wish: LabelWish): Promise<Label> {
  const most = Math.ceil((wish.width * wish.height) / (wish.size * wish.size * NARROWEST_LETTER)) + 20;
  let text = cutText(wish.text.trim(), most);
  if (labelMarkup(text) === "") return { width: 0, height: 0, pixels: Buffer.alloc(0) };
  for (;;) {
    const label = await drawn(text, wish);
    const letters = Array.from(text).length;
    if ((label.height <= wish.height && label.width <= wish.width) || letters <= 2) return clipped(label, wish);
    const part = Math.min(0.9, (wish.height / label.height) * 0.98);
    text = cutText(text.replace(/…$/, ""), Math.max(1, Math.floor(letters * part) - 1));
  }
}

/** What is left over when a single letter is larger than its place. */
function clipped(label: Label, { width, height }: LabelWish): Label {
  if (label.width <= width && label.height <= height) return label;
  const size = { width: Math.min(width, label.width), height: Math.min(height, label.height) };
  const rows = Array.from({ length: size.height }, (_, row) =>
    label.pixels.subarray(row * label.width * 3, (row * label.width + size.width) * 3),
  );
  return { ...size, pixels: Buffer.concat(rows) };
}
