import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { committedTexts } from "../../../sidecar/store/committed-text.js";
import { openDatabase, transaction } from "../../../sidecar/store/database.js";
import { followJournal, recordChanges } from "../../../sidecar/store/journal.js";
import { newStep } from "../../../sidecar/store/steps.js";
import type { TextEncoding } from "../../../sidecar/store/text-encoding.js";
import { undo } from "../../../sidecar/store/undo.js";
import { temporaryFolders } from "../../support/temporary-folder.js";

const newFolder = temporaryFolders();
// "猫", or "猫ね" where the first alone is UTF-8 too; UTF-16 with its mark.
const CAT: [TextEncoding, string][] = [
  ["shift_jis", "944c"],
  ["euc-jp", "c7ada4cd"],
  ["utf16le", "fffe2b73"],
  ["utf16be", "feff732b"],
];

async function folderWith(hex: string) {
  const folder = await newFolder();
  const path = join(folder, "1.txt");
  await writeFile(path, Buffer.from(hex, "hex"));
  return { folder, path, database: openDatabase(await newFolder()) };
}

test.each(CAT)("an edit keeps %s, and undo brings every byte back", async (encoding, hex) => {
  const { folder, path, database } = await folderWith(hex);
  const textOf = committedTexts(database);
  const before = textOf(path);
  expect(textOf.encodingOf(path)).toBe(encoding);
  const after = `${before}、1girl`;
  transaction(database, () => {
    recordChanges(database, newStep(database, { folder, name: "Edit" }), [
      { path, before, after, encoding: { before: encoding, after: encoding } },
    ]);
  });
  const coming = committedTexts(database);
  expect([coming(path), coming.encodingOf(path)]).toEqual([after, encoding]);

  const report = await followJournal(database);
  const followed = committedTexts(database);

  expect(report).toEqual({ written: [path], conflicts: [] });
  expect([followed(path), followed.encodingOf(path)]).toEqual([after, encoding]);

  await undo(database, folder);
  expect((await readFile(path)).toString("hex")).toBe(hex);
});

test("a file can be rewritten in another encoding and come back", async () => {
  const { folder, path, database } = await folderWith("944c");
  transaction(database, () => {
    recordChanges(database, newStep(database, { folder, name: "Convert" }), [
      { path, before: "猫", after: "猫", encoding: { before: "shift_jis", after: "utf8" } },
    ]);
  });

  await followJournal(database);
  const converted = await readFile(path, "utf8");
  await undo(database, folder);

  expect(converted).toBe("猫");
  expect((await readFile(path)).toString("hex")).toBe("944c");
});

test("a text that the encoding cannot hold is refused before anything is committed", async () => {
  const { folder, path, database } = await folderWith("944c");
  const record = () =>
    transaction(database, () => {
      recordChanges(database, newStep(database, { folder, name: "Edit" }), [
        { path, before: "猫", after: "🐈", encoding: { before: "shift_jis", after: "shift_jis" } },
      ]);
    });

  expect(record).toThrow(expect.objectContaining({ code: "unwritableText" }));
  expect(await followJournal(database)).toEqual({ written: [], conflicts: [] });
});

test("a change made from misread text leaves the file alone", async () => {
  const { folder, path, database } = await folderWith("944c");
  transaction(database, () => {
    recordChanges(database, newStep(database, { folder, name: "Edit" }), [{ path, before: "\uFFFDL", after: "cat" }]);
  });

  const report = await followJournal(database);

  expect(report.conflicts.map(({ code }) => code)).toEqual(["changedElsewhere"]);
  expect((await readFile(path)).toString("hex")).toBe("944c");
});

test("one unreadable file fails by its own name, and the others are read", async () => {
  const { folder, path, database } = await folderWith("00ff00");
  await mkdir(join(folder, "2.txt"));
  const textOf = committedTexts(database);

  for (const bad of [path, join(folder, "2.txt")]) {
    expect(() => textOf(bad)).toThrow(
      expect.objectContaining({ code: "unreadableText", message: expect.stringContaining(bad) }),
    );
    expect(() => textOf.encodingOf(bad)).toThrow(expect.objectContaining({ code: "unreadableText" }));
  }
  expect(textOf(join(folder, "3.txt"))).toBeNull();
  expect(textOf.encodingOf(join(folder, "3.txt"))).toBe("utf8");
});
