import { scanFilter } from "./scan-filter.js";
import { conditions, numberFields, textFields } from "./syntax.js";

interface Known {
  tags: readonly { tag: string; images: number }[];
  folders: readonly string[];
}

export interface FilterOption {
  text: string;
  detail: string;
}

const MOST = 12;

const examples: Record<string, string> = {
  "tag:": "tag:*hair",
  "caption:": 'caption:"blue sky"',
  "name:": "name:00*",
  "folder:": "folder:10_okara",
  "tags:": "tags:>20",
  "tokens:": "tokens:>75",
  "chars:": "chars:>300",
  "size:": "size:>1024",
  "width:": "width:<512",
  "height:": "height:512..1024",
  "megapixels:": "megapixels:>1",
  "aspect:": "aspect:>1",
  "repeats:": "repeats:10",
  "score(": "score(smile):<0.5",
};

const words = [...textFields, ...numberFields].map((field) => `${field}:`).concat("score(", ...conditions);
const keywords = ["AND", "OR", "NOT"];

const spelled = (tag: string): string => tag.replaceAll("_", " ").toLowerCase();

/** A tag as it must be written to mean itself. */
function written(tag: string): string {
  const escaped = tag.replaceAll(/[*?\\]/g, "\\$&");
  return /^[\p{L}\p{N}][\p{L}\p{N} ._'-]*$/u.test(escaped) && !/\b(AND|OR|NOT)\b|\s-/.test(escaped)
    ? escaped
    : `"${escaped.replaceAll('"', '\\"')}"`;
}

function tagOptions(text: string, known: Known): FilterOption[] {
  const wanted = spelled(text.replace(/^"/, ""));
  const begins = (tag: string): number => (spelled(tag).startsWith(wanted) ? 0 : 1);
  return known.tags
    .filter(({ tag }) => spelled(tag).includes(wanted))
    .sort((left, right) => begins(left.tag) - begins(right.tag) || right.images - left.images)
    .slice(0, MOST)
    .map(({ tag, images }) => ({ text: written(tag), detail: String(images) }));
}

/** Where the condition begins that is being written. */
function startOfCondition(before: string): number {
  try {
    const last = scanFilter(before).at(-2);
    return last?.kind === "value" && last.to === before.length ? last.from : before.length;
  } catch {
    // A quote that is still open.
    return before.lastIndexOf('"');
  }
}

/** What could be written where the cursor stands; `from`–`to` is what it replaces. */
export function completeFilter(
  expression: string,
  cursor: number,
  known: Known,
): { from: number; to: number; options: FilterOption[] } {
  const before = expression.slice(0, cursor);
  const from = startOfCondition(before);
  const text = before.slice(from);
  const score = /score\(([^()]*)$/.exec(before);
  if (score) {
    const at = cursor - (score[1]?.length ?? 0);
    const options = tagOptions(score[1] ?? "", known).map(({ text: tag, detail }) => ({
      text: `${tag.replaceAll('"', "")}):<0.5`,
      detail,
    }));
    return { from: at, to: cursor, options };
  }
  const field = /^(tag|folder):(.*)$/.exec(text);
  if (field) {
    const at = from + (field[1]?.length ?? 0) + 1;
    const value = (field[2] ?? "").toLowerCase();
    const options =
      field[1] === "tag"
        ? tagOptions(field[2] ?? "", known)
        : known.folders
            .filter((folder) => folder.toLowerCase().includes(value))
            .slice(0, MOST)
            .map((folder) => ({ text: `"${folder}"`, detail: "" }));
    return { from: at, to: cursor, options };
  }
  const last = /\S+$/.exec(before)?.[0] ?? "";
  // After a whole condition only a keyword helps.
  const joining = (): ReturnType<typeof completeFilter> => ({
    from: cursor - last.length,
    to: cursor,
    options: keywords
      .filter((word) => last !== "" && last !== word && word.startsWith(last))
      .map((word) => ({ text: word, detail: "" })),
  });
  if (text.trim() === "" || text.includes(":")) return joining();
  const fields = words
    .filter((word) => word.startsWith(text.trim().toLowerCase()))
    .map((word) => ({ text: word, detail: examples[word] ?? "" }));
  const options = [...tagOptions(text.trim(), known).slice(0, MOST - Math.min(fields.length, 4)), ...fields];
  return options.length === 0 ? joining() : { from, to: cursor, options: options.slice(0, MOST) };
}
