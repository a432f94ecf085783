import { expect, test } from "@jest/globals";
import { plainThread } from "../support/plain-thread.js";
import type { RehearsedScoring } from "../support/rehearse-scoring.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();
const thread = plainThread("rehearse-scoring");

test("a rehearsed sweep is scored by itself when it is drawn; nothing is looked at twice", async () => {
  const { report, again, cells, more, looks, refused }: RehearsedScoring = Object(await thread(await newFolder()));
  expect(report).toMatchObject({ rehearsal: true, toScore: 0, jobId: null });
  expect(report.traits.length).toBeGreaterThan(0);
  const [none, good] = report.checkpoints;
  expect(none?.verdict).toBe("noEffect");
  expect(good?.strengths[0]?.measures.traitRecall?.mean).toBeGreaterThan(0.05);
  expect(again).toEqual({ jobId: null, toScore: 0 });
  // Three controls, and three pictures of each LoRA.
  expect(cells).toHaveLength(9);
  expect(cells.every(({ tags, change }) => tags.length > 0 && change !== null)).toBe(true);
  // A fourth seed: only its three pictures are looked at, by the tagger and for their pixels.
  expect(more.checkpoints[1]?.strengths[0]?.cells).toBe(4);
  expect(looks).toEqual([2 * 3, 2 * (20 + 9)]);
  expect(refused).toBe("notFound");
});
