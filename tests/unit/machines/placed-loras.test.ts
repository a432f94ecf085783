import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { createPlacedLoras } from "../../../sidecar/machines/worker/placed-loras.js";
import { temporaryFolders } from "../../support/temporary-folder.js";

const newFolder = temporaryFolders();
const never = new AbortController().signal;

/** A machine whose cache holds these files, by their text. */
async function machine(texts: readonly string[]) {
  const [folder, loraFolder] = [await newFolder(), await newFolder()];
  const files = new Map<string, string>();
  const loras = texts.map((text) => {
    const hash = createHash("sha256").update(text).digest("hex");
    const name = `okara-${hash.slice(0, 8)}`;
    files.set(hash, join(folder, `${hash}.safetensors`));
    return { name, file: { hash, size: Buffer.byteLength(text), name: "file.safetensors", path: "" } };
  });
  for (const [at, text] of texts.entries()) await writeFile(files.get(loras[at]?.file.hash ?? "") ?? "", text);
  const cache = {
    file: async ({ hash }: { hash: string }) => files.get(hash) ?? "",
    folder: async () => "",
    fetched: () => 0,
  };
  const record = join(folder, "loras.json");
  return { loraFolder, loras, open: () => createPlacedLoras(record, cache) };
}

test("files lie below the WebUI's folder under their names; what no sweep needs is taken away, also by a later process", async () => {
  const { loraFolder, loras, open } = await machine(["first", "second"]);
  await open().bring(loraFolder, loras, never);
  const ours = join(loraFolder, "atelier-sweep");
  expect((await readdir(ours)).sort()).toEqual(loras.map(({ name }) => `${name}.safetensors`).sort());
  const [first, second] = loras;
  expect(await readFile(join(ours, `${first?.name}.safetensors`), "utf8")).toBe("first");
  expect(await open().keep(new Set([second?.file.hash ?? ""]))).toBe(1);
  expect(await readdir(ours)).toEqual([`${second?.name}.safetensors`]);
  expect(await open().keep(new Set())).toBe(1);
  // The folder goes with its last file.
  expect(await readdir(loraFolder)).toEqual([]);
});

test("a file of the user's stays: one that was there before, and one that took the place of ours", async () => {
  const { loraFolder, loras, open } = await machine(["first", "second"]);
  const [first, second] = loras.map(({ name }) => join(loraFolder, "atelier-sweep", `${name}.safetensors`));
  await mkdir(join(loraFolder, "atelier-sweep"));
  await writeFile(first ?? "", "first");
  await open().bring(loraFolder, loras, never);
  await writeFile(`${second}.new`, "the user's");
  await rename(`${second}.new`, second ?? "");
  await open().keep(new Set());
  expect(await readFile(first ?? "", "utf8")).toBe("first");
  expect(await readFile(second ?? "", "utf8")).toBe("the user's");
});

test.each(["../evil", "a/b", "", ".hidden", "a\\b"])("a name that leads elsewhere is refused: %j", async (name) => {
  const { loraFolder, loras, open } = await machine(["first"]);
  const [first] = loras;
  const wrong = first ? [{ ...first, name }] : [];
  await expect(open().bring(loraFolder, wrong, never)).rejects.toThrow("no name of a LoRA file");
});
