import type { CaptionEdit } from "../../../../protocol/generated/methods.js";

export const editKinds = [
  "add",
  "remove",
  "replace",
  "common",
  "trigger",
  "dedupe",
  "sort",
  "truncate",
  "normalise",
  "set",
  "affix",
  "fileName",
  "encoding",
] as const;
export type EditKind = (typeof editKinds)[number];

/** What stands in the form, of every kind of edit. */
export interface EditFieldsState {
  tags: string;
  at: "first" | "last" | "place";
  place: number;
  find: string;
  with: string;
  where: "tag" | "text" | "caption";
  regex: boolean;
  /** Tags that all have in common, and what each becomes. */
  from: string[];
  to: string;
  by: "name" | "count" | "length" | "tokens";
  descending: boolean;
  protect: number;
  tokens: number;
  word: string;
  caption: string;
  text: string;
  end: "start" | "end";
  lower: boolean;
  punctuation: boolean;
  underscores: "spaces" | "underscores" | "";
  existing: "skip" | "overwrite" | "append" | "prepend";
}

export const emptyFields: EditFieldsState = {
  tags: "",
  at: "last",
  place: 2,
  find: "",
  with: "",
  where: "tag",
  regex: false,
  from: [],
  to: "",
  by: "name",
  descending: false,
  protect: 1,
  tokens: 75,
  word: "",
  caption: "",
  text: "",
  end: "end",
  lower: false,
  punctuation: true,
  underscores: "spaces",
  existing: "skip",
};

const listOf = (text: string): string[] =>
  text
    .split(/[,，、\n]/)
    .map((tag) => tag.trim())
    .filter((tag) => tag !== "");

// An erased tag keeps its place, so that the ones after it are not shifted.
const placesOf = (text: string): string[] => text.split(/[,，、]/).map((tag) => tag.trim());

/** The edit that the form describes, or null while something is missing. */
export function editsFrom(kind: EditKind, fields: EditFieldsState): CaptionEdit[] | null {
  const edit = editFrom(kind, fields);
  return edit === null ? null : [edit];
}

function editFrom(kind: EditKind, fields: EditFieldsState): CaptionEdit | null {
  const tags = listOf(fields.tags);
  switch (kind) {
    case "add": {
      const at = fields.at === "place" ? fields.place : fields.at;
      return tags.length === 0 ? null : { kind, tags, at, move: fields.at !== "last" };
    }
    case "remove":
      return tags.length === 0 ? null : { kind, tags };
    case "replace": {
      const { find, with: replacement, where, regex } = fields;
      return find === "" ? null : { kind, find, with: replacement, where, regex };
    }
    case "common":
      return fields.from.length === 0 ? null : { kind, from: fields.from, to: placesOf(fields.to) };
    case "trigger":
      return fields.word.trim() === "" ? null : { kind, word: fields.word.trim() };
    case "dedupe":
      return { kind };
    case "sort":
      return { kind, by: fields.by, descending: fields.descending, protect: fields.protect };
    case "truncate":
      return { kind, tokens: fields.tokens };
    case "normalise": {
      const { lower, punctuation, underscores } = fields;
      return { kind, letterCase: lower ? "lower" : null, punctuation, underscores: underscores || null };
    }
    case "set":
      return fields.caption === "" ? null : { kind, caption: fields.caption };
    case "affix":
      return fields.text === "" ? null : { kind, text: fields.text, at: fields.end };
    case "encoding":
      return { kind, to: "utf8" };
    case "fileName":
      return { kind, existing: fields.existing };
  }
}
