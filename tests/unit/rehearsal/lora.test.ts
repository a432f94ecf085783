import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import {
  bfloatToNumber,
  halfToNumber,
  numberToBfloat,
  numberToHalf,
} from "../../../sidecar/rehearsal/lora/half-floats.js";
import { learntFrom, nothingLearnt, triggerCode } from "../../../sidecar/rehearsal/lora/learnt.js";
import { plantedLora } from "../../../sidecar/rehearsal/lora/planted-lora.js";
import { readLora } from "../../../sidecar/rehearsal/lora/read-lora.js";
import { traits } from "../../../sidecar/rehearsal/pictures/okara.js";
import { scriptFamily } from "../../../sidecar/rehearsal/trainer/model/script-family.js";
import { loraFile } from "../../../sidecar/rehearsal/trainer/saves/lora-file.js";
import { writeLora } from "../../support/lora-file.js";
import { temporaryFolders } from "../../support/temporary-folder.js";

const newFolder = temporaryFolders();

const study = { showings: 200, pictures: 20, learningRate: 1e-4, trigger: "okara" };

test("what was learnt comes back from the tensors in every precision, whatever the grain", async () => {
  const folder = await newFolder();
  const learnt = learntFrom(study);
  for (const [index, precision] of (["F16", "BF16", "F32"] as const).entries()) {
    const path = join(folder, `${precision}.safetensors`);
    const { modules } = scriptFamily("train_network.py", false);
    const shape = { modules, rank: 2 + index, alpha: 1, precision, algorithm: null };
    await writeFile(path, loraFile(shape, {}, { learnt, seed: index }));
    const { unet, textEncoder, broken } = await readLora(path);
    expect(broken).toBe(false);
    for (const half of [unet, textEncoder]) {
      for (const trait of traits) expect(half?.traits[trait]).toBeCloseTo(learnt.traits[trait], 0.7);
      expect(Math.abs((half?.overfit ?? 9) - learnt.overfit)).toBeLessThan(0.1);
      expect(half?.trigger).toBe(triggerCode("okara"));
    }
  }
});

test("LoRAs of other makers hold nothing that the stand-in knows", async () => {
  const { unet } = await readLora(await writeLora(join(await newFolder(), "constant.safetensors")));
  for (const trait of traits) expect(unet?.traits[trait]).toBeCloseTo(0, 5);
  expect(unet).toMatchObject({ trigger: null, grain: expect.any(Number) });
  expect(unet?.grain).toBeGreaterThan(0);
});

test("eyes are learnt first and the ahoge last; after many showings it overfits; few pictures are learnt by heart", () => {
  const early = learntFrom({ ...study, showings: 60 });
  const order = [...traits].sort((left, right) => early.traits[right] - early.traits[left]);
  expect(order[0]).toBe("eyes");
  expect(order.at(-1)).toBe("ahoge");
  expect(early.overfit).toBe(0);
  expect(learntFrom({ ...study, showings: 350 }).overfit).toBeCloseTo(1, 1);
  expect(learntFrom({ ...study, showings: 500 }).copying).toBe(0);
  expect(learntFrom({ ...study, showings: 500, pictures: 4 }).copying).toBe(1);
  expect(learntFrom({ ...study, showings: 0 }).traits).toEqual(nothingLearnt.traits);
});

test("planted files of one kind differ by seed; metadata can be left out", async () => {
  const folder = await newFolder();
  const [one, two] = [plantedLora({ kind: "good", seed: 1 }), plantedLora({ kind: "good", seed: 2 })];
  expect(one.equals(two)).toBe(false);
  expect(one.equals(plantedLora({ kind: "good", seed: 1 }))).toBe(true);
  expect(plantedLora({ kind: "good", seed: 1, metadata: false }).toString("latin1")).not.toContain("ss_");
  const paths = [join(folder, "1.safetensors"), join(folder, "2.safetensors")] as const;
  await writeFile(paths[0], one);
  await writeFile(paths[1], two);
  const [left, right] = [await readLora(paths[0]), await readLora(paths[1])];
  expect(left.fingerprint).not.toBe(right.fingerprint);
  for (const trait of traits) {
    expect(Math.abs((left.unet?.traits[trait] ?? 0) - (right.unet?.traits[trait] ?? 9))).toBeLessThan(0.2);
  }
});

test("a NaN is told", async () => {
  const path = join(await newFolder(), "nan.safetensors");
  const { modules } = scriptFamily("train_network.py", false);
  await writeFile(path, loraFile({ modules, rank: 2, alpha: 1, precision: "BF16", algorithm: null }, {}, null));
  expect((await readLora(path)).broken).toBe(true);
});

test("half floats: IEEE 754's own examples, and there and back", () => {
  const known: [number, number][] = [
    [0x3c00, 1],
    [0xc000, -2],
    [0x7bff, 65504],
    [0x0400, 2 ** -14],
    [0x0001, 2 ** -24],
    [0x3555, 0.333251953125],
  ];
  for (const [bits, value] of known) {
    expect(halfToNumber(bits)).toBe(value);
    expect(numberToHalf(value)).toBe(bits);
  }
  expect(halfToNumber(0x7e00)).toBeNaN();
  for (const value of [1, -0.0078125, 3.140625, 2 ** -30]) expect(bfloatToNumber(numberToBfloat(value))).toBe(value);
});
