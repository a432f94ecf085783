import { expect, test } from "@jest/globals";
import { leadingTrigger } from "../../../../sidecar/journey/report/gather/gather-captions.js";
import { evenly, mostIn, sideFor } from "../../../../sidecar/journey/report/gather/picture-room.js";
import { prunedTags } from "../../../../sidecar/journey/report/gather/pruned-tags.js";
import { plannedGrids } from "../../../../sidecar/journey/report/gather/sweep-grids.js";
import { okara } from "../../../support/exported-sweep.js";

test("tags that steps took out are counted by caption, with the assistant's reason where it has one", () => {
  const change = (path: string, before: string, after: string) => ({ path, before, after });
  const first = [
    change("/a.txt", "okara, long hair, dress, sky", "okara, dress, sky"),
    change("/b.txt", "okara, long hair, dress, smile", "okara, dress, smile"),
    change("/new.txt", "", "okara"),
  ];
  const second = [change("/a.txt", "okara, dress, sky", "okara, sky"), change("/b.txt", "okara, smile", "okara")];
  expect(prunedTags([first, second], "character")).toEqual([
    { tag: "long hair", captions: 2, category: "hair", reason: "carried" },
    { tag: "dress", captions: 1, category: "clothes", reason: "clothes" },
    { tag: "smile", captions: 1, category: "expression", reason: null },
  ]);
});

test("the trigger is the word that leads, not a plain tag", () => {
  const images = (folder: string, ...captions: string[]) =>
    captions.map((caption, index) => ({ name: `${folder}/${index}.png`, caption }));
  expect(leadingTrigger(images("set", "okara, 1girl", "okara, solo"))).toEqual({ trigger: "okara", captions: 2 });
  expect(leadingTrigger(images("set", "1girl, okara", "1girl, solo"))).toBeNull();
  // A trigger that is a tag as well is told by its folder.
  expect(leadingTrigger(images("10_blue_dress", "blue dress, solo", "blue dress"))?.trigger).toBe("blue dress");
  expect(leadingTrigger(images("set"))).toBeNull();
});

test("more pictures are smaller ones, and of very many some are picked evenly", () => {
  const room = { bytes: 2_000_000, sides: [72, 224] } as const;
  expect(sideFor(20, room)).toBe(224);
  expect(sideFor(1000, room)).toBeLessThan(120);
  expect(sideFor(100_000, room)).toBe(72);
  const some = evenly(
    Array.from({ length: 10_000 }, (_, index) => index),
    mostIn(room),
  );
  expect(some).toHaveLength(mostIn(room));
  expect([some[0], some.at(-1)]).toEqual([0, 9999]);
  expect(evenly([1, 2, 3], 5)).toEqual([1, 2, 3]);
});

test("each prompt and seed has a grid of files by strengths, unless nothing of it is drawn", () => {
  const resolved = okara();
  const picture = { content: "c", path: "/c.png", width: 64, height: 96, infotext: null, drawnBy: null };
  const seedAxis = resolved.axes.findIndex(({ id }) => id === "seed");
  const drawn = (index: number): boolean => resolved.coordinatesOf(index)[seedAxis] === 0;
  const sweep = {
    id: 1,
    name: "okara",
    rehearsal: true,
    resolved,
    cell: (index: number) => ({
      index,
      state: drawn(index) ? ("drawn" as const) : ("waiting" as const),
      picture: drawn(index) ? picture : null,
      problem: null,
    }),
  };
  const grids = plannedGrids(sweep);
  expect(grids).toHaveLength(2);
  for (const { cells } of grids) expect(cells.map((row) => row.length)).toEqual([5, 5, 5]);
  const all = grids.flatMap(({ cells }) => cells.flat().map(({ index }) => index));
  expect(new Set(all).size).toBe(all.length);
});
