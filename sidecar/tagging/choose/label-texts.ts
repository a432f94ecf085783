import { tagText } from "../caption-text.js";
import type { Label } from "../labels.js";
import type { TagChoice } from "./choice.js";
import { anyTagTest, replacement } from "./pattern.js";

/** How one label is treated under a choice. */
export interface LabelText extends Label {
  /** What it writes, in order; usually one text, none when it is replaced by nothing. */
  texts: string[];
  excluded: boolean;
  /** Taken even below the threshold. */
  kept: boolean;
  /** Place among the tags that always come first, or null. */
  leads: number | null;
  /** Shorter tags that it makes needless: for `very long hair` these are `long hair` and `hair`. */
  covers: string[];
}

/** `okara (atelier)` → `okara`, `atelier`; other names stay whole. */
function withoutSeries(text: string): string[] {
  const match = /^(.+?)[ _]\((.+)\)$/.exec(text);
  return match?.[1] && match[2] ? [match[1], match[2]] : [text];
}

/** Every ending of the words of a tag but itself. The last words are what a tag is about; the first ones narrow it. */
function endings(text: string): string[] {
  const words = text.split(/[ _]/);
  return words.slice(1).map((_, index) => words.slice(index + 1).join(" "));
}

const escaped = (text: string): string => text.replaceAll(/[\\()]/g, "\\$&");

/**
 * Looks up labels, each worked out when it is first asked for: a model has ten thousand, a set shows a few hundred.
 * @throws StudioError "badArguments" for a pattern that cannot be read
 */
export function labelTexts(labels: readonly Label[], choice: TagChoice): (label: number) => LabelText {
  const excluded = anyTagTest(choice.exclude);
  const kept = anyTagTest(choice.keep);
  const replaced = replacement(choice.replace);
  const leading = choice.alwaysFirst.map((pattern) => anyTagTest([pattern]));
  const known: (LabelText | undefined)[] = [];
  const spelled = (name: string): string => (choice.underscores ? name : tagText(name));
  const workOut = ({ name, category }: Label): LabelText => {
    const text = spelled(name);
    const written = replaced(text)
      ?.split(",")
      .map((part) => part.trim())
      .filter(Boolean);
    const texts = written ?? (choice.splitSeries && category === "character" ? withoutSeries(text) : [text]);
    const leads = leading.findIndex((test) => test(name));
    return {
      name,
      category,
      texts: choice.escapeBrackets ? texts.map(escaped) : texts,
      excluded: excluded(name),
      kept: kept(name),
      leads: leads < 0 ? null : leads,
      covers: category === "character" ? [] : endings(tagText(name)),
    };
  };
  return (label) => {
    const found = known[label];
    if (found) return found;
    const made = workOut(labels[label] ?? { name: `label ${label}`, category: "other" });
    known[label] = made;
    return made;
  };
}
