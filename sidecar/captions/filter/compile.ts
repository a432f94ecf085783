import { RE2JS } from "re2js";
import { reportError } from "../../host/studio-error.js";
import { badFilter } from "./bad-filter.js";
import { parseFilter } from "./parse-filter.js";
import type { FilterSubject } from "./subject.js";
import type { Filter, NumberField, NumberTest, TextField, TextPattern } from "./syntax.js";

/** Facts that must be read before the filter can be asked. */
interface FilterNeeds {
  sizes: boolean;
  duplicates: boolean;
}

export interface CompiledFilter {
  matches(subject: FilterSubject): boolean;
  needs: FilterNeeds;
}

type Test = (subject: FilterSubject) => boolean;

function expression(source: string): RE2JS {
  try {
    return RE2JS.compile(source, RE2JS.CASE_INSENSITIVE);
  } catch (error) {
    throw badFilter(0, "a regular expression without look-around", `/${source}/ (${reportError(error).message})`);
  }
}

const wildcards = (text: string): string =>
  (text.match(/\\[*?\\]|[*?]|[^*?\\]+|\\/g) ?? [])
    .map((part) => (part === "*" ? ".*" : part === "?" ? "." : RE2JS.quote(part.replace(/^\\([*?\\])$/, "$1"))))
    .join("");

const hasWildcard = (text: string): boolean => /(?<!\\)[*?]/.test(text);

/** Whole texts, in which letter case makes no difference. */
function wholeTest(pattern: TextPattern, spelled: (text: string) => string): (text: string) => boolean {
  if (pattern.kind === "regex") {
    const compiled = expression(pattern.source);
    return (text) => compiled.matcher(text).find();
  }
  const wanted = spelled(pattern.text);
  if (!hasWildcard(wanted)) {
    const literal = wanted.replaceAll(/\\([*?\\])/g, "$1");
    return (text) => spelled(text) === literal;
  }
  const compiled = expression(`^(?s:${wildcards(wanted)})$`);
  return (text) => compiled.matcher(spelled(text)).matches();
}

const lower = (text: string): string => text.toLowerCase();
const asTag = (text: string): string => text.trim().replaceAll("_", " ").toLowerCase();

function textTest(field: TextField, pattern: TextPattern): Test {
  if (field === "tag") {
    const test = wholeTest(pattern, asTag);
    return (subject) => subject.tags().some(test);
  }
  if (field === "caption") {
    // Somewhere in the caption.
    const anywhere = pattern.kind === "regex" ? pattern : { ...pattern, text: `*${pattern.text}*` };
    const test = wholeTest(anywhere, lower);
    return ({ caption }) => caption !== null && test(caption);
  }
  const test = wholeTest(pattern, lower);
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

function compiled(filter: Filter): Test {
  switch (filter.kind) {
    case "all":
      return () => true;
    case "and": {
      const tests = filter.parts.map(compiled);
      return (subject) => tests.every((test) => test(subject));
    }
    case "or": {
      const tests = filter.parts.map(compiled);
      return (subject) => tests.some((test) => test(subject));
    }
    case "not": {
      const test = compiled(filter.part);
      return (subject) => !test(subject);
    }
    case "text":
      return textTest(filter.field, filter.pattern);
    case "number": {
      const [measure, test] = [measures[filter.field], numberTest(filter.test)];
      return (subject) => {
        const value = measure(subject);
        return value !== null && test(value);
      };
    }
    case "resolution":
      return (subject) => {
        const size = subject.size();
        return size?.width === filter.width && size.height === filter.height;
      };
    case "score": {
      const test = numberTest(filter.test);
      return (subject) => {
        const value = subject.score(filter.tag);
        return value !== null && test(value);
      };
    }
    case "condition":
      if (filter.condition === "untagged") return (subject) => subject.tags().length === 0;
      if (filter.condition === "selected") return (subject) => subject.isSelected();
      return (subject) => subject.isDuplicate();
  }
}

function everyPart(filter: Filter): Filter[] {
  if (filter.kind === "not") return [filter, ...everyPart(filter.part)];
  return filter.kind === "and" || filter.kind === "or" ? [filter, ...filter.parts.flatMap(everyPart)] : [filter];
}

const sized = new Set<NumberField>(["size", "width", "height", "megapixels", "aspect"]);

/** Makes a filter ready for many pictures; a blank one matches everything. @throws StudioError "badFilter" */
export function compileFilter(text: string): CompiledFilter {
  const filter = parseFilter(text);
  const parts = everyPart(filter);
  return {
    matches: compiled(filter),
    needs: {
      sizes: parts.some((part) => part.kind === "resolution" || (part.kind === "number" && sized.has(part.field))),
      duplicates: parts.some((part) => part.kind === "condition" && part.condition === "duplicate"),
    },
  };
}
