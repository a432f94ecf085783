import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { compileFilter } from "../../../sidecar/captions/filter/compile.js";
import { completeFilter } from "../../../sidecar/captions/filter/complete.js";
import { parseFilter } from "../../../sidecar/captions/filter/parse-filter.js";
import { plainSigns } from "../../../sidecar/captions/filter/plain-signs.js";
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
  ["smile, 1girl", true],
  ["smile, skirt", false],
  ["smile、1girl", true],
  ["blue hair,smile OR skirt", true],
  ["caption:/GIRL|x/i", true],
  ["tag:/^blue hair$/", true],
  ["ｓｍｉｌｅ　ＡＮＤ　ｔａｇｓ：＞５", true],
  ["tags: > 5", true],
  ["tags:≧6", true],
  ["duplicate: smile", false],
  ["Untagged", false],
  ['score("smile"):<0.5', true],
  ["D: OR smile", true],
])("%s → %s", (expression, expected) => {
  expect(compileFilter(expression).matches(girl)).toBe(expected);
});

test.each([
  ["（笑）", '"（笑）"', true],
  ["（笑）", '"(笑)"', true],
  ["saber \\(fate\\)", '"saber (fate)"', true],
  ["saber (fate)", "saber \\(fate\\)", true],
  ["/\\", '"/\\\\"', true],
  ["a？", '"a？"', true],
  ["ab", '"a？"', false],
])("the tag %s and the filter %s: %s", (caption, expression, expected) => {
  expect(compileFilter(expression).matches(picture({ caption }))).toBe(expected);
});

describe("what is not known", () => {
  test("neither a comparison of it nor its opposite is true", () => {
    const unknown = picture({ caption: "a", size: () => null, score: () => null });
    for (const expression of ["size:>0", "width:<9999", "score(a):<1", "score(a):>=0", "size:1x1"]) {
      for (const text of [expression, `NOT ${expression}`, `a AND ${expression}`, `NOT (b OR ${expression})`]) {
        expect([text, compileFilter(text).matches(unknown)]).toEqual([text, false]);
      }
      expect(compileFilter(`a OR ${expression}`).matches(unknown)).toBe(true);
      expect(compileFilter(`NOT (b AND ${expression})`).matches(unknown)).toBe(true);
    }
  });

  test("facts are read only when the filter asks for them", () => {
    expect(compileFilter("smile").needs).toEqual({ sizes: false, duplicates: false, selection: false });
    expect(compileFilter("NOT (smile OR size:>5)").needs).toEqual({ sizes: true, duplicates: false, selection: false });
    expect(compileFilter("duplicate:no").needs).toEqual({ sizes: false, duplicates: true, selection: false });
    expect(compileFilter("selected").needs.selection).toBe(true);
    expect(compileFilter('"selected"').needs.selection).toBe(false);
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
  ["NOT tgs:>5", /Character 5 .* a field; found "tgs:"/],
  ["blue re:zero", /Character 6 .* found "re:"/],
  ["score(a)", /Character 9 .* a comparison/],
  ["size>1024", /Character 5 .* a colon after the field; found ">"/],
  ["tags:3..1", /the lower number first; found "3..1"/],
  ["tag:/a/x", /nothing or i after/],
  ["😀 tags:many", /Character 8 /],
  ["smile,", /found the end/],
  ["x".repeat(4001), /a shorter filter/],
  [`${"(".repeat(200)}a${")".repeat(200)}`, /fewer brackets/],
])("%s is refused with its place", (expression, message) => {
  expect(() => compileFilter(expression)).toThrow(message);
});

const filters = fc.letrec<{ filter: Filter }>((tie) => {
  const text = fc
    .string({ minLength: 1, unit: fc.constantFrom(...'ab _-()":*é髪&|!,（Ａ\\') })
    .filter((one) => one.trim() !== "")
    // As reading leaves it: a backslash that keeps no wildcard is written twice.
    .map((one) => one.replaceAll(/\\[*?\\]|\\/g, (sign) => (sign === "\\" ? "\\\\" : sign)));
  const value = fc.integer({ min: -100, max: 100 }).map((number) => number / 4);
  const test: fc.Arbitrary<Extract<Filter, { kind: "score" }>["test"]> = fc.oneof(
    fc.record({ kind: fc.constant("compare" as const), comparator: fc.constantFrom(...comparators), value }),
    fc
      .tuple(value, value)
      .map(([one, other]) => ({ kind: "range" as const, low: Math.min(one, other), high: Math.max(one, other) })),
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
      fc.record({ kind: fc.constant("score" as const), tag: text.map((tag) => plainSigns(tag).trim()), test }),
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
    expect(toggleTag("blue_hair AND x", "Blue Hair", "with")).toBe("x");
    expect(toggleTag("(a OR b), c", "c", "with")).toBe("a OR b");
  });

  test("finish a filter that breaks off, and leave one alone that cannot be read", () => {
    expect(toggleTag("a OR", "smile", "with")).toBe("a OR smile");
    expect(toggleTag("a AND NOT ", "smile", "with")).toBe("a AND NOT smile");
    expect(toggleTag("(((", "smile", "with")).toBe("(((");
    expect(toggleTag("tgs:>5", "smile", "with")).toBe("tgs:>5");
  });

  test("any tag means itself", () => {
    for (const tag of [
      "^_^",
      ":)",
      "a*b",
      "NOT here",
      "-x",
      'say "hi"',
      "untagged",
      "tag:x",
      "(o)_(o)",
      "a -b",
      "/\\",
      "（笑）",
      "ＯＲ",
      "a, b",
    ]) {
      const { matches } = compileFilter(toggleTag("", tag, "with"));
      expect([tag, matches(picture({ caption: tag, tags: () => [tag] }))]).toEqual([tag, true]);
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
    expect(texts("tags:>5 ")).toEqual(["AND", "OR", "NOT"]);
    expect(texts("long ")).toEqual(["long hair"]);
    expect(texts("smile AND ").slice(0, 3)).toEqual(["smile", "long hair", "hair bow"]);
    expect(texts("")).toContain("score(");
    expect(texts('tag:"lo')).toEqual(["long hair"]);
    expect(texts("tgs:>5 AND ")).toEqual([]);
  });

  test("what is taken stands in the place of what was written", () => {
    const place = (expression: string, cursor: number) => {
      const { from, to } = completeFilter(expression, cursor, known);
      return [from, to];
    };
    expect(place("smile AND lo", 12)).toEqual([10, 12]);
    // The quote that was closed by itself goes too.
    expect(place('"lo" AND smile', 3)).toEqual([0, 4]);
    expect(place('tag:"lo"', 7)).toEqual([4, 8]);
  });
});
