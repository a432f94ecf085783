import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { createShardPlan } from "../../../sidecar/machines/engine/shard-plan.js";

const limits = { most: 16, patienceMs: 1000 };
const planOf = (count: number) => {
  const plan = createShardPlan<number>("plan", limits);
  const entries = Array.from({ length: count }, (_, item) => plan.add(item));
  return { plan, entries };
};

test("shards are large at first and small at the end, and there are no more than machines have room for", () => {
  const { plan } = planOf(100);
  const sizes: number[] = [];
  while (plan.waiting() > 0) {
    for (let shard = plan.nextShard(4, 0); shard; shard = plan.nextShard(4, 0)) sizes.push(shard.entries.length);
    expect(plan.outstanding().length).toBe(4);
    for (const { id, entries } of plan.outstanding()) {
      for (const entry of entries) plan.settle(entry);
      plan.end(id, 0);
    }
  }

  expect(sizes.slice(0, 4)).toEqual([13, 11, 10, 9]);
  expect(sizes.at(-1)).toBe(1);
  expect(sizes.reduce((sum, size) => sum + size)).toBe(100);
});

test("the first result of an item counts, whoever brings it", () => {
  const { plan, entries } = planOf(2);
  const [entry] = entries;
  if (!entry) throw new Error("no entry");

  expect([plan.settle(entry), plan.settle(entry)]).toEqual([true, false]);
});

test("a lost shard's open items are first in line again; after three losses no machine gets them", () => {
  const { plan, entries } = planOf(1);
  for (let lost = 0; lost < 3; lost += 1) {
    const shard = plan.nextShard(2, 0);
    if (!shard) throw new Error("no shard");
    plan.end(shard.id, 0, true);
  }

  expect(plan.nextShard(2, 0)).toBeNull();
  expect(plan.takeStuck()).toBe(entries[0]);
});

test("an item that no machine gets any more is still worked on here", () => {
  const { plan, entries } = planOf(1);
  for (let lost = 0; lost < 3; lost += 1) plan.end(plan.nextShard(2, 0)?.id ?? "", 0, true);

  expect(plan.takeHere(0)).toBe(entries[0]);
});

test("when nothing waits, a slow machine's items are given to one other, and to the bench here", () => {
  const { plan, entries } = planOf(2);
  const slow = plan.nextShard(2, 0);
  const own = plan.nextShard(2, 0);
  if (!slow || !own) throw new Error("two shards");
  for (const entry of own.entries) plan.settle(entry);
  plan.end(own.id, 10);

  expect(plan.nextShard(2, 500)).toBeNull();
  const stolen = plan.nextShard(2, 1500);
  expect(stolen?.entries).toEqual(slow.entries);
  plan.end(stolen?.id ?? "", 1600);
  expect(plan.takeHere(3000)).toBe(entries[0]);
  expect(plan.takeHere(3000)).toBeNull();
});

test("whatever machines do, every item is settled once and none is forgotten", () => {
  const deeds = fc.array(fc.record({ deed: fc.constantFrom("give", "settle", "lose", "here"), at: fc.nat(60) }), {
    maxLength: 300,
  });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 6 }), deeds, (count, slots, todo) => {
      const { plan, entries } = planOf(count);
      const settled: number[] = [];
      const settle = (entry: { item: number } & Parameters<typeof plan.settle>[0]): void => {
        if (plan.settle(entry)) settled.push(entry.item);
      };
      let now = 0;
      for (const { deed, at } of todo) {
        now += 400;
        const shards = plan.outstanding();
        const shard = shards[at % Math.max(1, shards.length)];
        if (deed === "give") plan.nextShard(slots, now);
        else if (deed === "here") {
          const entry = plan.takeHere(now);
          if (entry) settle(entry);
        } else if (shard) {
          if (deed === "settle") for (const entry of shard.entries) settle(entry);
          plan.end(shard.id, now, deed === "lose");
        }
      }
      // What is left is worked on here, as it would be without machines.
      for (const { id } of plan.outstanding()) plan.end(id, now);
      for (let entry = plan.takeHere(now); entry; entry = plan.takeHere(now)) settle(entry);
      expect([...settled].sort((a, b) => a - b)).toEqual(entries.map(({ item }) => item));
    }),
  );
});
