import { access, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import iconv from "iconv-lite";
import { atelier } from "../support/command.js";
import { drawPictures } from "../support/pictures.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();

async function captioned(texts: (string | Buffer)[]): Promise<{ folder: string; home: string }> {
  const [folder, home] = [await newFolder(), await newFolder()];
  await drawPictures(folder, texts.length);
  for (const [index, text] of texts.entries()) await writeFile(join(folder, `${index + 1}.txt`), text);
  return { folder, home };
}

const text = (folder: string, name: string): Promise<string> => readFile(join(folder, `${name}.txt`), "utf8");

async function captions(home: string, argumentList: string[]) {
  const { code, stdout, stderr } = await atelier(home, ["captions", ...argumentList, "--json"]);
  return { code, stderr, document: stdout === "" ? null : JSON.parse(stdout) };
}

test.each(["meta.json", "meta.jsonl", "meta.csv", "meta.zip"])("captions go out as %s and come back", async (name) => {
  const { folder, home } = await captioned(["a, b", 'quote " and, 髪\n']);
  const file = join(await newFolder(), name);

  const out = await captions(home, ["export", folder, "--file", file]);
  const refused = await captions(home, ["export", folder, "--file", file]);
  await captions(home, ["set", folder, "--caption", "lost"]);
  const back = await captions(home, ["import", folder, "--file", file]);

  expect(out.document).toMatchObject({ captions: 2 });
  expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining("is there already")]);
  expect(back.document).toMatchObject({ rows: 2, matched: 2, captions: 2, problems: [] });
  expect([await text(folder, "1"), await text(folder, "2")]).toEqual(["a, b", 'quote " and, 髪\n']);
  await captions(home, ["undo", folder]);
  expect(await text(folder, "1")).toBe("lost");
});

test("a caption in Shift_JIS is read, edited in its encoding, and converted on request", async () => {
  const { folder, home } = await captioned([iconv.encode("少女, 笑顔\r\n", "cp932"), "a"]);
  const file = join(folder, "1.txt");

  await captions(home, ["add", folder, "--tags", "髪"]);
  const edited = await readFile(file);
  const unwritable = await captions(home, ["add", folder, "--tags", "♥️😀"]);
  await captions(home, ["encoding", folder, "--to", "utf8"]);
  const converted = await readFile(file, "utf8");
  await captions(home, ["undo", folder]);

  expect(iconv.decode(edited, "cp932")).toBe("少女, 笑顔, 髪\r\n");
  expect(unwritable.code).toBe(3);
  expect(unwritable.document.problems).toMatchObject([{ path: file, code: "unwritableText" }]);
  expect(unwritable.document.changed).toHaveLength(1);
  expect(converted).toBe("少女, 笑顔, 髪\r\n");
  expect(await readFile(file)).toEqual(edited);
});

test("pictures move with their captions and masks, never over a file, and come back with undo", async () => {
  const { folder, home } = await captioned(["keep", "go"]);
  await writeFile(join(folder, "2-masklabel.png"), "mask");
  await writeFile(join(folder, "2.npz"), "latents");
  const other = join(await newFolder(), "20_other");

  const dry = await captions(home, ["move", folder, "--to", other, "--filter", "go", "--dry-run"]);
  const moved = await captions(home, ["move", folder, "--to", other, "--filter", "go"]);
  const names = await readdir(other);
  await captions(home, ["undo", folder]);
  await mkdir(other, { recursive: true });
  await writeFile(join(other, "2.txt"), "there");
  const refused = await captions(home, ["move", folder, "--to", other, "--filter", "go"]);

  expect(dry.document).toMatchObject({ step: null, pictures: 1, files: 4 });
  expect(moved.document).toMatchObject({ pictures: 1, files: 4, problems: [] });
  expect(names.sort()).toEqual(["2-masklabel.png", "2.npz", "2.png", "2.txt"]);
  expect(await text(folder, "2")).toBe("go");
  expect(refused.code).toBe(3);
  expect(refused.document.step).toBeNull();
  expect(await readFile(join(other, "2.txt"), "utf8")).toBe("there");
});

test("what is deleted lies in a trash and can be restored", async () => {
  const { folder, home } = await captioned(["keep", "go"]);

  const unsure = await captions(home, ["delete", folder]);
  await captions(home, ["delete", folder, "--filter", "go"]);
  const gone = (await readdir(folder)).filter((name) => !name.startsWith("."));
  const listed = await captions(home, ["restore", folder, "--list"]);
  const restored = await captions(home, ["restore", folder]);

  expect(unsure.code).toBe(2);
  expect(gone.sort()).toEqual(["1.png", "1.txt"]);
  expect(listed.document.files.map(({ name }: { name: string }) => name).sort()).toEqual(["2.png", "2.txt"]);
  expect(restored.document).toMatchObject({ files: 2, problems: [] });
  expect(await text(folder, "2")).toBe("go");
});

test("a hundred captions that cannot be read stop none of the others, and are listed", async () => {
  const [folder, home] = [await newFolder(), await newFolder()];
  const kinds = ["binary", "long", "folder", "loop"];
  for (let index = 0; index < 120; index += 1) {
    const stem = join(folder, String(index));
    await writeFile(`${stem}.png`, "");
    const kind = index < 100 ? kinds[index % kinds.length] : "good";
    if (kind === "binary") await writeFile(`${stem}.txt`, Buffer.from([0, 255, 254, 0, 129]));
    if (kind === "long") await writeFile(`${stem}.txt`, Buffer.alloc(10_000_000, 97));
    if (kind === "folder") await mkdir(`${stem}.txt`);
    if (kind === "loop") await (await import("node:fs/promises")).symlink(`${stem}.txt`, `${stem}.txt`);
    if (kind === "good") await writeFile(`${stem}.txt`, "a, b");
  }

  const edited = await captions(home, ["remove", folder, "--tags", "b"]);

  expect(edited.code).toBe(3);
  expect(edited.document.captions).toBe(20);
  expect(edited.document.problems).toHaveLength(100);
  expect(await text(folder, "119")).toBe("a");
  await expect(access(join(folder, "0.txt"))).resolves.toBeUndefined();
});
