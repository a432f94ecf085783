import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { ownModel } from "../../../sidecar/machines/worker/own-models.js";
import { temporaryFolders } from "../../support/temporary-folder.js";

const newFolder = temporaryFolders();

test("a model of that name is found among a machine's own, whatever the studio's system; a picture is not", async () => {
  const folder = await newFolder();
  const own = join(folder, "SDXL", "base.safetensors");
  await mkdir(join(folder, "SDXL"));
  for (const path of [own, join(folder, "01.png")]) await writeFile(path, "x");
  expect(ownModel("D:\\models\\base.safetensors", ["/gone", folder])).toBe(own);
  expect(ownModel("/models/base.safetensors", [folder])).toBe(own);
  expect(ownModel("/models/other.safetensors", [folder])).toBeNull();
  expect(ownModel("/set/01.png", [folder])).toBeNull();
});
