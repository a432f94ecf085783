import type { CaptionEdit } from "../../../protocol/generated/methods.js";
import { StudioError } from "../../host/studio-error.js";
import { mergeCaption, tagText } from "../../tagging/caption-text.js";
import { anyTagTest } from "../../tagging/choose/pattern.js";
import { spelling } from "../../tagging/choose/spelling.js";
import { say } from "../../words/sentence.js";
import { addTags, withoutDuplicates } from "./add-tags.js";
import { defaultSeparator, isProse, tagsOf, withTags } from "./caption-tags.js";
import { fileNameTags } from "./file-name-tags.js";
import { asciiPunctuation, normaliseTag } from "./normalise.js";
import { replacer } from "./replace.js";
import { sortTags, type TagMeasures, truncateTags } from "./sort-tags.js";

interface EditedCaption {
  /** The picture's path below the folder. */
  name: string;
  /** Null when there is no caption file. */
  text: string | null;
}

/** A caption after the edit, or "prose" when it is a sentence that must not be split at its commas. */
export type CompiledEdit = (caption: EditedCaption, measures: TagMeasures) => string | null | "prose";

type TagEdit = (tags: readonly string[], measures: TagMeasures) => readonly string[];

const PROSE = "prose";
const CLIP_CHUNK = 75;

/** An edit of tags: prose is left alone unless asked; a missing caption stays missing when nothing is added. */
function onTags(edit: TagEdit, prose: boolean): CompiledEdit {
  return ({ text }, measures) => {
    if (text !== null && !prose && isProse(text)) return PROSE;
    const tags = edit(text === null ? [] : tagsOf(text), measures);
    return text === null && tags.length === 0 ? null : withTags(text ?? "", tags);
  };
}

const onText =
  (edit: (text: string) => string): CompiledEdit =>
  ({ text }) =>
    text === null ? null : edit(text);

// An edit may empty a tag or write a comma into it: what is left are the tags of what was written.
const split = (tags: readonly string[]): string[] => tags.flatMap(tagsOf);

function replaceCommon(from: readonly string[], to: readonly string[]): TagEdit {
  const becomes = new Map(from.map((tag, index) => [spelling(tag), to[index] ?? ""]));
  const added = to.slice(from.length).filter((tag) => tag.trim() !== "");
  return (tags) => {
    const replaced = split(tags.map((tag) => becomes.get(spelling(tag)) ?? tag));
    return withoutDuplicates(addTags(replaced, added, { at: "last", move: false }));
  };
}

function fromFileName({ splitAt = "_- ,", dropNumbers = true, existing = "skip" }: FileNameOptions): CompiledEdit {
  return ({ name, text }) => {
    if (existing === "skip" && text?.trim()) return text;
    const fresh = fileNameTags(name, { splitAt, dropNumbers }).join(defaultSeparator);
    return fresh === "" ? text : mergeCaption(text, fresh, { existing, separator: defaultSeparator });
  };
}

type FileNameOptions = Omit<Extract<CaptionEdit, { kind: "fileName" }>, "kind">;

const withoutMark = (text: string): [mark: string, text: string] =>
  text.startsWith("\uFEFF") ? ["\uFEFF", text.slice(1)] : ["", text];

/** Text before or after a caption as it is; the end of the file stays its end. */
function affix(text: string | null, added: string, at: "start" | "end"): string {
  const [mark, rest] = withoutMark(text ?? "");
  if (at === "start") return mark + added + rest;
  const body = rest.trimEnd();
  return mark + body + added + rest.slice(body.length);
}

// Underscores that are part of a drawing such as ^_^ are the ones that the tagger's own spelling keeps.
const isDrawing = (tag: string): boolean => tag.includes("_") && tagText(tag) === tag;

/**
 * Makes an edit ready for many captions.
 * @param prose split sentences at commas too
 * @throws StudioError "badArguments" for one that cannot be done, before any caption is looked at
 */
export function compileEdit(edit: CaptionEdit, { prose }: { prose: boolean }): CompiledEdit {
  switch (edit.kind) {
    case "add": {
      const { at = "last", move = false } = edit;
      const added = edit.tags.flatMap(tagsOf);
      return onTags((tags) => addTags(tags, added, { at, move }), prose);
    }
    case "remove": {
      const isRemoved = anyTagTest(edit.tags);
      return onTags((tags) => tags.filter((tag) => !isRemoved(tag)), prose);
    }
    case "replace": {
      const { where = "tag", regex = false, matchCase = false } = edit;
      const replace = replacer({ find: edit.find, with: edit.with, where, regex, matchCase });
      if (where === "caption") return onText(replace);
      return onTags((tags) => split(tags.map(replace)), prose);
    }
    case "common":
      return onTags(replaceCommon(edit.from, edit.to), prose);
    case "dedupe":
      return onTags(withoutDuplicates, prose);
    case "sort": {
      const { by, descending = false, protect = 0 } = edit;
      return onTags((tags, measures) => sortTags(tags, { by, descending, protect }, measures), prose);
    }
    case "truncate": {
      const most = edit.tokens ?? CLIP_CHUNK;
      return onTags((tags, measures) => truncateTags(tags, most, measures), prose);
    }
    case "set":
      return () => edit.caption;
    case "affix":
      return ({ text }) => affix(text, edit.text, edit.at);
    case "trigger": {
      const word = edit.word.trim();
      if (word === "" || /[,，、\n]/.test(word)) {
        throw new StudioError(
          "badArguments",
          say('"{word}" cannot be a trigger word.', { word: edit.word }),
          say("Expected one tag without a comma, for instance okara."),
        );
      }
      return ({ text }) => {
        if (text !== null && !prose && isProse(text)) return proseWithTrigger(text, word);
        return withTags(text ?? "", addTags(tagsOf(text ?? ""), [word], { at: "first", move: true }));
      };
    }
    case "normalise": {
      const { letterCase = null, punctuation = false, underscores = null } = edit;
      const options = { letterCase, punctuation, underscores };
      const byTag = onTags((tags) => tags.map((tag) => normaliseTag(tag, options, isDrawing)), prose);
      if (letterCase === null && underscores === null) return onText(punctuation ? asciiPunctuation : (text) => text);
      return ({ name, text }, measures) =>
        byTag({ name, text: punctuation && text !== null ? asciiPunctuation(text) : text }, measures);
    }
    case "encoding":
      // The text stays; how it is written is the set's matter.
      return ({ text }) => text;
    case "fileName":
      return fromFileName(edit);
  }
}

function proseWithTrigger(text: string, word: string): string {
  const [mark, rest] = withoutMark(text);
  const first = rest.split(/[,，、\n]/, 1)[0] ?? "";
  return spelling(first) === spelling(word) ? text : `${mark}${word}${defaultSeparator}${rest}`;
}
