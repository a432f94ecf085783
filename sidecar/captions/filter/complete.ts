import { foldSpelling } from "../../tagging/choose/spelling.js";
import { type FilterToken, scanFilter } from "./scan-filter.js";
import { conditions, numberFields, textFields } from "./syntax.js";
import { writtenScored, writtenTag } from "./written-tag.js";

interface Known {
  tags: readonly { tag: string; images: number }[];
  folders: readonly string[];
}

interface FilterOption {
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

interface TagOption extends FilterOption {
  tag: string;
}

function tagOptions(text: string, known: Known): TagOption[] {
  const wanted = foldSpelling(text.trimStart());
  const begins = (tag: string): number => (foldSpelling(tag).startsWith(wanted) ? 0 : 1);
  return known.tags
    .filter(({ tag }) => foldSpelling(tag).includes(wanted))
    .sort((left, right) => begins(left.tag) - begins(right.tag) || right.images - left.images)
    .slice(0, MOST)
    .map(({ tag, images }) => ({ tag, text: writtenTag(tag), detail: String(images) }));
}

const folderOptions = (text: string, known: Known): FilterOption[] =>
  known.folders
    .filter((folder) => folder.toLowerCase().includes(text.toLowerCase()))
    .slice(0, MOST)
    .map((folder) => ({ text: `"${folder}"`, detail: "" }));

interface Completed {
  from: number;
  to: number;
  options: FilterOption[];
}

/** What could stand first: the fields, which show what can be asked, and the most frequent tags. */
const beginnings = (known: Known): FilterOption[] => [
  ...tagOptions("", known).slice(0, 4),
  ...words.map((word) => ({ text: word, detail: examples[word] ?? "" })),
];

/** The part of the filter that is being written; a quote that is still open reaches to the cursor. */
function lastToken(before: string): FilterToken | "open quote" | "mistake" | null {
  try {
    return scanFilter(before).at(-2) ?? null;
  } catch {
    return /"[^"]*$/.test(before) ? "open quote" : "mistake";
  }
}

/** What could be written where the cursor stands; `from`–`to` is what it replaces. */
export function completeFilter(expression: string, cursor: number, known: Known): Completed {
  const before = expression.slice(0, cursor);
  // The closing quote that an editor or the person already wrote goes with what it closes.
  const closes = expression.startsWith('"', cursor) && /"[^"]*$/.test(before);
  const to = closes ? cursor + 1 : cursor;
  const score = /score\("?([^()"]*)$/.exec(before);
  if (score) {
    const options = tagOptions(score[1] ?? "", known).map(({ tag, detail }) => ({
      text: `${writtenScored(tag)}):<0.5`,
      detail,
    }));
    return { from: before.lastIndexOf("(") + 1, to, options };
  }
  const last = lastToken(before);
  if (last === "open quote") {
    const quote = before.lastIndexOf('"');
    const isFolder = /folder:$/i.test(before.slice(0, quote));
    const text = before.slice(quote + 1);
    return { from: quote, to, options: isFolder ? folderOptions(text, known) : tagOptions(text, known) };
  }
  if (last === "mistake") return { from: cursor, to, options: [] };
  // A tag of several words goes on behind a space.
  const isBare = last?.kind === "value" && last.field === "" && !last.quoted && !last.regex;
  if (last?.kind !== "value" || (last.to < cursor && !isBare)) return betweenConditions(before, last, known);
  const text = before.slice(last.at);
  if (last.to < cursor) {
    const options = tagOptions(text, known);
    return options.length === 0 ? joining(before) : { from: last.at, to, options };
  }
  if (last.quoted || last.regex) return { from: cursor, to, options: [] };
  if (last.field === "folder") return { from: last.at, to, options: folderOptions(text, known) };
  if (last.field === "tag") return { from: last.at, to, options: tagOptions(text, known) };
  if (last.field !== "") return { from: cursor, to, options: [] };
  const fields = words
    .filter((word) => word.startsWith(text.toLowerCase()))
    .map((word) => ({ text: word, detail: examples[word] ?? "" }));
  const options = [...tagOptions(text, known).slice(0, MOST - Math.min(fields.length, 4)), ...fields];
  return options.length === 0 ? joining(before) : { from: last.at, to, options: options.slice(0, MOST) };
}

/** After a whole condition only a keyword helps; before the next one everything does. */
function betweenConditions(before: string, last: FilterToken | null, known: Known): Completed {
  const isWhole = last?.kind === "value" || last?.kind === "close";
  return isWhole ? joining(before) : { from: before.length, to: before.length, options: beginnings(known) };
}

/** Keywords that the last word begins; all of them behind a space. */
function joining(before: string): Completed {
  const last = /\S*$/.exec(before)?.[0] ?? "";
  const options = keywords
    .filter((word) => last !== word && word.startsWith(last))
    .map((text) => ({ text, detail: "" }));
  return { from: before.length - last.length, to: before.length, options };
}
