import { expect, test } from "@jest/globals";
import { compareSnapshots } from "../../../sidecar/training/history/compare/compare-snapshots.js";
import type { DatasetSnapshot, SnapshotSet } from "../../../sidecar/training/history/snapshot.js";

/** A folder of pictures: name → [hash, caption]. */
const set = (
  folder: string,
  pictures: Record<string, [sha256: string | null, caption: string | null]>,
  more: Partial<SnapshotSet> = {},
): SnapshotSet => ({
  folder,
  dataset: 0,
  repeats: Number(/(\d+)_/.exec(folder)?.[1] ?? 1),
  trigger: "okara",
  regularisation: false,
  pictures: Object.entries(pictures).map(([name, [sha256, text]]) => ({
    name,
    bytes: 1,
    modified: 1,
    sha256,
    caption: text === null ? null : { name: name.replace(/png$/, "txt"), text, sha256: text },
  })),
  ...more,
});
const snapshot = (...sets: SnapshotSet[]): DatasetSnapshot => ({
  version: 1,
  taken: "",
  complete: true,
  sets,
  missing: [],
});
const namesOf = (pairs: readonly { before: { path: string }; after: { path: string } }[]): string[] =>
  pairs.map(({ before, after }) => `${before.path} ${after.path}`);

test("pictures are the same by their bytes: added, removed, changed, and renamed ones are told apart", () => {
  const before = snapshot(
    set("/a/10_okara", { "1.png": ["A", "x"], "2.png": ["B", "x"], "3.png": ["C", "x"], "4.png": ["D", "x"] }),
  );
  const after = snapshot(
    set("/a/10_okara", { "1.png": ["A", "x"], "2.png": ["E", "x"], "30.png": ["C", "x"], "5.png": ["F", "x"] }),
  );
  const { pictures, folders } = compareSnapshots(before, after);

  expect(namesOf(pictures.same)).toEqual(["/a/10_okara/1.png /a/10_okara/1.png"]);
  expect(namesOf(pictures.changed)).toEqual(["/a/10_okara/2.png /a/10_okara/2.png"]);
  expect(namesOf(pictures.renamed)).toEqual(["/a/10_okara/3.png /a/10_okara/30.png"]);
  expect(pictures.removed.map(({ path }) => path)).toEqual(["/a/10_okara/4.png"]);
  expect(pictures.added.map(({ path }) => path)).toEqual(["/a/10_okara/5.png"]);
  expect(folders).toEqual([]);
});

test("names that were exchanged are two renamed pictures; copies of one picture stay apart", () => {
  const before = snapshot(set("/a/1_x", { "1.png": ["A", null], "2.png": ["B", null], "3.png": ["B", null] }));
  const after = snapshot(set("/a/1_x", { "1.png": ["B", null], "2.png": ["A", null], "3.png": ["B", null] }));
  const { pictures } = compareSnapshots(before, after);

  expect(namesOf(pictures.renamed)).toEqual(["/a/1_x/1.png /a/1_x/2.png", "/a/1_x/2.png /a/1_x/1.png"]);
  expect([pictures.same.length, pictures.changed, pictures.added, pictures.removed]).toEqual([1, [], [], []]);
});

test("other repeats are another name of the same folder, not other pictures", () => {
  const pictures = { "1.png": ["A", "okara"] } as const satisfies Record<string, [string, string]>;
  const { folders, ...found } = compareSnapshots(
    snapshot(set("/a/10_okara", { ...pictures })),
    snapshot(set("/b/12_okara", { ...pictures })),
  );

  expect(folders.map(({ before, after }) => [before?.repeats, after?.repeats])).toEqual([[10, 12]]);
  expect(found.pictures).toMatchObject({ same: [{}], renamed: [], changed: [], added: [], removed: [] });
});

test("a folder of another name is found by its pictures; regularisation pictures are never the trained ones", () => {
  const before = snapshot(
    set("/a/10_okara", { "1.png": ["A", null] }),
    set("/r/1_girl", { "r.png": ["R", null] }, { regularisation: true }),
  );
  const after = snapshot(set("/c/10_new", { "1.png": ["A", null], "r.png": ["R", null] }));
  const { folders, pictures } = compareSnapshots(before, after);

  expect(folders.map(({ before: old, after: now }) => [old?.folder, now?.folder])).toEqual([["/r/1_girl", undefined]]);
  expect(pictures.same.map(({ after: { path } }) => path)).toEqual(["/c/10_new/1.png"]);
  expect(pictures.added.map(({ path }) => path)).toEqual(["/c/10_new/r.png"]);
  expect(pictures.removed.map(({ path }) => path)).toEqual(["/r/1_girl/r.png"]);
});

test("without a hash the time of change must do", () => {
  const before = snapshot(set("/a/1_x", { "1.png": [null, null], "2.png": [null, null] }));
  const after = snapshot(set("/a/1_x", { "1.png": ["A", null], "2.png": ["B", null] }));
  for (const picture of after.sets[0]?.pictures.slice(1) ?? []) picture.modified = 2;
  const { pictures } = compareSnapshots(before, after);

  expect([pictures.same.length, pictures.changed.length]).toEqual([1, 1]);
});

test("captions are compared by tags, a picture and a tag at a time; spaces alone are no difference", () => {
  const before = snapshot(
    set("/a/1_x", {
      "1.png": ["A", "x, solo, hat"],
      "2.png": ["B", "x, hat"],
      "3.png": ["C", "x, y"],
      "4.png": ["D", null],
      "5.png": ["E", "x, y"],
    }),
  );
  const after = snapshot(
    set("/a/1_x", {
      "1.png": ["A", "x, grin, solo"],
      "2.png": ["B", "x"],
      "3.png": ["C", "x,y\n"],
      "4.png": ["D", "grin"],
      "5.png": ["E", "y, x"],
    }),
  );
  const { captions, tags } = compareSnapshots(before, after);

  expect(captions.map(({ added, removed, reordered }) => ({ added, removed, reordered }))).toEqual([
    { added: ["grin"], removed: ["hat"], reordered: false },
    { added: [], removed: ["hat"], reordered: false },
    { added: ["grin"], removed: [], reordered: false },
    { added: [], removed: [], reordered: true },
  ]);
  expect(tags).toEqual([
    { tag: "grin", added: 2, removed: 0 },
    { tag: "hat", added: 0, removed: 2 },
  ]);
});
