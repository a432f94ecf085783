import { parse } from "csv-parse/sync";

/** A tag as a list knows it. */
export interface ListedTag {
  tag: string;
  /** Pictures on the booru; 0 where the list does not say. */
  count: number;
  category: string;
  aliases: string[];
}

// Danbooru's numbers for its categories.
const categories: Record<string, string> = {
  "0": "general",
  "1": "artist",
  "3": "copyright",
  "4": "character",
  "5": "meta",
};

const japanese = /[\u3040-\u30ff\u3400-\u9fff\uff66-\uff9f]/;

/** The first alias in Japanese script. */
export const translationIn = (aliases: readonly string[]): string | undefined =>
  aliases.find((alias) => japanese.test(alias));

function parseRow(row: unknown): ListedTag | null {
  const cells: unknown[] = Array.isArray(row) ? row : [];
  const [tag = "", second = "", third = "", fourth = ""] = cells.map(String);
  if (tag.trim() === "") return null;
  if (cells.length === 2) {
    // A list of translations, in either order.
    const [name, translation] = japanese.test(tag) && !japanese.test(second) ? [second, tag] : [tag, second];
    return { tag: name.trim(), count: 0, category: "general", aliases: translation.trim() === "" ? [] : [translation] };
  }
  if (cells.length < 3 || !/^\d+$/.test(third.trim())) return null;
  const aliases = fourth
    .split(",")
    .map((alias) => alias.trim())
    .filter((alias) => alias !== "");
  return { tag: tag.trim(), count: Number(third), category: categories[second.trim()] ?? "general", aliases };
}

/**
 * A list of tags as the WebUI's tag completion reads them: `name,category,posts,"alias,alias"`, or two columns with
 * translations. A header and rows that fit neither are counted in `skipped`.
 */
export function parseTagList(text: string): { tags: ListedTag[]; skipped: number } {
  const rows: unknown[] = parse(text, {
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
  });
  const tags = rows.flatMap((row) => parseRow(row) ?? []);
  return { tags, skipped: rows.length - tags.length };
}
