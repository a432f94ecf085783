import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { compileFilter } from "../../../sidecar/captions/filter/compile.js";
import { completeFilter } from "../../../sidecar/captions/filter/complete.js";
import { parseFilter } from "../../../sidecar/captions/filter/parse-filter.js";
import { printFilter } from "../../../sidecar/captions/filter/print-filter.js";
import type { FilterSubject } from "../../../sidecar/captions/filter/subject.js";
import {
  comparators,
  conditions,
  type Filter,
  numberFields,
  textFields,
} from "../../../sidecar/captions/filter/syntax.js";
import { toggleTag } from "../../../sidecar/captions/filter/toggle-tag.js";

const picture = (given: Partial<Record<keyof FilterSubject, unknown>> & { caption?: string | null }): FilterSubject => {
  const caption = given.caption ?? null;
  return {
    name: "10_okara/0001.png",
    repeats: 10,
    caption,
    tags: () =>
      (caption ?? "")
        .split(",")
        .map((tag) => tag.trim())
        .filter(Boolean),
    tokens: () => 80,
    size: () => ({ width: 600, height: 900 }),
    score: (tag) => ({ smile: 0.4 })[tag] ?? 0,
    isDuplicate: () => false,
    isSelected: () => false,
    ...given,
  } as FilterSubject;
};

const girl = picture({ caption: "okara, 1girl, blue_hair, long hair (flower), smile, it's" });

test.each([
  ["", true],
  ["smile", true],
  ["SMILE", true],
  ["blue hair", true],
  ["tag:blue hair AND smile", true],
  ["hair", false],
  ["*hair", true],
  ["tag:/^blue/", true],
  ['"long hair (flower)"', true],
  ["long hair (flower)", true],
  ["smile AND skirt", false],
  ["smile OR skirt", true],
  ["smile AND NOT skirt", true],
  ["smile -skirt", true],
  ["skirt OR smile AND 1girl", true],
  ["(skirt OR smile) AND 2girls", false],
  ["!skirt && smile", true],
  ["caption:/a.*hair/", true],
  ["caption:girl", true],
  ["name:0001*", true],
  ["name:0001", true],
  ["folder:10_okara", true],
  ["folder:other", false],
  ["tags:>5", true],
  ["tags:6", true],
  ["tags:3..5", false],
  ["tokens:>75 tags:<10", true],
  ["score(smile):<0.5", true],
  ["score(smile):>=0.5", false],
  ["size:600x900", true],
  ["size:>800", true],
  ["aspect:>1", false],
  ["megapixels:<1", true],
  ["repeats:10", true],
  ["untagged", false],
  ["NOT untagged", true],
  ["duplicate:no", true],
  ["duplicate:", false],
  ["selected", false],
  ["（smile　OR　skirt）", true],
  ["ｔ OR smile", true],
  ["it's", true],
])("%s → %s", (expression, expected) => {
  expect(compileFilter(expression).matches(girl)).toBe(expected);
});

describe("what is not known", () => {
  test("no comparison of it is true", () => {
    const unknown = picture({ caption: "a", size: () => null, score: () => null });
    for (const expression of ["size:>0", "width:<9999", "score(a):<1", "score(a):>=0", "size:1x1"]) {
      expect(compileFilter(expression).matches(unknown)).toBe(false);
    }
  });

  test("facts are read only when the filter asks for them", () => {
    expect(compileFilter("smile").needs).toEqual({ sizes: false, duplicates: false });
    expect(compileFilter("NOT (smile OR size:>5)").needs).toEqual({ sizes: true, duplicates: false });
    expect(compileFilter("duplicate:no").needs).toEqual({ sizes: false, duplicates: true });
  });
});

