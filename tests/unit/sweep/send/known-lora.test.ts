import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { openDatabase } from "../../../../sidecar/store/database.js";
import { digestFile } from "../../../../sidecar/store/file-content.js";
import { knownLora } from "../../../../sidecar/sweep/send/known-lora.js";
import { publishLora } from "../../../../sidecar/training/results/publish.js";
import { fakeWebui } from "../../../support/drawing-link.js";
import { writeLora } from "../../../support/lora-file.js";
import { temporaryFolders } from "../../../support/temporary-folder.js";

const newFolder = temporaryFolders();

async function house(where: "elsewhere" | "there") {
  const [home, work, folder] = [await newFolder(), await newFolder(), await newFolder()];
  const database = openDatabase(home);
  const path = await writeLora(join(where === "there" ? folder : work, "okara.safetensors"));
  const link = fakeWebui({ loraFolder: folder });
  const lora = { path, content: await digestFile(path) };
  const known = async () =>
    knownLora(database, lora, {
      link,
      loraFolder: folder,
      listed: await link.loras(AbortSignal.timeout(9000)),
      signal: AbortSignal.timeout(9000),
    });
  return { database, folder, lora, known };
}

test("a file that is not among the WebUI's is put there; then, and once it is installed, it is known by its name", async () => {
  const { database, folder, lora, known } = await house("elsewhere");

  const first = await known();
  expect(first.status).toBe("placed");
  expect(first.name).toMatch(/^okara-[\da-f]{8}$/);
  expect(await known()).toEqual({ name: first.name, status: "known" });

  const webuis = { all: () => [] };
  await publishLora({ source: lora.path, folder, run: null, preview: null, name: "tofu" }, { database, webuis });
  expect(await known()).toEqual({ name: "tofu", status: "known" });
  database.close();
});

test("the user's own file goes before a sweep's link to it; one that cannot be put anywhere is missing", async () => {
  const { database, known } = await house("there");
  expect(await known()).toEqual({ name: "okara", status: "known" });
  database.close();

  const other = await house("elsewhere");
  await mkdir(join(other.folder, "x"));
  await writeLora(other.lora.path, { up: 0.75 });
  expect((await other.known()).status).toBe("missing");
  other.database.close();
});
