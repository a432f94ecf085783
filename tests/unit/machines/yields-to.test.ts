import { expect, test } from "@jest/globals";
import { yieldsTo } from "../../../sidecar/machines/processors/yields-to.js";

const use = { kernel: "k", cores: "0-3", processors: 4, onCard: false, threadsGiven: false, busy: null };
const idle = { ...use, id: "idle", doing: [], isHere: true };
const working = { ...use, id: "working", doing: ["t-0"], isHere: true };

test.each([
  ["nobody computes", idle, [idle], null, null],
  ["another machine does", idle, [idle, working], null, "working"],
  ["the studio does", idle, [idle], use, ""],
  ["it has work itself", { ...idle, doing: ["t-1"] }, [working], use, null],
  ["the other has processors of its own", idle, [{ ...working, cores: "4-7" }], null, null],
  ["the other computes on a card", idle, [{ ...working, onCard: true }], null, null],
  ["the other is silent", idle, [{ ...working, isHere: false }], null, null],
  ["it is silent itself", { ...idle, isHere: false }, [working], use, null],
])("a machine yields its processors when %s", (_when, machine, all, studio, wanted) => {
  expect(yieldsTo(machine, all, studio)).toBe(wanted);
});
