import { basename, join } from "node:path";
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { checkTrigger } from "../../../sidecar/dataset/arrange/check-trigger.js";
import { balanced, type Concept, planArrange } from "../../../sidecar/dataset/arrange/plan-arrange.js";

const concept = (part: Partial<Concept>): Concept => ({
  folder: "/p",
  trigger: "okara",
  kind: null,
  repeats: 10,
  into: "/w",
  pictures: [],
  ...part,
});

test("pictures of all subfolders come into one folder with what belongs to them, under names of their own", () => {
  const pictures = [
    { picture: "/p/a.png", companions: ["/p/a.txt"] },
    { picture: "/p/a.jpg", companions: [] },
    { picture: "/p/deep/A.png", companions: ["/p/deep/A.txt", "/p/deep/A_mask.png"] },
    { picture: "/p/b.png", companions: [] },
  ];
  const { folders, files, shared } = planArrange([concept({ pictures, kind: "girl" })], {
    others: () => ["b.txt"],
    isThere: () => false,
  });

  expect(folders).toEqual([{ path: "/w/10_okara girl", trigger: "okara", repeats: 10, pictures: 4, showings: 40 }]);
  const to = Object.fromEntries(
    [...files, ...shared].map((file) => [file.to.slice("/w/10_okara girl/".length), file.from]),
  );
  expect(to).toEqual({
    "a.png": "/p/a.png",
    "a.txt": "/p/a.txt",
    "a-2.jpg": "/p/a.jpg",
    "a-2.txt": "/p/a.txt",
    "A-3.png": "/p/deep/A.png",
    "A-3.txt": "/p/deep/A.txt",
    "A-3_mask.png": "/p/deep/A_mask.png",
    "b-2.png": "/p/b.png",
  });
});

test("balance shows every subject about as often as the largest set, never not at all", () => {
  expect(
    balanced([
      { pictures: 20, repeats: 10 },
      { pictures: 5, repeats: 10 },
      { pictures: 7, repeats: 1 },
    ]),
  ).toEqual([10, 40, 29]);
  expect(
    balanced([
      { pictures: 1, repeats: 1 },
      { pictures: 5000, repeats: 1 },
    ]),
  ).toEqual([5000, 1]);
  expect(balanced([{ pictures: 0, repeats: 3 }])).toEqual([3]);
});

test("triggers that no folder can have are refused, everyday words are warned of", () => {
  expect(checkTrigger("okara")).toEqual([]);
  expect(checkTrigger("おから")).toEqual([]);
  expect(checkTrigger(" ")).toEqual([{ kind: "empty", severity: "error", found: "" }]);
  expect(checkTrigger("a/b:c")).toEqual([{ kind: "forbidden", severity: "error", found: "/ :" }]);
  expect(checkTrigger("okara.")[0]).toMatchObject({ kind: "edge", severity: "error" });
  expect(checkTrigger("Girl")).toEqual([{ kind: "common", severity: "warning", found: "Girl" }]);
});

test("no two files get one name, whatever the folders hold, and none of those that are there", () => {
  const name = fc.constantFrom("a", "A", "b", "a-2", "が", "が".normalize("NFD"));
  const suffix = fc.constantFrom(".png", ".jpg", ".webp");
  const folder = fc.constantFrom("/p", "/p/one", "/q");
  const picture = fc.tuple(folder, name, suffix).map(([inside, stem, end]) => `${inside}/${stem}${end}`);
  const pictures = fc.uniqueArray(picture, { maxLength: 12 });
  fc.assert(
    fc.property(
      pictures,
      fc.uniqueArray(fc.tuple(name, suffix), { maxLength: 4 }),
      fc.boolean(),
      (paths, there, captions) => {
        const others = there.map(([stem, end]) => stem + end);
        const plan = planArrange(
          [
            concept({
              pictures: paths.map((path) => ({
                picture: path,
                companions: captions ? [path.replace(/\.\w+$/, ".txt")] : [],
              })),
            }),
          ],
          { others: () => others, isThere: () => false },
        );
        const all = [...plan.files, ...plan.shared];
        const fold = (path: string): string => basename(path).normalize("NFC").toLowerCase();
        const names = all.map(({ to }) => fold(to));
        expect(new Set(names).size).toBe(names.length);
        expect(names.filter((one) => others.map(fold).includes(one))).toEqual([]);
        expect(plan.files.map(({ from }) => from)).toEqual(expect.arrayContaining(paths));
        expect(all.every(({ to }) => to.startsWith(join("/w", "10_okara")))).toBe(true);
      },
    ),
  );
});
