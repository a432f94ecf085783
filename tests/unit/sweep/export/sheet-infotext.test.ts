import { expect, test } from "@jest/globals";
import sharp from "sharp";
import { parseInfotext } from "../../../../sidecar/captions/exchange/infotext.js";
import { insertedText, webpWithText } from "../../../../sidecar/sweep/export/infotext/embed-text.js";
import { quoted, sheetInfotext } from "../../../../sidecar/sweep/export/infotext/sheet-infotext.js";
import type { ExportedSweep } from "../../../../sidecar/sweep/export/read/exported-sweep.js";
import { shownAxes } from "../../../../sidecar/sweep/export/sheet/shown-axes.js";
import { okara } from "../../../support/exported-sweep.js";

const { axes: okaraAxes } = okara();

const sweepWith = (infotext: string | null, rehearsal = false): ExportedSweep => ({
  id: 7,
  name: "okara",
  rehearsal,
  resolved: okara(),
  cell: (index) => ({
    index,
    state: "drawn",
    problem: null,
    picture:
      infotext === null ? null : { content: "c", path: "/home/me/c.png", width: 8, height: 8, infotext, drawnBy: null },
  }),
});

test("a sheet tells its axes as the X/Y/Z plot does, after what its first picture tells", () => {
  const told = "1girl <lora:okara:0.5>\nNegative prompt: lowres\nSteps: 24, Sampler: Euler a, Seed: 1001, Size: 8x8";
  const { prompt, negativePrompt, fields } = parseInfotext(
    sheetInfotext(sweepWith(told), shownAxes(okaraAxes, { superColumns: "prompt" })),
  );

  expect([prompt, negativePrompt]).toEqual(["1girl <lora:okara:0.5>", "lowres"]);
  expect(Object.fromEntries(fields)).toMatchObject({
    Steps: "24",
    Seed: "1001",
    Script: "LoRA sweep",
    "X Type": "LoRA strength",
    "X Values": "0, 0.25, 0.5, 0.75, 1",
    "Y Type": "LoRA",
    "Z Type": "Prompt",
    "Z Values": '"1girl, solo, okara, upper body", "1girl, okara, 屋上で夕日を見る, standing, BREAK, wind"',
    Sweep: "7",
  });
  expect(fields.has("Rehearsal")).toBe(false);
});

test("without a drawn picture the request speaks; a rehearsal says so", () => {
  const text = sheetInfotext(sweepWith(null, true), shownAxes(okaraAxes, {}));

  expect(parseInfotext(text).prompt).toBe("1girl, solo, okara, upper body");
  expect(Object.fromEntries(parseInfotext(text).fields)).toMatchObject({
    Seed: "1001",
    Model: "anime",
    "Model hash": "0123456789",
    Rehearsal: "True",
  });
  expect(text).not.toContain("/home/");
  const own = "1girl\nSteps: 24, Sampler: Euler a, Seed: 1001, Rehearsal: by itself";
  expect(sheetInfotext(sweepWith(own, true), shownAxes(okaraAxes, {})).match(/Rehearsal:/g)).toHaveLength(1);
});

test("values are quoted by A1111's rule", () => {
  expect([quoted("Euler a"), quoted("0, 1"), quoted('a: "b"')]).toEqual(["Euler a", '"0, 1"', '"a: \\"b\\""']);
});

const picture = () => sharp({ create: { width: 21, height: 10, channels: 3, background: "#4080c0" } });
const japanese = "1girl, 夕日\nSteps: 1";

test.each(["Steps: 1, Sampler: Euler a", japanese])("PNG carries %j as parameters", async (text) => {
  const file = await picture().png().toBuffer();
  const { after, bytes } = insertedText("png", text);
  const told = Buffer.concat([file.subarray(0, after), bytes, file.subarray(after)]);

  const { comments } = await sharp(told).metadata();
  expect(comments).toEqual([{ keyword: "parameters", text }]);
  expect(await sharp(told).raw().toBuffer()).toEqual(await sharp(file).raw().toBuffer());
});

const commentOf = async (file: Buffer): Promise<string> => {
  const { exif } = await sharp(file).metadata();
  const at = exif?.indexOf("UNICODE\0") ?? -1;
  return Buffer.from(exif?.subarray(at + 8) ?? "")
    .swap16()
    .toString("utf16le");
};

test("JPEG and WebP carry it as UserComment, and their pixels stay", async () => {
  const jpeg = await picture().jpeg().toBuffer();
  const { after, bytes } = insertedText("jpeg", japanese);
  const toldJpeg = Buffer.concat([jpeg.subarray(0, after), bytes, jpeg.subarray(after)]);
  expect(await commentOf(toldJpeg)).toBe(japanese);
  expect(await sharp(toldJpeg).raw().toBuffer()).toEqual(await sharp(jpeg).raw().toBuffer());

  for (const webp of [await picture().webp().toBuffer(), await picture().webp().withIccProfile("srgb").toBuffer()]) {
    const told = webpWithText(webp, japanese, { width: 21, height: 10 });
    expect(await commentOf(told)).toBe(japanese);
    expect(await sharp(told).metadata()).toMatchObject({ width: 21, height: 10 });
    expect(await sharp(told).raw().toBuffer()).toEqual(await sharp(webp).raw().toBuffer());
  }
});

test("a text longer than a JPEG can hold is cut, and the file stays whole", async () => {
  const jpeg = await picture().jpeg().toBuffer();
  const { after, bytes } = insertedText("jpeg", "x".repeat(70_000));
  const told = Buffer.concat([jpeg.subarray(0, after), bytes, jpeg.subarray(after)]);

  expect((await commentOf(told)).length).toBe(32_000);
  await expect(sharp(told).raw().toBuffer()).resolves.toBeInstanceOf(Buffer);
});
