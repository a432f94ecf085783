import { buffer } from "node:stream/consumers";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { ZipFile } from "yazl";
import { exportZip } from "../../../../sidecar/captions/exchange/export-zip.js";
import { importZip } from "../../../../sidecar/captions/exchange/import-zip.js";
import { matchRows } from "../../../../sidecar/captions/exchange/match-rows.js";
import { inEnglish } from "../../../../sidecar/words/sentence.js";

const zipped = (files: Record<string, string | Buffer>): Promise<Buffer> => {
  const archive = new ZipFile();
  for (const [name, text] of Object.entries(files)) archive.addBuffer(Buffer.from(text), name);
  archive.end();
  return buffer(archive.outputStream);
};

/** Entry names are stored bare, so that one of the same length can be put in their place. */
const renamed = (bytes: Buffer, from: string, to: Buffer | string): Buffer => {
  const changed = Buffer.from(bytes);
  for (let at = changed.indexOf(from); at >= 0; at = changed.indexOf(from)) Buffer.from(to).copy(changed, at);
  return changed;
};

const picture = (name: string, caption: string | null) => ({ path: `/set/${name}`, name, caption });

describe("archives of captions", () => {
  test("what goes out comes back, and the same captions give the same bytes", async () => {
    const letters = fc.string({ unit: fc.constantFrom(...'ab ,"\n\r\uFEFF髪', "🎀", "e\u0301") });
    await fc.assert(
      fc.asyncProperty(fc.array(letters, { maxLength: 5 }), async (texts) => {
        const all = texts.map((text, index) => picture(`10_少女/v1.${index} 写真.png`, text));
        const bytes = await exportZip(all);
        expect((await exportZip([...all].reverse())).equals(bytes)).toBe(true);
        const { rows, problems } = await importZip(bytes);
        expect(problems).toEqual([]);
        const expected = all.map(({ path, caption }) => ({ path, caption }));
        expect(matchRows(rows, all).matched).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });

  test("pictures without a caption are left out; two captions for one file are refused", async () => {
    expect((await importZip(await exportZip([picture("a.png", null)]))).rows).toEqual([]);
    await expect(exportZip([picture("a.png", "x"), picture("a.jpg", "y")])).rejects.toMatchObject({
      code: "badArguments",
    });
  });

  test("only text files are read; names that lead outside and other encodings are problems", async () => {
    const bytes = await zipped({
      "sub/a.txt": "x",
      "b.CAPTION": "y",
      "a.png": "…",
      "__MACOSX/sub/a.txt": "z",
      "zz/out1.txt": "z",
      "yroot.txt": "z",
      "latin.txt": Buffer.from([0xe9]),
    });
    const { rows, problems } = await importZip(renamed(renamed(bytes, "zz/out1", "../out1"), "yroot", "/root"));
    expect(rows.map(({ name, caption }) => [name, caption])).toEqual([
      ["sub/a", "x"],
      ["b", "y"],
    ]);
    expect(problems.map(({ message }) => inEnglish(message).split(":")[0])).toEqual([
      "../out1.txt",
      "/root.txt",
      "latin.txt",
    ]);
  });

  test("names in Shift_JIS", async () => {
    const bytes = renamed(await zipped({ "abcd.txt": "x" }), "abcd", Buffer.from([0x8f, 0xad, 0x8f, 0x97]));
    // The flag that says UTF-8, in the one local and the one central header.
    bytes.writeUInt16LE(bytes.readUInt16LE(6) & ~0x800, 6);
    const central = bytes.indexOf(Buffer.from("PK\u0001\u0002"));
    bytes.writeUInt16LE(bytes.readUInt16LE(central + 8) & ~0x800, central + 8);
    expect((await importZip(bytes)).rows.map(({ name }) => name)).toEqual(["少女"]);
  });

  test("an archive that unpacks beyond reason is refused", async () => {
    const limits = { entries: 3, caption: 100, total: 150, ratio: 200 };
    const many = await zipped({ "a.txt": "", "b.txt": "", "c.txt": "", "d.txt": "" });
    await expect(importZip(many, limits)).rejects.toThrow(/at most 3 files/);
    const long = await zipped({ "a.txt": "x".repeat(80), "b.txt": "y".repeat(80) });
    await expect(importZip(long, limits)).rejects.toThrow(/at most 150 bytes/);
    const { rows, problems } = await importZip(await zipped({ "a.txt": "x".repeat(101), "b.txt": "y" }), limits);
    expect(rows.map(({ name }) => name)).toEqual(["b"]);
    expect(problems[0] && inEnglish(problems[0].message)).toMatch(/at most 100 bytes a caption, found 101/);
    const bomb = await zipped({ "a.txt": " ".repeat(1 << 20), "b.txt": " ".repeat(1 << 20) });
    await expect(importZip(bomb)).rejects.toMatchObject({ code: "badArguments" });
    await expect(importZip(bomb)).rejects.toThrow(/packed at most 200 times/);
  });

  test("a size that lies costs its own caption only", async () => {
    const bytes = await zipped({ "a.txt": "x".repeat(500), "b.txt": "y" });
    const central = bytes.indexOf(Buffer.from("PK\u0001\u0002"));
    bytes.writeUInt32LE(3, central + 24);
    const { rows, problems } = await importZip(bytes);
    expect(rows.map(({ name }) => name)).toEqual(["b"]);
    expect(problems).toHaveLength(1);
  });

  test("no archive", async () => {
    await expect(importZip(Buffer.from("a caption"))).rejects.toMatchObject({ code: "badArguments" });
  });
});
