import { expect, test } from "@jest/globals";
import { planPrune } from "../../../../sidecar/sweep/prune/plan-prune.js";

const before = 1000;
const file = (content: string, modified = 10) => ({ content, bytes: 100, modified });
const known = (key: string, content: string | null, drawn = 10) => ({ key, content, drawn });

test("what a sweep needs stays, what is young stays, the rest goes with the name of its removed sweep", () => {
  const needed = {
    keys: new Set(["needed"]),
    removed: [{ id: 3, name: "old", keys: new Set(["removed"]) }],
  };
  const plan = planPrune({
    known: [known("needed", "a"), known("removed", "b"), known("changed", "c"), known("young", "d", 2000)],
    files: [file("a"), file("b"), file("c"), file("d"), file("orphan"), file("fresh", 2000)],
    needed,
    before,
  });
  expect(plan.keys).toEqual(["removed", "changed"]);
  expect(plan.files.map(({ content }) => content)).toEqual(["b", "c", "orphan"]);
  expect(plan.groups).toEqual([
    { sweep: null, name: null, pictures: 2, bytes: 200 },
    { sweep: 3, name: "old", pictures: 1, bytes: 100 },
  ]);
});

test("a file that a needed picture shares stays", () => {
  const needed = { keys: new Set(["needed"]), removed: [] };
  const shared = [known("needed", "same"), known("gone", "same")];
  const plan = planPrune({ known: shared, files: [file("same")], needed, before });
  expect(plan).toMatchObject({ keys: ["gone"], files: [], groups: [] });
});
