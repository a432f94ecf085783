import { parse } from "csv-parse/sync";

export const labelCategories = [
  "rating",
  "general",
  "character",
  "copyright",
  "artist",
  "meta",
  "quality",
  "model",
  "other",
] as const;
export type LabelCategory = (typeof labelCategories)[number];

export interface Label {
  name: string;
  category: LabelCategory;
}

// Danbooru's category numbers, and 9 for ratings as the WD taggers number them.
const categories: Record<string, LabelCategory> = {
  "0": "general",
  "1": "artist",
  "3": "copyright",
  "4": "character",
  "5": "meta",
  "9": "rating",
};

/**
 * The tag list of a SmilingWolf model: a CSV with at least the columns `name` and `category`, one row an output.
 * @throws Error that says what is missing
 */
export function parseLabels(csv: string, file = "selected_tags.csv"): Label[] {
  const rows: unknown[] = parse(csv, { columns: true, bom: true, skip_empty_lines: true });
  if (rows.length === 0) throw new Error(`${file} has no tags`);
  return rows.map((row, index) => {
    const { name, category } = Object(row);
    if (typeof name !== "string" || typeof category !== "string" || name === "") {
      throw new Error(`${file}, row ${index + 2}: expected the columns name and category`);
    }
    return { name, category: categories[category] ?? "other" };
  });
}
