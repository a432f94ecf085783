import { stringify } from "csv-stringify/sync";
import type { NewCaption } from "./new-captions.js";

export interface ExportedImage {
  /** As the trainer will open it: absolute. */
  path: string;
  caption: string;
  /** Upright, in pixels. */
  size: [number, number];
}

export type ExportFormat = "json" | "jsonl" | "csv";

/**
 * The tags of a set as one text. Shapes of `json` and `jsonl`: what kohya's `tag_images_by_wd14_tagger.py` writes with
 * `--output_path`, an object `{path: {tags, image_size}}` or one line `{image_path, caption, image_size}` a picture,
 * which its fine-tuning reads as metadata. `csv` has a header row and the same facts.
 */
export function exportText(images: readonly ExportedImage[], format: ExportFormat): string {
  if (format === "json") {
    const entries = images.map(({ path, caption, size }) => [path, { tags: caption, image_size: size }]);
    return `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
  }
  if (format === "jsonl") {
    return images
      .map(({ path, caption, size }) => `${JSON.stringify({ image_path: path, caption, image_size: size })}\n`)
      .join("");
  }
  const rows = images.map(({ path, caption, size: [width, height] }) => [path, caption, width, height]);
  return stringify([["image_path", "caption", "width", "height"], ...rows], { bom: true });
}

/** Those of a set whose caption is known from kept scores. */
export const exportable = (captions: readonly NewCaption[]): { path: string; caption: string }[] =>
  captions.flatMap(({ picture, after }) => (after === null ? [] : [{ path: picture.image, caption: after }]));
