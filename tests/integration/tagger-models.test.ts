import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "@jest/globals";
import sharp from "sharp";
import { atelier } from "../support/command.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();
const static64 = fileURLToPath(new URL("../../../tests/fixtures/models/static-64", import.meta.url));

async function folderWithBlue(): Promise<string> {
  const folder = await newFolder();
  const background = { r: 51, g: 102, b: 255 };
  await sharp({ create: { width: 80, height: 80, channels: 3, background } })
    .png()
    .toFile(join(folder, "1.png"));
  return folder;
}

test("input size, fixed batch and names are the model's own; BGR order and both thresholds hold", async () => {
  const folder = await folderWithBlue();
  const { stdout } = await atelier(await newFolder(), [
    "tag",
    folder,
    "--model",
    static64,
    "--json",
    "--threshold",
    "0.3",
  ]);

  const [image] = JSON.parse(stdout).images;
  expect(image.rating).toEqual({ general: 0.5 });
  expect(image.tags.map(({ tag, category }: { tag: string; category: string }) => [tag, category])).toEqual([
    ["blue_(colour)", "character"],
    ["green", "general"],
  ]);
  expect(image.tags[1].probability).toBeCloseTo(0.4, 5);
  expect(image.caption).toBe("blue (colour), green");
});

test("a model whose list of tags does not fit, or that is no model, is refused with both numbers or the reason", async () => {
  const [folder, home, short, broken] = [
    await folderWithBlue(),
    await newFolder(),
    await newFolder(),
    await newFolder(),
  ];
  await copyFile(join(static64, "model.onnx"), join(short, "model.onnx"));
  await writeFile(join(short, "selected_tags.csv"), "tag_id,name,category,count\n1,general,9,0\n");
  await mkdir(broken, { recursive: true });
  await writeFile(join(broken, "model.onnx"), "no model");
  await copyFile(join(static64, "selected_tags.csv"), join(broken, "selected_tags.csv"));

  const results = [
    await atelier(home, ["tag", folder, "--model", short]),
    await atelier(home, ["tag", folder, "--model", broken]),
  ];

  expect(results.map(({ code }) => code)).toEqual([1, 1]);
  expect(results[0]?.stderr).toMatch(/gives 4 numbers.*names 1 tags/);
  expect(results[1]?.stderr).toMatch(/cannot be used: .*protobuf/i);
});
