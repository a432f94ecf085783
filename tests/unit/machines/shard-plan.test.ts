import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { createShardPlan } from "../../../sidecar/machines/engine/shard-plan.js";

const limits = { most: 16, patienceMs: 1000 };
const planOf = (count: number) => {
  const plan = createShardPlan<number>("plan", limits);
  const entries = Array.from({ length: count }, (_, item) => plan.add(item));
  return { plan, entries };
};

test("shards are large at first and small at the end; each machine has one in work and one that it fetches", () => {
  const { plan } = planOf(100);
  const sizes: number[] = [];
  const give = (): void => {
    for (const machine of ["a", "b", "a", "b", "a", "b"]) {
      const shard = plan.nextShard(machine, 2, 0);
      if (shard) sizes.push(shard.entries.length);
    }
  };
  give();
  const held = ["a", "b"].map(plan.held);
  while (plan.waiting() > 0) {
    for (const { id, entries } of plan.outstanding()) {
      for (const entry of entries) plan.settle(entry);
      plan.end(id, 0, "done");
    }
    give();
  }

  expect(held).toEqual([2, 2]);
  expect(sizes.slice(0, 4)).toEqual([13, 11, 10, 9]);
  expect(sizes.at(-1)).toBe(1);
  expect(sizes.reduce((sum, size) => sum + size)).toBe(100);
});

test("the last items do not lie ready at one machine while another has nothing", () => {
  const { plan } = planOf(4);
  for (const machine of ["a", "a", "a", "b", "b"]) plan.nextShard(machine, 2, 0);

  // As long as there is one for each, one may be fetched ahead.
  expect([plan.held("a"), plan.held("b"), plan.waiting()]).toEqual([2, 1, 1]);
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
    const shard = plan.nextShard("a", 1, 0);
    if (!shard) throw new Error("no shard");
    plan.end(shard.id, 0, "lost");
  }

  expect(plan.nextShard("a", 1, 0)).toBeNull();
  expect(plan.takeStuck()).toBe(entries[0]);
});

test("an item that no machine gets any more is still worked on here", () => {
  const { plan, entries } = planOf(1);
  for (let lost = 0; lost < 3; lost += 1) plan.end(plan.nextShard("a", 1, 0)?.id ?? "", 0, "lost");

  expect(plan.takeHere(0)).toBe(entries[0]);
});

/** One that brings what it has, after so many milliseconds. */
function bring(plan: ReturnType<typeof planOf>["plan"], shard: { id: string } | null, now: number): void {
  const found = plan.shard(shard?.id ?? "");
  if (!found) throw new Error("no shard");
  for (const entry of found.entries) plan.settle(entry);
  plan.end(found.id, now, "done");
}

test("when nothing waits, what another is late with is given to one that would be sooner, and to the bench here", () => {
  const { plan, entries } = planOf(3);
  // The first that it brings has its model's loading in it, and tells nothing of its pace.
  bring(plan, plan.nextShard("quick", 2, 0), 500);
  const slow = plan.nextShard("slow", 2, 500);
  bring(plan, plan.nextShard("quick", 2, 500), 600);

  // A hundred milliseconds are its pace: what another has needed as much for it may well have sooner.
  expect(plan.lateShard("quick", 599)).toBeNull();
  const stolen = plan.lateShard("quick", 600);
  expect(stolen?.entries).toEqual(slow?.entries);
  // Two are enough, unless a third is known to be quick.
  expect(plan.lateShard("third", 5000)).toBeNull();
  plan.end(stolen?.id ?? "", 610);
  // One whose pace nobody knows waits longer.
  expect([plan.takeHere(1999), plan.takeHere(2000), plan.takeHere(5000)]).toEqual([null, entries[1], null]);
});

test("what waits behind another's work at a machine goes at once to one that has nothing", () => {
  const { plan } = planOf(12);
  const first = plan.nextShard("a", 2, 0);
  const behind = plan.nextShard("a", 2, 0);
  let now = 0;
  for (let shard = plan.nextShard("b", 2, now); shard; shard = plan.nextShard("b", 2, now)) {
    now += 10;
    bring(plan, shard, now);
  }

  const taken = plan.lateShard("b", now);
  expect(taken?.entries).toEqual(behind?.entries);
  bring(plan, taken, now + 10);
  // Brought by both: it is not given out again.
  plan.end(behind?.id ?? "", now + 10);
  bring(plan, first, now + 20);
  expect([plan.waiting(), plan.outstanding().length]).toEqual([0, 0]);
});

