import { stringify } from "csv-stringify/sync";

export interface ExportedCaption {
  /** As the trainer will open it: absolute. */
  path: string;
  /** Below the folder. */
  name: string;
  /** Null for a picture without a caption file, which an export leaves out. */
  caption: string | null;
}

const captioned = (captions: readonly ExportedCaption[]): { path: string; name: string; caption: string }[] =>
  captions.flatMap(({ path, name, caption }) => (caption === null ? [] : [{ path, name, caption }]));

/** Metadata for sd-scripts' fine-tuning: `{path: {caption}}`, or `{path: {tags}}` as its taggers write. */
export function exportKohyaJson(captions: readonly ExportedCaption[], kind: "caption" | "tags"): string {
  const entries = captioned(captions).map(({ path, caption }) => [path, { [kind]: caption }]);
  return `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
}

/** `image_path`, the absolute path, as sd-scripts' taggers write; or `file_name`, below the folder, as imagefolder. */
export function exportJsonl(
  captions: readonly ExportedCaption[],
  key: "image_path" | "file_name" = "image_path",
): string {
  return captioned(captions)
    .map(({ path, name, caption }) => {
      const picture = key === "image_path" ? path : name.replaceAll("\\", "/");
      return `${JSON.stringify({ [key]: picture, caption })}\n`;
    })
    .join("");
}

/**
 * A header row and `image_path, caption`. Captions that a spreadsheet takes for a formula are left as they are: what
 * is exported comes back byte for byte. `bom` for programs that otherwise do not see that the file is UTF-8.
 */
export function exportCsv(captions: readonly ExportedCaption[], { bom }: { bom: boolean }): string {
  const rows = captioned(captions).map(({ path, caption }) => [path, caption]);
  // Quoted throughout: a lone carriage return would otherwise stand bare and read as the end of a row.
  return stringify([["image_path", "caption"], ...rows], { bom, quoted_string: true });
}
