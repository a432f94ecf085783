import { type Label, labelCategories } from "../labels.js";

const entriesOf = (value: unknown): [string, unknown][] =>
  typeof value === "object" && value !== null ? Object.entries(value) : [];

function label(name: unknown, category: unknown): Label {
  const lower = String(category).toLowerCase();
  return { name: String(name), category: labelCategories.find((known) => known === lower) ?? "other" };
}

/**
 * Labels by output number. Two forms exist: `{idx_to_tag: {"0": tag}, tag_to_category: {tag: category}}`, and
 * `{"0": {tag, category}}`; categories are written with a capital or without. A number that is left out gets a label
 * of category "other", which no caption takes unless told to. Source: public programs for cl_tagger and Camie that agree.
 * @throws Error that says what was expected
 */
export function parseTagMapping(file: string, mapping: unknown): Label[] {
  const { idx_to_tag: tags, tag_to_category: categories } = Object(mapping);
  const rows: [string, Label][] =
    tags === undefined
      ? entriesOf(mapping).map(([index, entry]) => [index, label(Object(entry).tag, Object(entry).category)])
      : entriesOf(tags).map(([index, tag]) => [index, label(tag, Object(categories)[String(tag)])]);
  const labels: Label[] = [];
  for (const [index, one] of rows) {
    const known = /^\d{1,7}$/.test(index) && one.name !== "" && one.name !== "undefined";
    if (!known) throw new Error(`${file}: expected a tag and a category by number; found the entry "${index}"`);
    labels[Number(index)] = one;
  }
  if (labels.length === 0) throw new Error(`${file}: it names no tags; expected idx_to_tag and tag_to_category`);
  return Array.from(labels, (one, index) => one ?? { name: `output ${index}`, category: "other" });
}