test("the bench here takes what another is late with once, also when it is known to be quick", () => {
  const { plan, entries } = planOf(4);
  const first = plan.nextShard("slow", 1, 0);
  for (let now = 0; now < 2; now += 1) {
    const mine = plan.takeHere(now);
    if (mine) plan.settle(mine);
    if (mine) plan.leaveHere(mine, now + 1);
  }
  const left = plan.takeHere(2);

  expect(first?.entries).toEqual([entries[0]]);
  expect(left).toBe(entries[3]);
  expect([plan.takeHere(500), plan.takeHere(500)]).toEqual([entries[0], null]);
});

test("what this machine is slow with is done by one that has nothing", () => {
  const { plan, entries } = planOf(3);
  const mine = plan.takeHere(0);
  bring(plan, plan.nextShard("a", 1, 0), 10);
  bring(plan, plan.nextShard("a", 1, 10), 30);

  expect(mine).toBe(entries[0]);
  expect([plan.lateShard("a", 19), plan.lateShard("a", 20)?.entries]).toEqual([null, [mine]]);
});

const LOOK_MS = 250;

interface Worker {
  /** Milliseconds for an item, and for the first one more, while its model loads. */
  pace: number;
  loading: number;
}

/** When the last item has come, with machines that work as told; a machine fetches each shard for a millisecond. */
function milliseconds(count: number, workers: readonly Worker[]): number {
  const { plan } = planOf(count);
  const crew = workers.map((worker, index) => ({ ...worker, id: `m${index}`, line: [] as string[], until: 0 }));
  const give = (now: number): void => {
    for (const take of [
      (id: string) => plan.nextShard(id, crew.length, now),
      (id: string) => plan.nextShard(id, crew.length, now),
      (id: string) => plan.lateShard(id, now),
    ])
      for (const one of crew) {
        const shard = take(one.id);
        if (!shard) continue;
        one.line.push(shard.id);
        if (one.line.length === 1) begin(one, now);
      }
  };
  const begin = (one: (typeof crew)[number], now: number): void => {
    const items = plan.shard(one.line[0] ?? "")?.entries.length ?? 0;
    one.until = now + 1 + one.loading + items * one.pace;
    one.loading = 0;
  };
  let left = count;
  let now = 0;
  give(now);
  while (left > 0) {
    // Machines are looked at now and then, too.
    const next = Math.min(now + LOOK_MS, ...crew.filter(({ line }) => line.length > 0).map(({ until }) => until));
    now = next;
    for (const one of crew) {
      if (one.line.length === 0 || one.until > now) continue;
      const id = one.line.shift() ?? "";
      for (const entry of plan.shard(id)?.entries ?? []) if (plan.settle(entry)) left -= 1;
      plan.end(id, now, "done");
      // Taken back: others have done it meanwhile.
      one.line = one.line.filter((other) => {
        const isOpen = plan.shard(other)?.entries.some((entry) => entry.isOpen) ?? false;
        if (!isOpen) plan.end(other, now);
        return isOpen;
      });
      if (one.line.length > 0) begin(one, now);
    }
    give(now);
  }
  return now;
}

test("whatever one or two machines come to one that works, the job takes no longer than an item or two more", () => {
  const worker = fc.record({ pace: fc.integer({ min: 1, max: 3000 }), loading: fc.integer({ min: 0, max: 20_000 }) });
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 120 }),
      worker,
      fc.array(worker, { maxLength: 2 }),
      (count, first, others) => {
        const alone = milliseconds(count, [first]);
        const together = milliseconds(count, [first, ...others]);
        // One waits for as long as it needs itself before it does again what another has, an item or two at the end, and until
        // it is looked at; each shard that is fetched costs a millisecond here, with those that are given back.
        expect(together).toBeLessThanOrEqual(alone + 2 * first.pace + LOOK_MS + 2 * count);
      },
    ),
    { numRuns: 1000 },
  );
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
        if (deed === "give")
          void (plan.nextShard(`m${at % slots}`, slots, now) ?? plan.lateShard(`m${at % slots}`, now));
        else if (deed === "here") {
          const entry = plan.takeHere(now);
          if (entry) {
            settle(entry);
            plan.leaveHere(entry, now + at);
          }
        } else if (shard) {
          if (deed === "settle") for (const entry of shard.entries) settle(entry);
          plan.end(shard.id, now, deed === "lose" ? "lost" : "done");
        }
      }
      // What is left is worked on here, as it would be without machines.
      for (const { id } of plan.outstanding()) plan.end(id, now);
      for (let entry = plan.takeHere(now); entry; entry = plan.takeHere(now)) settle(entry);
      expect([...settled].sort((a, b) => a - b)).toEqual(entries.map(({ item }) => item));
    }),
  );
});
