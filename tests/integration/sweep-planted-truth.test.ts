import { expect, test } from "@jest/globals";
import type { PlantedTruth } from "../support/judge-planted.js";
import { plainThread } from "../support/plain-thread.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();
const thread = plainThread("judge-planted");
const planted = async (wish: object): Promise<PlantedTruth> =>
  Object(await thread({ folder: await newFolder(), ...wish }));

// Thresholds were fixed on seeds below 1000.
const heldOut = [1001, 1002, 1003, 1004];

test("planted LoRAs are told by their pictures alone: nothing, a band, melting, copying", async () => {
  const kinds = ["none", "good", "melting", "copying"];
  const { checkpoints, recommended } = await planted({ kinds, strengths: [0.25, 0.75, 1.25], seeds: heldOut });
  expect(checkpoints.map(({ verdict }) => verdict)).toEqual(["noEffect", "good", "good", "overtrained"]);
  const [, good, melting, copying] = checkpoints;
  expect(good?.band).toEqual([0.75, 0.75]);
  expect(good?.strengths).toEqual(["noEffect", "good", "broken"]);
  expect(melting?.strengths.at(-1)).toBe("broken");
  expect(copying?.reasons).toContain("copies");
  expect(["good 0.75", "melting 0.75"]).toContain(recommended);
});

test("LoRAs that do nothing are not recommended, however many there are", async () => {
  const { recommended, notEnough } = await planted({
    kinds: ["none", "none", "none"],
    strengths: [0.5, 1],
    seeds: heldOut,
  });
  expect(recommended).toBeNull();
  expect(notEnough).toEqual(["allNoEffect"]);
});

const look = plainThread("ruined-photographs");

test("sound photographs are never collapsed, ruined ones nearly always", async () => {
  const found = new Map(Object.entries(Object(await look(null))));
  // Said by `npm test` where they could not be had.
  if (found.size === 0) return;
  const sound = Object(found.get("sound"));
  expect(sound).toMatchObject({ collapsed: 0 });
  expect(sound.of).toBeGreaterThanOrEqual(8);
  for (const name of ["burnt", "noise", "blocks", "flat"]) {
    expect([name, Object(found.get(name)).collapsed >= sound.of - 1]).toEqual([name, true]);
  }
});
