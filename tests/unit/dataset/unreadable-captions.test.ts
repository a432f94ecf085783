import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { startSegmenter } from "../../../sidecar/dataset/cutout/segmenter.js";
import { sharedSegmenter } from "../../../sidecar/dataset/cutout/shared-segmenter.js";
import { datasetMethods } from "../../../sidecar/dataset/methods.js";
import { createEmbeddedEngine } from "../../../sidecar/host/jobs/embedded-engine.js";
import { localRoots } from "../../../sidecar/host/roots.js";
import { openSettings } from "../../../sidecar/host/settings/settings.js";
import { openDatabase } from "../../../sidecar/store/database.js";
import { temporaryFolders } from "../../support/temporary-folder.js";

const newFolder = temporaryFolders();

test("one caption that is no text stops no scan, and one in Shift_JIS is read", async () => {
  const folder = await newFolder();
  const database = openDatabase(await newFolder());
  for (const name of ["1.png", "2.png", "3.png"]) await writeFile(join(folder, name), "");
  await writeFile(join(folder, "1.txt"), Buffer.from("00ff", "hex"));
  await writeFile(join(folder, "2.txt"), Buffer.from("944c", "hex"));

  const methods = datasetMethods({
    database,
    roots: localRoots(),
    settings: openSettings(folder),
    engine: createEmbeddedEngine(database, []),
    segmenter: sharedSegmenter(startSegmenter),
    stateFolder: folder,
  });
  const scan = await methods["dataset/scan"]({ folder });

  expect(scan.images.map(({ caption }) => caption)).toEqual([null, "猫", null]);
  expect(scan.captions).toBe(1);
  expect(scan.unreadableCaptions.map(({ path }) => path)).toEqual([join(scan.folder, "1.txt")]);
});
