import { expect, test } from "@jest/globals";
import { createHappenings } from "../../../sidecar/machines/door/happenings.js";
import { createMachines } from "../../../sidecar/machines/door/machines.js";
import { createTasks } from "../../../sidecar/machines/door/tasks.js";
import { watchMachines } from "../../../sidecar/machines/door/watch-machines.js";
import { shardTitle } from "../../../sidecar/machines/engine/shard-title.js";
import { parseBeat } from "../../../sidecar/machines/machine.js";
import { inJapanese } from "../../../sidecar/words/said-ja/in-japanese.js";
import { inEnglish } from "../../../sidecar/words/sentence.js";

const beat = (more: object = {}) =>
  parseBeat({ id: "a", host: "attic", pid: 7, version: "1", roles: ["tag"], processors: 4, load: 1, ...more });

function watched() {
  let ms = 0;
  const redis: { trouble: string | null } = { trouble: null };
  const machines = createMachines(() => ms);
  const tasks = createTasks("nowhere");
  const happenings = createHappenings();
  const look = watchMachines({
    program: "Redis",
    machines,
    tasks,
    queue: { trouble: () => redis.trouble },
    happenings,
  });
  return {
    redis,
    machines,
    tasks,
    happenings,
    /** What was told anew, oldest first. */
    after(wait: number): string[] {
      const before = happenings.all().length;
      ms += wait;
      look();
      return happenings
        .all()
        .slice(0, happenings.all().length - before)
        .map(({ weight, said }) => `${weight}: ${inEnglish(said)}`)
        .reverse();
    },
  };
}

test("a machine that falls silent is told once, with how many items go to others, and so is its return", () => {
  const { machines, tasks, after } = watched();
  tasks.offer("t-1", {
    title: shardTitle("tag", 12),
    items: 12,
    body: "{}",
    outputs: new Map(),
    onResult: async () => {},
  });
  machines.beat(beat({ doing: ["t-1", "over-already"] }));

  expect(after(0)).toEqual(["good: a came."]);
  expect(after(5000)).toEqual([]);
  expect(after(5000)).toEqual(["broken: a does not answer any more; what it had goes to others: 12."]);
  expect(after(5000)).toEqual([]);
  machines.beat(beat());
  expect(after(0)).toEqual(["good: a answers again."]);
  machines.beat(beat({ pid: 8 }));
  expect(after(0)).toEqual(["look: a was started anew."]);
});

test("a machine that ends in peace leaves the list; one that was told to and falls silent ended too", () => {
  const { machines, after } = watched();
  machines.beat(beat());
  machines.beat(beat({ id: "b" }));
  after(0);
  machines.beat(beat({ ends: true }));
  machines.order("b", "drain");

  expect(machines.all().map(({ id }) => id)).toEqual(["b"]);
  expect(after(0)).toEqual(["good: a ended."]);
  expect(after(9000)).toEqual(["good: b ended."]);
});

test("what is wrong with a machine is told when it changes", () => {
  const { machines, after } = watched();
  machines.beat(beat({ trouble: "The disk is full." }));
  expect(after(0)).toEqual(["good: a came.", "broken: a: The disk is full."]);
  machines.beat(beat({ trouble: "The disk is full." }));
  expect(after(0)).toEqual([]);
  machines.beat(beat());
  expect(after(0)).toEqual(["good: a works again."]);
});

test("Redis that answers between two refusals is not well yet", () => {
  const { redis, after } = watched();
  redis.trouble = "OOM";
  expect(after(0)).toEqual(["broken: Redis is in trouble: OOM"]);
  redis.trouble = null;
  expect([...after(0), ...after(0)]).toEqual([]);
  redis.trouble = "OOM";
  expect(after(0)).toEqual([]);
  redis.trouble = null;
  expect([...after(0), ...after(0), ...after(0)]).toEqual(["good: Redis is well again."]);
});

test("the same in a row is one line with a count, and the oldest are forgotten", () => {
  const { happenings } = watched();
  for (let index = 0; index < 3; index += 1) happenings.tell("look", shardTitle("tag", 1));
  expect(happenings.all()).toMatchObject([{ times: 3 }]);
  for (let index = 0; index < 500; index += 1) happenings.tell("look", shardTitle("tag", index));
  expect(happenings.all()).toHaveLength(200);
  expect(happenings.all()[0]?.said.values).toEqual({ items: 499 });
});

test("the rate is that of the last half minute, and begins anew with the machine", () => {
  let ms = 0;
  const machines = createMachines(() => ms);
  const rate = () => machines.all()[0]?.itemsPerSecond;
  machines.beat(beat({ done: 0 }));
  expect(rate()).toBeNull();
  // Two a second for a minute, then ten.
  for (; ms < 60_000; ms += 2000) machines.beat(beat({ done: ms / 500 }));
  expect(rate()).toBeCloseTo(2);
  for (let done = 120; ms < 120_000; ms += 2000, done += 20) machines.beat(beat({ done }));
  expect(rate()).toBeCloseTo(10);
  machines.beat(beat({ pid: 9, done: 0 }));
  expect(rate()).toBeNull();
});

test("machines that ended without a word long ago do not make the others speak more seldom", () => {
  let ms = 0;
  const machines = createMachines(() => ms);
  for (let id = 0; id < 1000; id += 1) machines.beat(beat({ id: `container-${id}` }));
  expect(machines.beatMs()).toBe(10_000);
  ms += 25 * 60 * 60_000;
  machines.beat(beat({ id: "today" }));
  expect(machines.all().map(({ id }) => id)).toEqual(["today"]);
  expect(machines.beatMs()).toBe(2000);
});

test("what is wrong with a machine is told in its parts, which every language words", () => {
  const { machines, happenings, after } = watched();
  const said = { says: "{path} is gone.", values: { path: "/models/wd" } };
  machines.beat(beat({ trouble: "/models/wd is gone.", said }));
  after(0);
  expect(inJapanese(happenings.all()[0]?.said ?? said)).toBe(`a：${inJapanese(said)}`);
  expect(inJapanese(said)).not.toContain("is gone");
});
