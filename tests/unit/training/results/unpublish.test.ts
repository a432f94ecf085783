import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import sharp from "sharp";
import { openDatabase } from "../../../../sidecar/store/database.js";
import { publishLora } from "../../../../sidecar/training/results/publish.js";
import { publishedLoras } from "../../../../sidecar/training/results/published-table.js";
import { unpublishLora } from "../../../../sidecar/training/results/unpublish.js";
import { writeLora } from "../../../support/lora-file.js";
import { temporaryFolders } from "../../../support/temporary-folder.js";

const newFolder = temporaryFolders();

async function published(own?: string) {
  const [home, work, folder] = [await newFolder(), await newFolder(), await newFolder()];
  const database = openDatabase(home);
  let looked = 0;
  const refreshLoras = async (): Promise<void> => {
    looked += 1;
  };
  const link = { isHere: true, title: "Forge", refreshLoras };
  const house = { database, webuis: { all: () => [Object(link)] } };
  const source = await writeLora(join(work, "okara.safetensors"));
  const picture = join(work, "1.png");
  await sharp({ create: { width: 32, height: 32, channels: 3, background: "#08f" } })
    .png()
    .toFile(picture);
  if (own !== undefined) await writeFile(join(folder, "okara.json"), own);
  const wish = { source, folder, run: null, activationText: "okara", notes: "ours" };
  await publishLora({ ...wish, preview: { path: picture, kind: "given" } }, house);
  return {
    database,
    folder,
    source,
    house,
    names: () => readdir(folder).then((all) => all.sort()),
    looks: () => looked,
  };
}

test("exactly what was put there is taken back, and the WebUI looks again", async () => {
  const { database, folder, house, names, looks } = await published();
  expect(await names()).toEqual(["okara.json", "okara.preview.png", "okara.safetensors"]);

  const taken = await unpublishLora({ name: "okara" }, house);

  expect(taken.removed.map((path) => path.slice(folder.length + 1)).sort()).toEqual([
    "okara.json",
    "okara.preview.png",
    "okara.safetensors",
  ]);
  expect([await names(), looks(), taken.refreshed]).toEqual([[], 2, ["Forge"]]);
  expect(publishedLoras(database)[0]).toMatchObject({ isThere: false, isOurs: false });
  await expect(unpublishLora({ name: "okara" }, house)).rejects.toMatchObject({ code: "notFound" });
  database.close();
});

test("the user's text gets what it lacks, and is as it was afterwards", async () => {
  const own = '{"notes": "mine", "activation text": ""}';
  const { database, folder, house, names } = await published(own);
  const written = JSON.parse(await readFile(join(folder, "okara.json"), "utf8"));
  expect(written).toMatchObject({ notes: "mine", "activation text": "okara" });

  const taken = await unpublishLora({ name: "okara", folder }, house);

  expect(taken.restored).toEqual([join(folder, "okara.json")]);
  expect(await readFile(join(folder, "okara.json"), "utf8")).toBe(own);
  expect(await names()).toEqual(["okara.json"]);
  database.close();
});

test("what the user changed since is the user's", async () => {
  const { database, folder, house, names } = await published();
  await writeFile(join(folder, "okara.json"), '{"notes": "changed"}');
  await writeFile(join(folder, "okara.preview.png"), "another picture");

  const taken = await unpublishLora({ name: "okara" }, house);

  expect(taken.kept.sort()).toEqual([join(folder, "okara.json"), join(folder, "okara.preview.png")]);
  expect(await names()).toEqual(["okara.json", "okara.preview.png"]);
  database.close();
});

test("the last copy of a file is not removed", async () => {
  const { database, source, house, names } = await published();
  await rm(source);

  await expect(unpublishLora({ name: "okara" }, house)).rejects.toMatchObject({ code: "notAllowed" });

  expect(await names()).toHaveLength(3);
  database.close();
});
