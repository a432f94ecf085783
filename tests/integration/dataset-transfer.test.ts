import { spawnSync } from "node:child_process";
import { createWriteStream } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { expect, test } from "@jest/globals";
import { ZipFile } from "yazl";
import { placeFiles } from "../../sidecar/dataset/import/plan-import.js";
import { atelier } from "../support/command.js";
import { temporaryFolders } from "../support/temporary-folder.js";
import { treeOf as tree } from "../support/tree.js";

const newFolder = temporaryFolders();

async function pack(file: string, contents: Record<string, string>): Promise<void> {
  const archive = new ZipFile();
  for (const [name, text] of Object.entries(contents)) archive.addBuffer(Buffer.from(text), name);
  archive.end();
  await pipeline(archive.outputStream, createWriteStream(file));
}

test("archives and files come in beside what is there, as one step that is undone", async () => {
  const [home, parent] = [await newFolder(), await newFolder()];
  const folder = join(parent, "おから");
  await mkdir(folder);
  await writeFile(join(folder, "1.png"), "mine");
  const archive = join(parent, "set.zip");
  await pack(archive, {
    "1.png": "theirs",
    "1.txt": "a caption",
    "深い/2.webp": "deep",
    "readme.md": "no picture",
    "__MACOSX/x.png": "of the system",
  });
  await writeFile(join(parent, "loose.JPG"), "loose");
  const before = await tree(parent);
  const run = async (...rest: string[]) => {
    const { code, stdout } = await atelier(home, ["dataset", ...rest, "--json"]);
    return { code, document: JSON.parse(stdout) };
  };

  const dry = await run("import", folder, archive, join(parent, "loose.JPG"), "--dry-run");
  expect(await tree(parent)).toEqual(before);
  const done = await run("import", folder, archive, join(parent, "loose.JPG"));

  expect(dry.document.added).toEqual(done.document.added);
  expect(done.document.leftOut).toEqual([{ name: "readme.md", reason: "unknown" }]);
  expect(done.code).toBe(3);
  expect(await tree(folder)).toEqual({
    "1.png": "mine",
    "1-2.png": "theirs",
    "1-2.txt": "a caption",
    "loose.JPG": "loose",
    "深い/2.webp": "deep",
  });
  expect((await run("undo", folder)).code).toBe(0);
  expect(await tree(parent)).toEqual(before);
});

test("an export holds pictures and captions, overwrites nothing, and comes in again", async () => {
  const [home, parent] = [await newFolder(), await newFolder()];
  const [folder, other] = [join(parent, "set"), join(parent, "other")];
  await mkdir(join(folder, "10_おから"), { recursive: true });
  await mkdir(other);
  const files = { "1.png": "one", "1.txt": "caption, いち", "10_おから/2.jpg": "two" };
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  const archive = join(parent, "out.zip");
  const run = async (...rest: string[]) => atelier(home, ["dataset", ...rest, "--json"]);

  const exported = await run("export", folder, "--to", archive);
  const again = await run("export", folder, "--to", archive);
  const imported = await run("import", other, archive);

  expect(JSON.parse(exported.stdout)).toMatchObject({ pictures: 2, captions: 1, problems: [] });
  expect(again.code).toBe(1);
  expect(again.stderr).toContain("exists already");
  expect(imported.code).toBe(0);
  expect(await tree(other)).toEqual(files);
  expect((await readdir(parent)).sort()).toEqual(["other", "out.zip", "set"]);
});

test("names that lead outside are refused, and what is no archive is told", async () => {
  const [home, parent] = [await newFolder(), await newFolder()];
  const folder = join(parent, "set");
  await mkdir(folder);
  const evil = join(parent, "evil.zip");
  await pack(evil, { "aa/evil.png": "evil", "good.png": "good" });
  // The writer refuses such names, so they are put in afterwards.
  const bytes = await readFile(evil);
  for (let at = bytes.indexOf("aa/evil.png"); at >= 0; at = bytes.indexOf("aa/evil.png", at + 1))
    bytes.write("../evil.png", at);
  await writeFile(evil, bytes);
  await writeFile(join(parent, "broken.zip"), "no archive");

  const done = await atelier(home, ["dataset", "import", folder, evil, "--json"]);
  const broken = await atelier(home, ["dataset", "import", folder, join(parent, "broken.zip"), "--json"]);

  expect(JSON.parse(done.stdout).leftOut).toEqual([{ name: "../evil.png", reason: "refused" }]);
  expect(await tree(folder)).toEqual({ "good.png": "good" });
  expect((await readdir(parent)).sort()).toEqual(["broken.zip", "evil.zip", "set"]);
  expect(broken.code).toBe(2);
  expect(broken.stderr).toContain("no ZIP archive");
});

const hasFfmpeg = spawnSync("ffmpeg", ["-version"]).status === 0;

(hasFfmpeg ? test : test.skip)("frames of a video come in, in their order", async () => {
  const [home, folder, place] = [await newFolder(), await newFolder(), await newFolder()];
  const video = join(place, "動画 1.mp4");
  spawnSync("ffmpeg", ["-f", "lavfi", "-i", "testsrc=duration=3:size=64x64:rate=10", "-y", video]);
  const done = await atelier(home, ["dataset", "import", folder, "--video", video, "--every", "0.5", "--json"]);
  expect(JSON.parse(done.stdout)).toMatchObject({ frames: 6, problems: [] });
  expect((await readdir(folder)).sort()[0]).toBe("動画 1-000001.png");
  await atelier(home, ["dataset", "undo", folder, "--json"]);
  expect(await readdir(folder)).toEqual([]);
});

test("without ffmpeg it is said what to install", async () => {
  const [home, folder] = [await newFolder(), await newFolder()];
  await writeFile(join(folder, "x.mp4"), "");
  const environment = { ATELIER_FFMPEG: join(home, "nothing") };
  const done = await atelier(home, ["dataset", "import", folder, "--video", join(folder, "x.mp4")], environment);
  expect(done.code).toBe(1);
  expect(done.stderr).toContain("Install ffmpeg");
});

test("what shares a stem gets one number, and two archives' files of one name stay apart", () => {
  const file = (from: string, name: string) => ({ from, entry: name, name, bytes: 1 });
  const placed = placeFiles(
    [file("a", "x.png"), file("a", "x.txt"), file("b", "x.png"), file("a", "Y.png")],
    ["x.txt", "y.png"],
  );
  expect(placed.map(({ from, place }) => [from, place])).toEqual([
    ["a", "x-2.png"],
    ["a", "x-2.txt"],
    ["b", "x.png"],
    ["a", "Y-2.png"],
  ]);
});
