import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "@jest/globals";
import sharp from "sharp";
import { atelier } from "../support/command.js";
import { drawSubject } from "../support/subjects.js";
import { temporaryFolders } from "../support/temporary-folder.js";
import { digestsOf as tree } from "../support/tree.js";

const newFolder = temporaryFolders();
const u2netShaped = fileURLToPath(new URL("../../../tests/fixtures/segmenters/u2net-random.onnx", import.meta.url));

/** Red, green, blue and alpha of a pixel of a PNG. */
async function pixelOf(path: string, x: number, y: number): Promise<number[]> {
  const { data, info } = await sharp(path).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return [...data.subarray((y * info.width + x) * 4, (y * info.width + x) * 4 + 4)];
}

async function madeFolder() {
  const parent = await newFolder();
  const folder = join(parent, "10_okara");
  await mkdir(join(folder, "5_よこ"), { recursive: true });
  await drawSubject(folder, { name: "1.png" });
  await drawSubject(folder, { name: "1.jpg", background: { r: 250, g: 250, b: 250 } });
  await drawSubject(join(folder, "5_よこ"), { name: "大.webp", width: 200, height: 100 });
  await writeFile(join(folder, "1.txt"), "okara, blue background");
  await writeFile(join(folder, "5_よこ", "大.txt"), Buffer.from("944c", "hex"));
  await writeFile(join(folder, "broken.png"), "no picture");
  return { parent, folder };
}

test("a folder is cut out into a new set with captions and masks; originals stay, and undo and redo go there and back", async () => {
  const home = await newFolder();
  const { parent, folder } = await madeFolder();
  const before = await tree(parent);
  const set = `${folder}-cutout`;

  const { code, stdout } = await atelier(home, ["dataset", "cutout", folder, "--masks", "--json"]);
  const report = JSON.parse(stdout);
  const after = await tree(parent);

  expect(code).toBe(3);
  expect(report.counts).toMatchObject({ done: 3, failed: 1 });
  expect(report.pictures.find(({ state }: { state: string }) => state === "failed")).toMatchObject({
    before: join(folder, "broken.png"),
    error: { code: "unreadableImage" },
  });
  expect(after).toMatchObject(before);
  const made = Object.keys(after).filter((name) => !(name in before));
  expect(made.sort()).toEqual(
    [
      "10_okara-cutout-masks/1-png.png",
      "10_okara-cutout-masks/1.png",
      "10_okara-cutout-masks/5_よこ/大.png",
      "10_okara-cutout/1-png.png",
      "10_okara-cutout/1-png.txt",
      "10_okara-cutout/1.png",
      "10_okara-cutout/1.txt",
      "10_okara-cutout/5_よこ/大.png",
      "10_okara-cutout/5_よこ/大.txt",
    ].sort(),
  );
  expect(await readFile(join(set, "5_よこ", "大.txt"))).toEqual(Buffer.from("944c", "hex"));
  expect(await pixelOf(join(set, "1.png"), 2, 2)).toEqual([255, 255, 255, 0]);
  expect(await pixelOf(join(set, "1-png.png"), 60, 80)).toEqual([230, 60, 40, 255]);
  expect((await pixelOf(join(`${set}-masks`, "5_よこ", "大.png"), 100, 50)).slice(0, 3)).toEqual([255, 255, 255]);
  expect(report.tags).toEqual({ add: ["transparent background"], remove: ["blue background"], captions: 3 });

  expect((await atelier(home, ["dataset", "undo", folder])).code).toBe(0);
  expect(await tree(parent)).toEqual(before);
  expect((await atelier(home, ["captions", "redo", folder])).code).toBe(0);
  expect(await tree(parent)).toEqual(after);
});

test("beside the originals, on a colour; a second run replaces what the first made and nothing of the user's", async () => {
  const home = await newFolder();
  const folder = await newFolder();
  await drawSubject(folder, { name: "a.png" });
  await drawSubject(folder, { name: "b.png" });
  await writeFile(join(folder, "b-cutout.png"), "of the user");
  const run = (...rest: string[]) => atelier(home, ["dataset", "cutout", folder, "--beside", ...rest]);

  const first = await run("--background", "#00FF00");
  const green = await pixelOf(join(folder, "a-cutout.png"), 0, 0);
  const second = await run("--background", "white", "--threshold", "0.5");
  const white = await pixelOf(join(folder, "a-cutout.png"), 0, 0);
  await atelier(home, ["dataset", "undo", folder]);

  expect([first.code, second.code]).toEqual([3, 3]);
  expect(first.stderr).toContain("b-cutout.png exists already");
  expect([green, white]).toEqual([
    [0, 255, 0, 255],
    [255, 255, 255, 255],
  ]);
  expect(await pixelOf(join(folder, "a-cutout.png"), 0, 0)).toEqual(green);
  expect(await readFile(join(folder, "b-cutout.png"), "utf8")).toBe("of the user");
  expect((await readdir(folder)).sort()).toEqual(["a-cutout.png", "a.png", "b-cutout.png", "b.png"]);
});

test("a model of u2net's true input and outputs runs end to end, from its file", async () => {
  const [home, folder, output] = [await newFolder(), await newFolder(), await newFolder()];
  await drawSubject(folder, { name: "wide.png", width: 333, height: 77 });

  const { code, stdout } = await atelier(home, [
    ...["dataset", "cutout", folder, "--model", u2netShaped, "--matting", "200,20,4"],
    ...["--output", join(output, "new"), "--json"],
  ]);

  const { pictures, model } = JSON.parse(stdout);
  expect([code, basename(model)]).toEqual([0, "u2net-random.onnx"]);
  const { width, height, channels } = await sharp(pictures[0].after).metadata();
  expect([width, height, channels]).toEqual([333, 77, 4]);
  expect(dirname(pictures[0].after)).toBe(join(output, "new"));
});

test.each([
  [["--background", "red"], 2, "transparent, white or #rrggbb"],
  [["--matting", "10,240,10"], 2, "foreground, background, erode"],
  [["--beside", "--output", "x"], 2, "two places"],
  [["--model", "nonsense"], 1, 'There is no cut-out model "nonsense"'],
] as const)("%j is refused with what was expected", async (given, wanted, words) => {
  const [home, folder] = [await newFolder(), await newFolder()];
  await drawSubject(folder, { name: "a.png" });
  const { code, stderr } = await atelier(home, ["dataset", "cutout", folder, ...given]);
  expect(stderr).toContain(words);
  expect(code).toBe(wanted);
});

test("a model that is absent and may not be downloaded ends the job with the reason", async () => {
  const [home, folder] = [await newFolder(), await newFolder()];
  await drawSubject(folder, { name: "a.png" });
  const environment = { HF_HUB_OFFLINE: "1", HOME: home, U2NET_HOME: home };
  const { code, stderr } = await atelier(home, ["dataset", "cutout", folder, "--model", "u2netp"], environment);
  expect([code, stderr.includes("u2netp is not on this machine, and HF_HUB_OFFLINE forbids")]).toEqual([1, true]);
});

test("the new set may not lie inside the folder it is made of", async () => {
  const [home, folder] = [await newFolder(), await newFolder()];
  await drawSubject(folder, { name: "a.png" });
  const { code, stderr } = await atelier(home, ["dataset", "cutout", folder, "--output", join(folder, "x")]);
  expect([code, stderr.includes("lies inside")]).toEqual([2, true]);
});
