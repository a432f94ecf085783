import { expect, test } from "@jest/globals";
import { createMachines } from "../../../sidecar/machines/door/machines.js";
import { createShares } from "../../../sidecar/machines/door/shares.js";
import { createTasks } from "../../../sidecar/machines/door/tasks.js";
import { parseBeat } from "../../../sidecar/machines/machine.js";

function studio({ worksHere = false, isWorking = false, given = null as number | null } = {}) {
  const machines = createMachines(() => 0);
  const tasks = createTasks("nowhere");
  const shares = createShares({
    machines,
    tasks,
    studio: {
      processors: { kernel: "k", cores: "0-3", count: 4 },
      worksHere: () => worksHere,
      isWorking: () => isWorking,
      isOnCard: () => false,
      given: () => given,
    },
  });
  return {
    machines,
    shares,
    join(id: string, more: object = {}): void {
      const told = { roles: ["tag"], kernel: "k", cores: "0-3", processors: 4, threads: 3, ...more };
      machines.beat(parseBeat({ id, host: "attic", pid: 1, ...told }));
    },
    /** Work for a machine. */
    work: (id: string, machine: string): void =>
      tasks.offer(id, { machine, body: "{}", outputs: new Map(), onResult: async () => {} }),
    end: (id: string) => tasks.withdraw(id),
  };
}

test("workers of one machine that have work share its processors; who has them for itself is told so", async () => {
  const { join, work, end, machines, shares } = studio();
  join("a");
  join("b");
  expect([shares.of("a"), shares.of("b")]).toEqual([null, null]);
  work("t-0", "a");
  work("t-1", "b");
  expect([shares.of("a"), shares.of("b")]).toEqual([2, 2]);
  await end("t-1");
  expect([shares.of("a"), shares.of("b")]).toEqual([null, 2]);
  work("t-2", "b");
  machines.beat(parseBeat({ id: "b", pid: 1, ends: true }));
  expect([shares.of("a"), shares.of("b")]).toEqual([null, null]);
});

test("another system of the same name, other processors, a card, a rest: all take nothing", () => {
  const { join, work, machines, shares } = studio();
  join("a");
  join("elsewhere", { kernel: "other" });
  join("unknown", { kernel: "" });
  join("card", { onCard: true });
  join("bound", { cores: "4-7" });
  join("resting");
  for (const id of ["a", "elsewhere", "unknown", "card", "bound"]) work(`t-${id}`, id);
  machines.order("resting", "pause");
  expect(shares.of("a")).toBeNull();
  expect(["elsewhere", "unknown", "card", "bound"].map(shares.of)).toEqual([null, null, null, null]);
});

test("a worker that only waits takes nothing from one that works; one that has work for it in a moment does", async () => {
  const { join, work, end, shares } = studio();
  join("a");
  join("b");
  join("scorer", { roles: ["score"] });
  work("t-0", "a");
  expect(shares.of("a")).toBeNull();
  work("t-1", "b");
  expect([shares.of("a"), shares.of("b")]).toEqual([2, 2]);
  work("s-0", "scorer");
  expect([shares.of("a"), shares.of("b"), shares.of("scorer")]).toEqual([2, 1, 1]);
  for (const id of ["t-0", "t-1", "s-0"]) await end(id);
  expect([shares.of("a"), shares.of("b"), shares.of("scorer")]).toEqual([null, null, null]);
});

test("one that rests but still has work counts until that is done; threads that were given are kept", () => {
  const { join, work, machines, shares } = studio();
  join("a", { threads: 1, threadsGiven: true });
  join("b");
  work("t-0", "a");
  work("t-1", "b");
  machines.order("a", "pause");
  expect([shares.of("a"), shares.of("b")]).toEqual([1, 3]);
});

test("the studio takes its share while it works along, and all for what people wait for", () => {
  const working = studio({ worksHere: true, isWorking: true });
  expect(working.shares.ofStudio()).toBeNull();
  working.join("a");
  working.work("t-0", "a");
  expect([working.shares.ofStudio(), working.shares.of("a")]).toEqual([2, 2]);

  const idle = studio({ worksHere: true });
  idle.join("a");
  expect([idle.shares.ofStudio(), idle.shares.of("a")]).toEqual([null, null]);
  const leaves = studio();
  leaves.join("a");
  expect([leaves.shares.ofStudio(), leaves.shares.of("a")]).toEqual([null, null]);
  const given = studio({ worksHere: true, isWorking: true, given: 3 });
  given.join("a");
  given.work("t-0", "a");
  expect([given.shares.ofStudio(), given.shares.of("a")]).toEqual([3, 1]);
});
