import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { createVocabulary } from "../../../../sidecar/captions/assist/vocabulary.js";

test("completion finds what a look at every tag finds, in the same order", () => {
  const name = fc.stringMatching(/^[ab]{1,3}(_[ab]{1,2})?$/);
  const listed = fc.record({
    tag: name,
    count: fc.nat(9),
    category: fc.constant("general"),
    aliases: fc.array(name, { maxLength: 2 }),
  });
  const list = fc.uniqueArray(listed, { selector: ({ tag }) => tag, maxLength: 12 });
  fc.assert(
    fc.property(list, fc.stringMatching(/^[ab]{1,2}$/), fc.integer({ min: 1, max: 6 }), (tags, typed, limit) => {
      const sorted = tags.toSorted((left, right) => right.count - left.count);
      const rank = ({ tag, aliases }: (typeof tags)[number]): number => {
        const names = [tag, ...aliases];
        if (names.some((one) => one.startsWith(typed))) return 0;
        if (names.some((one) => one.includes(`_${typed}`))) return 1;
        return names.some((one) => one.includes(typed)) ? 2 : 3;
      };
      const expected = [0, 1, 2].flatMap((wanted) => sorted.filter((one) => rank(one) === wanted));
      expect(
        createVocabulary([tags])
          .complete(typed, limit)
          .map(({ tag }) => tag),
      ).toEqual(expected.slice(0, limit).map(({ tag }) => tag.replaceAll("_", " ")));
    }),
  );
});

test("a line break typed is a space", () => {
  const { complete } = createVocabulary([[{ tag: "long_hair", count: 1, category: "general", aliases: [] }]]);
  expect(complete("long\nh", 3).map(({ tag }) => tag)).toEqual(["long hair"]);
});