test.each([
  ["smile AND", /Character 10 .* found the end/],
  ["(smile", /expected "\)"; found the end/],
  ["smile)", /Character 6 .* found "\)"/],
  ["tags:many", /a number such as/],
  ["score:>1", /a tag in brackets/],
  ['"smile', /a closing "/],
  ["tag:/(/", /regular expression/],
  ["tag:", /something to look for/],
  ["duplicate:maybe", /duplicate:yes/],
  ["x".repeat(4001), /at most 4000/],
  [`${"(".repeat(200)}a${")".repeat(200)}`, /at most 100 brackets/],
])("%s is refused with its place", (expression, message) => {
  expect(() => compileFilter(expression)).toThrow(message);
});

const filters = fc.letrec<{ filter: Filter }>((tie) => {
  const text = fc
    .string({ minLength: 1, unit: fc.constantFrom(...'ab _-()":*é髪&|!') })
    .filter((one) => one.trim() !== "");
  const value = fc.integer({ min: -100, max: 100 }).map((number) => number / 4);
  const test: fc.Arbitrary<Extract<Filter, { kind: "score" }>["test"]> = fc.oneof(
    fc.record({ kind: fc.constant("compare" as const), comparator: fc.constantFrom(...comparators), value }),
    fc.record({ kind: fc.constant("range" as const), low: value, high: value }),
  );
  const several = fc.array(tie("filter"), { minLength: 2, maxLength: 3 });
  const flat = (kind: "and" | "or") =>
    several.map(
      (parts): Filter => ({ kind, parts: parts.map((part) => (part.kind === kind ? { kind: "not", part } : part)) }),
    );
  return {
    filter: fc.oneof(
      { maxDepth: 3 },
      fc.record({
        kind: fc.constant("text" as const),
        field: fc.constantFrom(...textFields),
        pattern: fc.record({ kind: fc.constant("wildcard" as const), text }),
      }),
      fc.record({ kind: fc.constant("number" as const), field: fc.constantFrom(...numberFields), test }),
      fc.record({ kind: fc.constant("score" as const), tag: fc.stringMatching(/^[a-z]+( [a-z]+)?$/), test }),
      fc.record({ kind: fc.constant("condition" as const), condition: fc.constantFrom(...conditions) }),
      fc.record({ kind: fc.constant("not" as const), part: tie("filter") }),
      flat("and"),
      flat("or"),
    ),
  };
}).filter;

test("a printed filter reads as the same filter", () => {
  fc.assert(
    fc.property(filters, (filter) => {
      expect(parseFilter(printFilter(filter))).toEqual(filter);
    }),
  );
});

test("nothing that is typed ends the program", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'a ()"/:<>-!&|\\＞（ANDORNOTtagscore.') }), (text) => {
      try {
        compileFilter(text).matches(girl);
      } catch (error) {
        expect(Object(error).code).toBe("badFilter");
      }
    }),
    { numRuns: 2000 },
  );
});

describe("clicks on tags", () => {
  test("go in, change sides, and go out", () => {
    expect(toggleTag("", "smile", "with")).toBe("smile");
    expect(toggleTag("smile", "long hair", "with")).toBe("smile AND long hair");
    expect(toggleTag("smile AND long hair", "smile", "with")).toBe("long hair");
    expect(toggleTag("smile", "smile", "without")).toBe("NOT smile");
    expect(toggleTag("smile", "skirt", "with", "OR")).toBe("smile OR skirt");
    expect(toggleTag("a OR b", "c", "without")).toBe("(a OR b) AND NOT c");
    expect(toggleTag("(((", "smile", "with")).toBe("smile");
  });

  test("any tag means itself", () => {
    for (const tag of ["^_^", ":)", "a*b", "NOT here", "-x", 'say "hi"', "untagged", "tag:x", "(o)_(o)", "a -b"]) {
      const { matches } = compileFilter(toggleTag("", tag, "with"));
      expect([tag, matches(picture({ caption: tag }))]).toEqual([tag, true]);
      expect([tag, matches(picture({ caption: "aXb" }))]).toEqual([tag, false]);
    }
  });
});

describe("completion", () => {
  const known = {
    tags: [
      { tag: "long hair", images: 9 },
      { tag: "smile", images: 12 },
      { tag: "hair bow", images: 3 },
    ],
    folders: ["10_okara"],
  };
  const texts = (expression: string) =>
    completeFilter(expression, expression.length, known).options.map(({ text }) => text);

  test("tags and fields at the cursor, keywords after a whole condition", () => {
    expect(texts("hai")).toEqual(["hair bow", "long hair"]);
    expect(texts("ta")).toEqual(["tag:", "tags:"]);
    expect(texts("smile AND lo")).toEqual(["long hair"]);
    expect(texts("tag:sm")).toEqual(["smile"]);
    expect(texts("folder:10")).toEqual(['"10_okara"']);
    expect(texts("score(sm")).toEqual(["smile):<0.5"]);
    expect(texts("tags:>5 AN")).toEqual(["AND"]);
  });

  test("what is taken stands in the place of what was written", () => {
    const { from, to } = completeFilter("smile AND lo", 12, known);
    expect([from, to]).toEqual([10, 12]);
  });
});
