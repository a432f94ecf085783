import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { companions } from "../../../sidecar/dataset/companions.js";
import { temporaryFolders } from "../../support/temporary-folder.js";

const newFolder = temporaryFolders();

test("captions, masks and cached latents belong to their picture; what two pictures share to neither alone", async () => {
  const folder = await newFolder();
  const names = [
    "1.png",
    "1.txt",
    "1.npz",
    "1-masklabel.png",
    "10.png",
    "10.txt",
    "a.b.png",
    "a.b.txt",
    "a.txt",
    "2.png",
    "2.jpg",
    "2.txt",
  ];
  for (const name of names) await writeFile(join(folder, name), "");
  const of = (...pictures: string[]) =>
    Object.fromEntries(
      [...companions(pictures.map((name) => join(folder, name)))].map(([path, files]) => [
        path.slice(folder.length + 1),
        files.map((file) => file.slice(folder.length + 1)).sort(),
      ]),
    );

  expect(of("1.png", "10.png", "a.b.png")).toEqual({
    "1.png": ["1-masklabel.png", "1.npz", "1.txt"],
    "10.png": ["10.txt"],
    "a.b.png": ["a.b.txt"],
  });
  expect(of("2.png")).toEqual({ "2.png": [] });
  expect(of("2.png", "2.jpg")).toEqual({ "2.png": ["2.txt"], "2.jpg": [] });
});
