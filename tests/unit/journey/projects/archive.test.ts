import { createWriteStream } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { expect, test } from "@jest/globals";
import { ZipFile } from "yazl";
import { parseManifest } from "../../../../sidecar/journey/projects/archive/archive-format.js";
import { parseCells, parseScores } from "../../../../sidecar/journey/projects/archive/parse-rows.js";
import { localPaths, portablePaths } from "../../../../sidecar/journey/projects/archive/portable-paths.js";
import { openArchive } from "../../../../sidecar/journey/projects/archive/read-zip.js";
import { temporaryFolders } from "../../../support/temporary-folder.js";

const newFolder = temporaryFolders();

async function zip(files: Record<string, string | Buffer>): Promise<string> {
  const path = join(await newFolder(), "project.zip");
  const archive = new ZipFile();
  for (const [name, bytes] of Object.entries(files)) archive.addBuffer(Buffer.from(bytes), name);
  archive.end();
  await pipeline(archive.outputStream, createWriteStream(path));
  return path;
}

const manifest = {
  format: "lora-atelier-project",
  version: 1,
  atelier: "0.1.0",
  exported: "2026-11-26T05:00:00.000Z",
  project: { key: "0b1c8a52-1d6c", name: "okara", created: "2026-11-26T03:00:00.000Z" },
  folders: ["okara"],
  pictures: [],
  subjects: [],
  steps: [],
  plans: [],
  runs: [],
  sweeps: [],
  installed: [],
};
const parse = (given: object) => parseManifest("a.zip", JSON.stringify({ ...manifest, ...given }));

test("paths of this machine are numbers in an archive, and paths of the other machine where it is read", () => {
  const known = [
    { path: "/home/me/okara", root: "atelier:folder/0" as const },
    { path: "/home/me/okara/out", root: "atelier:output/3" as const },
  ];
  const there = portablePaths(known, "/home/me");
  const told = there.deep({
    folder: "/home/me/okara",
    files: ["/home/me/okara/out/a.safetensors", "/home/me/okara-2/x.png", "C:\\models\\base.safetensors"],
    contents: { "/home/me/okara/out/a.safetensors": "hash" },
    prompt: "1girl, okara / night, <lora:a:1>",
    steps: 10,
  });
  expect(told).toEqual({
    folder: "atelier:folder/0",
    files: ["atelier:output/3/a.safetensors", "atelier:elsewhere/x.png", "atelier:elsewhere/base.safetensors"],
    contents: { "atelier:output/3/a.safetensors": "hash" },
    prompt: "1girl, okara / night, <lora:a:1>",
    steps: 10,
  });
  expect(JSON.stringify(told)).not.toContain("/home");
  expect(there.text("read /home/me/okara/1.png with /home/me/venv")).toBe("read atelier:folder/0/1.png with ~/venv");

  const here = localPaths(
    new Map([
      ["atelier:folder/0", "/mnt/o"],
      ["atelier:output/3", "/state/3"],
    ]),
  );
  expect(here.deep(told)).toMatchObject({
    folder: "/mnt/o",
    files: ["/state/3/a.safetensors", "x.png", "base.safetensors"],
    contents: { "/state/3/a.safetensors": "hash" },
  });
  expect(here.whole("atelier:folder/0/../../etc/passwd")).toBe("passwd");
  expect(here.whole("atelier:folder/9/a")).toBe("a");
});

test("a manifest of another program, a newer one and one that is off are told apart", () => {
  expect(parse({}).project.name).toBe("okara");
  expect(() => parse({ format: "zip" })).toThrow("of another program");
  expect(() => parse({ version: 2 })).toThrow("version 2 of the format; this program knows versions up to 1");
  expect(() => parse({ folders: [] })).toThrow("/folders");
  expect(() => parse({ pictures: [{ folder: 0, name: "1.png", content: "x", bytes: 1, caption: null }] })).toThrow(
    "/pictures/0/content",
  );
  expect(() => parseManifest("a.zip", "{")).toThrow("no JSON");
});

test("no ZIP, half of one, one without a project, and one whose names lead elsewhere are refused by name", async () => {
  const good = await zip({ "project.json": JSON.stringify(manifest), "captions/aa/1.txt": "okara" });
  const archive = await openArchive(good);
  expect(JSON.parse(await archive.text("project.json"))).toEqual(manifest);
  expect(await archive.text("scores.jsonl")).toBe("");
  archive.close();

  const bytes = await readFile(good);
  const changed = async (change: (copy: Buffer) => Buffer): Promise<string> => {
    const path = join(await newFolder(), "bad.zip");
    await writeFile(path, change(Buffer.from(bytes)));
    return path;
  };
  const renamed = (copy: Buffer): Buffer =>
    Buffer.from(copy.toString("latin1").replaceAll("captions/aa/1.txt", "captions/../../x"), "latin1");
  const holdsNone = /holds no project that can be read/;
  await expect(openArchive(await changed((copy) => copy.subarray(0, copy.length / 2)))).rejects.toThrow(holdsNone);
  await expect(openArchive(await changed(() => Buffer.from("hello")))).rejects.toThrow(holdsNone);
  await expect(openArchive(await changed(renamed))).rejects.toMatchObject({ code: "badArguments" });
  await expect(openArchive(await zip({ "a.txt": "x" }))).rejects.toThrow("it has no project.json");
});

test("an archive that unpacks to hundreds of times its size is refused before it is unpacked", async () => {
  const bomb = await zip({ "project.json": JSON.stringify(manifest), "scores.jsonl": Buffer.alloc(70 * 2 ** 20) });
  await expect(openArchive(bomb)).rejects.toThrow(/it unpacks to \d+ times its size/);
});

test("a damaged entry is told by its name", async () => {
  const path = await zip({ "project.json": JSON.stringify({ ...manifest, atelier: "x".repeat(5000) }) });
  const bytes = await readFile(path);
  // In the middle of what is packed.
  bytes.fill(0xff, 60, 90);
  await writeFile(path, bytes);
  const archive = await openArchive(path);
  await expect(archive.text("project.json")).rejects.toThrow(/project\.json/);
  archive.close();
});

test("rows that are off are left out, and stop nothing", () => {
  const hash = "a".repeat(64);
  const model = JSON.stringify({ model: 1, key: "k", name: "wd", labels: ["a", "b"] });
  const score = (bytes: number, content = hash): string =>
    JSON.stringify({ content, of: 1, scores: Buffer.alloc(bytes).toString("base64") });
  const { models, scores } = parseScores([model, score(16), score(8, "x"), score(7), score(800), "{", ""].join("\n"));
  expect([models.size, scores.length]).toEqual([1, 1]);
  const cell = { key: hash, state: "drawn", content: hash, width: 8, height: 8, proof: null, request: {} };
  const lines = [cell, { ...cell, state: "burnt" }, { ...cell, content: "../x" }].map((one) => JSON.stringify(one));
  expect(parseCells(lines.join("\n"), (value) => value)).toHaveLength(1);
});
