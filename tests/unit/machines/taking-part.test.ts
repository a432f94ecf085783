import { expect, test } from "@jest/globals";
import { createMachines } from "../../../sidecar/machines/door/machines.js";
import { takingPart } from "../../../sidecar/machines/engine/taking-part.js";
import { parseBeat } from "../../../sidecar/machines/machine.js";
import type { ProcessorUse } from "../../../sidecar/machines/processors/contend.js";

const own: ProcessorUse = { kernel: "k", cores: "0-3", processors: 4, onCard: false, threadsGiven: false, busy: 1 };

function scene(here: ProcessorUse | null = null) {
  const machines = createMachines(() => 0);
  const join = (id: string, more: object = {}): void =>
    void machines.beat(parseBeat({ id, host: "attic", pid: 1, roles: ["tag"], ...own, ...more }));
  return { machines, join, taking: takingPart({ machines, role: "tag", here: () => here }) };
}

test("of machines that share processors one takes part, and another when there is enough for both", () => {
  const { join, taking } = scene();
  for (const id of ["a", "b", "c"]) join(id);

  expect([1, 31, 32, 47, 48].map((added) => taking(added).length)).toEqual([1, 1, 2, 2, 3]);
});

test("another takes part only where those that do are known to leave processors idle", () => {
  const { join, taking } = scene();
  join("a", { busy: null });
  join("b");
  expect(taking(1000)).toEqual(["a"]);
  join("a", { busy: 3.1 });
  expect(taking(1000)).toEqual(["a"]);
  join("a", { busy: 2.9 });
  expect(taking(1000)).toEqual(["a", "b"]);
  // Now each has its part.
  join("a", { busy: 4 });
  expect(taking(1000)).toEqual(["a", "b"]);
});

test("who has taken part goes on while the job has ever more; who rests makes room for another", () => {
  const { join, machines, taking } = scene();
  join("a");
  join("b");
  expect(taking(5)).toEqual(["a"]);
  machines.order("a", "pause");
  expect(taking(5)).toEqual(["b"]);
  machines.order("a", "run");
  expect(taking(5)).toEqual(["b"]);
});

test("a card, processors of its own, threads that were given, another system, another role", () => {
  const { join, taking } = scene();
  join("a", { cores: "0,1" });
  join("bound", { cores: "2-3" });
  join("card", { onCard: true });
  join("given", { threadsGiven: true });
  join("elsewhere", { kernel: "other" });
  join("unknown", { kernel: "" });
  join("scorer", { roles: ["score"] });

  expect(taking(1)).toEqual(["a", "bound", "card", "given", "elsewhere", "unknown"]);
});

test("beside a studio that works along, a machine on its processors takes part when there is enough for both", () => {
  const { join, taking } = scene(own);
  join("a");
  join("elsewhere", { kernel: "other" });

  expect(taking(31)).toEqual(["elsewhere"]);
  expect(taking(32)).toEqual(["elsewhere", "a"]);
});
