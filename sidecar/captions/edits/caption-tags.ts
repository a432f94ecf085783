/**
 * A caption as its tags and what stands between them, so that an edit leaves every byte alone that it does not mean.
 * `printCaption(parseCaption(text))` is `text`.
 */
export interface CaptionTags {
  /** What stands before the first tag: a byte order mark, spaces, empty parts. */
  lead: string;
  /** Each tag trimmed, with what follows it up to the next one; the last one's tail is the end of the file. */
  parts: readonly TagPart[];
}

interface TagPart {
  tag: string;
  /** The comma and spaces (or line end) that follow. */
  tail: string;
}

/** What joins tags in captions that have no custom of their own. */
export const defaultSeparator = ", ";

// A comma (the Japanese input method writes the second one, and the third in prose lists) parts tags; so does a line end.
const beforeFirst = /^[\uFEFF\s,，、]*/;
const between = /\s*[,，、\n][\s,，、]*/g;

// One edit asks for the same caption several times in a row.
let last: { text: string; caption: CaptionTags } = { text: "", caption: { lead: "", parts: [] } };

/** Splits at commas, full-width ones included; an escaped bracket or colon is part of a tag. */
export function parseCaption(text: string): CaptionTags {
  if (text !== last.text) last = { text, caption: parsed(text) };
  return last.caption;
}

function parsed(text: string): CaptionTags {
  const lead = beforeFirst.exec(text)?.[0] ?? "";
  const parts: TagPart[] = [];
  let start = lead.length;
  for (const match of text.slice(lead.length).matchAll(between)) {
    const at = lead.length + match.index;
    parts.push({ tag: text.slice(start, at), tail: match[0] });
    start = at + match[0].length;
  }
  if (start < text.length) {
    const rest = text.slice(start);
    const tag = rest.trimEnd();
    parts.push({ tag, tail: rest.slice(tag.length) });
  }
  return { lead, parts };
}

export const printCaption = ({ lead, parts }: CaptionTags): string =>
  lead + parts.map(({ tag, tail }) => tag + tail).join("");

/** The tags of a caption, in its order. */
export const tagsOf = (text: string): string[] => parseCaption(text).parts.map(({ tag }) => tag);

/** The separator this caption uses most; the default for one with fewer than two tags. */
function separatorOf({ parts }: CaptionTags): string {
  const counts = new Map<string, number>();
  for (const { tail } of parts.slice(0, -1)) counts.set(tail, (counts.get(tail) ?? 0) + 1);
  let [best, most] = [defaultSeparator, 0];
  for (const [tail, count] of counts) if (count > most) [best, most] = [tail, count];
  return best;
}

/**
 * The caption with other tags. Tags that stay keep what follows them, new ones get the caption's own separator; the
 * beginning and end of the file stay. Equal tags give the text itself.
 */
export function withTags(text: string, tags: readonly string[]): string {
  const caption = parseCaption(text);
  const { lead, parts } = caption;
  if (tags.length === parts.length && parts.every(({ tag }, index) => tag === tags[index])) return text;
  const separator = separatorOf(caption);
  // A final comma that somebody wrote is an end without meaning once tags moved; a line end is kept.
  const end = parts.length === 0 ? "" : (/\s*$/.exec(parts.at(-1)?.tail ?? "")?.[0] ?? "");
  if (tags.length === 0) return lead + end;
  const tails = new Map<string, string[]>();
  for (const { tag, tail } of parts.slice(0, -1)) {
    const known = tails.get(tag);
    if (known) known.push(tail);
    else tails.set(tag, [tail]);
  }
  const printed = tags.map((tag, index) => {
    if (index === tags.length - 1) return tag + end;
    return tag + (tails.get(tag)?.shift() ?? separator);
  });
  return lead + printed.join("");
}

// Longer parts than any tag has, or sentences: words that belong together though there is a comma.
const WORDS_OF_A_TAG = 6;

/** True for a caption that is prose: a comma in a sentence parts no tags. */
export function isProse(text: string): boolean {
  const tags = tagsOf(text);
  // More than six words have more than twelve letters and spaces.
  const long = tags.filter((tag) => tag.length > 2 * WORDS_OF_A_TAG && tag.split(/\s+/).length > WORDS_OF_A_TAG).length;
  if (tags.length === 0) return false;
  return long * 2 >= tags.length || /[^.\s]{2,}\.\s+\p{Lu}/u.test(text) || /。./u.test(text);
}
