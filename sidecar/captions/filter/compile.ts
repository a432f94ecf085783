import { RE2JS } from "re2js";
import { reportError, StudioError } from "../../host/studio-error.js";
import { foldSpelling } from "../../tagging/choose/spelling.js";
import { wildcardTest } from "../../tagging/choose/wildcard-test.js";
import { say } from "../../words/sentence.js";
import { everyPart } from "./asked.js";
import { parseFilter } from "./parse-filter.js";
import type { FilterSubject } from "./subject.js";
import type { Filter, NumberField, NumberTest, TextField, TextPattern } from "./syntax.js";

/** Facts that must be there before the filter can be asked. */
interface FilterNeeds {
  sizes: boolean;
  duplicates: boolean;
  /** Which pictures are selected. */
  selection: boolean;
}

export interface CompiledFilter {
  matches(subject: FilterSubject): boolean;
  needs: FilterNeeds;
}

/** `null` where a fact is not known: neither it nor its opposite then shows the picture. */
type Test = (subject: FilterSubject) => boolean | null;

function regexTest(source: string): (text: string) => boolean {
  try {
    const compiled = RE2JS.compile(source, RE2JS.CASE_INSENSITIVE);
    return (text) => compiled.matcher(text).find();
  } catch (error) {
    throw new StudioError(
      "badFilter",
      say("The regular expression /{source}/ of the filter cannot be read: {message}", {
        source,
        message: reportError(error).message,
      }),
      say("Expected RE2's syntax, without look-around or back references, for instance tag:/^(red|blue) eyes$/."),
      error,
    );
  }
}

/** Whole texts for a wildcard, any place for a regular expression; letter case makes no difference. */
const textPattern = (pattern: TextPattern, fold: (text: string) => string): ((text: string) => boolean) =>
  pattern.kind === "regex" ? regexTest(pattern.source) : wildcardTest(pattern.text.trim(), fold);

const lower = (text: string): string => text.normalize("NFKC").toLowerCase();

function textTest(field: TextField, pattern: TextPattern): Test {
  if (field === "tag") {
    const test = textPattern(pattern, foldSpelling);
    if (pattern.kind === "wildcard") return (subject) => subject.tags().some(test);
    // An expression is tried on both ways to write a tag.
    return (subject) =>
      subject.tags().some((tag) => test(tag) || (tag.includes("_") && test(tag.replaceAll("_", " "))));
  }
  if (field === "caption") {
    // Somewhere in the caption.
    const anywhere = pattern.kind === "regex" ? pattern : { ...pattern, text: `*${pattern.text}*` };
    const test = textPattern(anywhere, lower);
    return ({ caption }) => caption !== null && test(caption);
  }
  const test = textPattern(pattern, lower);
  const stem = (name: string): string => name.replace(/\.[^.]*$/, "");
  if (field === "name") {
    return ({ name }) => {
      const file = name.slice(name.lastIndexOf("/") + 1);
      return test(file) || test(stem(file));
    };
  }
  return ({ name }) => {
    const parts = name.split("/").slice(0, -1);
    return test(parts.join("/")) || parts.some(test);
  };
}

function numberTest(test: NumberTest): (value: number) => boolean {
  if (test.kind === "range") return (value) => value >= test.low && value <= test.high;
  const { comparator, value: wanted } = test;
  switch (comparator) {
    case ">":
      return (value) => value > wanted;
    case ">=":
      return (value) => value >= wanted;
    case "<":
      return (value) => value < wanted;
    case "<=":
      return (value) => value <= wanted;
    case "=":
      return (value) => value === wanted;
    case "!=":
      return (value) => value !== wanted;
  }
}

const measures: Record<NumberField, (subject: FilterSubject) => number | null> = {
  tags: (subject) => subject.tags().length,
  tokens: (subject) => subject.tokens(),
  chars: ({ caption }) => caption?.length ?? 0,
  repeats: ({ repeats }) => repeats,
  size: (subject) => {
    const size = subject.size();
    return size && Math.max(size.width, size.height);
  },
  width: (subject) => subject.size()?.width ?? null,
  height: (subject) => subject.size()?.height ?? null,
  megapixels: (subject) => {
    const size = subject.size();
    return size && (size.width * size.height) / 1e6;
  },
  aspect: (subject) => {
    const size = subject.size();
    return size && size.width / size.height;
  },
};

const ofKnown = (value: number | null, test: (value: number) => boolean): boolean | null =>
  value === null ? null : test(value);

/** False as soon as one part is; not known when one of the others is not. */
const every = (tests: readonly Test[]): Test => {
  return (subject) => {
    let known = true;
    for (const test of tests) {
      const result = test(subject);
      if (result === false) return false;
      known &&= result !== null;
    }
    return known ? true : null;
  };
};

const opposite = (test: Test): Test => {
  return (subject) => {
    const result = test(subject);
    return result === null ? null : !result;
  };
};

function compiled(filter: Filter): Test {
  switch (filter.kind) {
    case "all":
      return () => true;
    case "and":
      return every(filter.parts.map(compiled));
    case "or":
      return opposite(every(filter.parts.map(compiled).map(opposite)));
    case "not":
      return opposite(compiled(filter.part));
    case "text":
      return textTest(filter.field, filter.pattern);
    case "number": {
      const [measure, test] = [measures[filter.field], numberTest(filter.test)];
      return (subject) => ofKnown(measure(subject), test);
    }
    case "resolution":
      return (subject) => {
        const size = subject.size();
        return size && size.width === filter.width && size.height === filter.height;
      };
    case "score": {
      const test = numberTest(filter.test);
      return (subject) => ofKnown(subject.score(filter.tag), test);
    }
    case "condition":
      if (filter.condition === "untagged") return (subject) => subject.tags().length === 0;
      if (filter.condition === "selected") return (subject) => subject.isSelected();
      return (subject) => subject.isDuplicate();
  }
}

const sized = new Set<NumberField>(["size", "width", "height", "megapixels", "aspect"]);

/** Makes a filter ready for many pictures; a blank one matches everything. @throws StudioError "badFilter" */
export function compileFilter(text: string): CompiledFilter {
  const filter = parseFilter(text);
  const parts = everyPart(filter);
  const test = compiled(filter);
  const asks = (condition: string): boolean =>
    parts.some((part) => part.kind === "condition" && part.condition === condition);
  return {
    matches: (subject) => test(subject) === true,
    needs: {
      sizes: parts.some((part) => part.kind === "resolution" || (part.kind === "number" && sized.has(part.field))),
      duplicates: asks("duplicate"),
      selection: asks("selected"),
    },
  };
}
