import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { drawBallot, type Eligible, paperName } from "../../../../sidecar/sweep/votes/draw-ballot.js";
import { type GivenVote, rankVotes } from "../../../../sidecar/sweep/votes/rank-votes.js";
import { wilsonBounds } from "../../../../sidecar/sweep/votes/wilson.js";

test.each([
  // Newcombe 1998, "Two-sided confidence intervals for the single proportion", table I, method 3.
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])("Wilson's bounds of %d in %d as published", (yes, count, low, high) => {
  const bounds = wilsonBounds(yes, count);

  expect(bounds.low).toBeCloseTo(low, 4);
  expect(bounds.high).toBeCloseTo(high, 4);
});

test("bounds hold the share and narrow with more votes", () => {
  const votes = fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 1, max: 200 }));
  fc.assert(
    fc.property(votes, ([yes, no]) => {
      const [one, ten] = [wilsonBounds(yes, yes + no), wilsonBounds(10 * yes, 10 * (yes + no))];
      const share = yes / (yes + no);
      expect(one.low - 1e-12).toBeLessThanOrEqual(share);
      expect(one.high + 1e-12).toBeGreaterThanOrEqual(share);
      expect(ten.high - ten.low).toBeLessThan(one.high - one.low);
    }),
  );
  expect(wilsonBounds(0, 0)).toEqual({ low: 0, high: 1 });
});

const places: Record<string, { lora: number; strength: number }> = {
  a: { lora: 0, strength: 1 },
  b: { lora: 0, strength: 2 },
  c: { lora: 1, strength: 1 },
};
const placeOf = (key: string) => places[key] ?? null;
const repeated = (count: number, vote: GivenVote): GivenVote[] => Array.from({ length: count }, () => vote);

test("one lucky vote is no win; few are told", () => {
  const votes = [
    ...repeated(8, { keys: ["a"], vote: "yes" }),
    ...repeated(2, { keys: ["a"], vote: "no" }),
    ...repeated(1, { keys: ["b"], vote: "yes" }),
    { keys: ["c"], vote: "skip" } as const,
  ];
  const ranking = rankVotes(votes, placeOf);

  expect(ranking.map(({ lora, strength, few }) => [lora, strength, few])).toEqual([
    [0, 1, false],
    [0, 2, true],
  ]);
});

test("a pair is one vote for both of its pictures together; equal ones share it", () => {
  const ranking = rankVotes(
    [
      { keys: ["a", "b"], vote: "left" },
      { keys: ["b", "c"], vote: "right" },
      { keys: ["a", "c"], vote: "same" },
    ],
    placeOf,
  );

  expect(ranking.reduce((sum, { count }) => sum + count, 0)).toBe(3);
  expect(ranking.map(({ lora, strength, yes, count }) => [lora, strength, yes, count])).toEqual([
    [0, 1, 0.75, 1],
    [1, 1, 0.75, 1],
    [0, 2, 0, 1],
  ]);
});

test("votes on pictures that the sweep has no more do not count, and come back with them", () => {
  const votes: GivenVote[] = [{ keys: ["gone"], vote: "yes" }];

  expect(rankVotes(votes, placeOf)).toEqual([]);
  expect(rankVotes(votes, () => ({ lora: 2, strength: 2 }))).toHaveLength(1);
});

const eligible: Eligible[] = Array.from({ length: 36 }, (_, index) => ({
  key: `key ${index}`,
  content: `content ${index}`,
  lora: index % 3,
  strength: 1 + (Math.floor(index / 3) % 4),
  comparison: Math.floor(index / 12),
  prompt: "1girl",
}));
const wish = { mode: "single", count: 24, seed: "one", voted: new Set<string>() } as const;

test("a ballot asks about every LoRA and strength alike, in an order of its own", () => {
  const ballot = drawBallot(eligible, wish);
  const counts = new Map<string, number>();
  for (const { keys } of ballot) {
    const { lora, strength } = eligible.find(({ key }) => key === keys[0]) ?? { lora: -1, strength: -1 };
    counts.set(`${lora} ${strength}`, (counts.get(`${lora} ${strength}`) ?? 0) + 1);
  }

  expect([...counts.values()]).toEqual(Array.from({ length: 12 }, () => 2));
  expect(drawBallot(eligible, wish)).toEqual(ballot);
  const order = (seed: string) => drawBallot(eligible, { ...wish, count: 36, seed }).map(({ keys }) => keys[0]);
  expect(order("two")).not.toEqual(order("one"));
  expect(order("one").toSorted()).toEqual(eligible.map(({ key }) => key).toSorted());
});

test("pictures without a vote come first; the same picture is asked once", () => {
  const voted = new Set(eligible.slice(0, 30).map(({ key }) => key));
  const left = drawBallot(eligible, { ...wish, voted });
  expect(left.map(({ keys }) => keys[0]).toSorted()).toEqual(
    eligible
      .slice(30)
      .map(({ key }) => key)
      .toSorted(),
  );
  expect(drawBallot(eligible, { ...wish, voted: new Set(eligible.map(({ key }) => key)) })).toHaveLength(24);
  expect(
    drawBallot(
      eligible.map((one) => ({ ...one, content: "same" })),
      wish,
    ),
  ).toHaveLength(1);
});

test("pairs show the same prompt and seed, and no side is the stronger one's", () => {
  const seeds = Array.from({ length: 30 }, (_, index) => `seed ${index}`);
  const pairs = seeds.flatMap((seed) => drawBallot(eligible, { ...wish, mode: "pair", count: 100, seed }));
  const sides = pairs.map(({ keys }) => keys.map((key) => eligible.find((one) => one.key === key)));

  for (const [left, right] of sides) expect(left?.comparison).toBe(right?.comparison);
  const stronger = sides.filter(([left, right]) => (left?.strength ?? 0) > (right?.strength ?? 0)).length;
  const weaker = sides.filter(([left, right]) => (left?.strength ?? 0) < (right?.strength ?? 0)).length;
  expect(Math.abs(stronger - weaker) / (stronger + weaker)).toBeLessThan(0.12);
  expect(paperName(["b", "a"])).toBe(paperName(["a", "b"]));
});
