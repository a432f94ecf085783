import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import { browserTabs } from "../support/browser.js";
import { drawPictures } from "../support/pictures.js";
import { studioAddresses } from "../support/studio-address.js";
import { temporaryFolders } from "../support/temporary-folder.js";
import { untilItReads } from "../support/until-it-reads.js";

const newFolder = temporaryFolders();
const startStudio = studioAddresses();
const openTab = browserTabs();

async function openCaptions(texts: string[]): Promise<{ folder: string; page: Page; errors: string[] }> {
  const folder = await newFolder();
  await drawPictures(folder, texts.length);
  for (const [index, text] of texts.entries()) await writeFile(join(folder, `${index + 1}.txt`), text);
  const { page, errors } = await openTab(await startStudio(await newFolder()));
  await page.keyboard.press("o");
  await page.getByLabel("Path of the folder").fill(folder);
  await page.keyboard.press("Enter");
  await page.keyboard.press("3");
  await page.getByText(`${texts.length} of ${texts.length} displayed`).waitFor();
  return { folder, page, errors };
}

test("the article's way: filter by a tag, see what would change, do it, undo it by name", async () => {
  const { folder, page, errors } = await openCaptions(["okara, skirt, smile", "okara, smile", "okara, skirt"]);
  await page.getByRole("button", { name: /^skirt 2/ }).click();
  await page.getByText("2 of 3 displayed").waitFor();

  await page.getByLabel("Change", { exact: true }).selectOption("remove");
  await page.getByRole("combobox", { name: /^Tags, with commas between; / }).fill("skirt");
  await page.getByRole("list", { name: "What will change" }).locator("del", { hasText: "skirt" }).first().waitFor();
  const untouched = await readFile(join(folder, "1.txt"), "utf8");
  await page.getByRole("button", { name: "Change 2 captions of 2" }).click();
  await untilItReads(join(folder, "1.txt"), "okara, smile");
  await page.getByRole("button", { name: /^Undo “Remove: skirt” \(2 captions\)/ }).click();
  await untilItReads(join(folder, "1.txt"), "okara, skirt, smile");

  expect(untouched).toBe("okara, skirt, smile");
  expect(await readFile(join(folder, "2.txt"), "utf8")).toBe("okara, smile");
  expect(errors).toEqual([]);
});

test("with the keyboard alone: next picture, a tag added, one deleted, one renamed, undone", async () => {
  const { folder, page, errors } = await openCaptions(["a, b", "c, d"]);
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await page.getByRole("button", { name: "Tag d" }).waitFor();
  await page.keyboard.press("t");
  await page.keyboard.type("new tag");
  await page.keyboard.press("Enter");
  await untilItReads(join(folder, "2.txt"), "c, d, new tag");
  await page.keyboard.press("Escape");
  await page.keyboard.press("c");
  await page.keyboard.press("Delete");
  await untilItReads(join(folder, "2.txt"), "d, new tag");
  await page.locator(".tag-chip:focus").waitFor();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Control+a");
  await page.keyboard.type("e");
  await page.keyboard.press("Enter");
  await untilItReads(join(folder, "2.txt"), "e, new tag");
  await page.locator(".tag-chip:focus").waitFor();
  await page.keyboard.press("Control+z");
  await untilItReads(join(folder, "2.txt"), "d, new tag");
  expect(await readFile(join(folder, "1.txt"), "utf8")).toBe("a, b");
  expect(errors).toEqual([]);
});

test("marked pictures are what is meant; a doubt is answered by one key", async () => {
  const texts = Array.from({ length: 6 }, (_, index) => (index === 4 ? "x" : "x, smile"));
  const { folder, page, errors } = await openCaptions([...texts, ...Array.from({ length: 6 }, () => "x, smile")]);
  await page.getByRole("option", { name: /^1\.png/ }).click();
  await page.getByRole("option", { name: /^3\.png/ }).click({ modifiers: ["Shift"] });
  await page.getByText("3 marked").waitFor();
  await page.getByRole("combobox", { name: "Tags, with commas between" }).fill("happy");
  await page.getByRole("button", { name: "Change 3 captions of 3" }).click();
  await untilItReads(join(folder, "3.txt"), "x, smile, happy");

  await page.getByRole("button", { name: "Answer them one by one" }).click();
  await page.getByText("“smile” – is it there?").waitFor();
  await page.keyboard.press("y");
  await untilItReads(join(folder, "5.txt"), "x, smile");
  expect(await readFile(join(folder, "4.txt"), "utf8")).toBe("x, smile");
  expect(errors).toEqual([]);
});

test("saving when asked: captions wait, also over a reload, until Ctrl+S; a named state is gone back to", async () => {
  const { folder, page, errors } = await openCaptions(["okara, skirt", "skirt"]);
  await page.getByRole("button", { name: "Files …" }).click();
  await page.getByLabel(/When I save/).check();
  await page.keyboard.press("Escape");
  await page.getByLabel("Change", { exact: true }).selectOption("remove");
  await page.getByRole("combobox", { name: /^Tags, with commas between; / }).fill("skirt");
  await page.getByRole("button", { name: "Change 2 captions of 2" }).click();
  await page.getByRole("button", { name: "Save 2 captions" }).waitFor();
  expect(await readFile(join(folder, "1.txt"), "utf8")).toBe("okara, skirt");

  await page.getByRole("button", { name: "History" }).click();
  await page.getByLabel("A name for the captions as they are now").fill("bare");
  await page.keyboard.press("Enter");
  await page.getByText("bare").waitFor();
  await page.reload();
  await page.getByRole("button", { name: "Save 2 captions" }).waitFor();
  await page.keyboard.press("Control+s");
  await untilItReads(join(folder, "1.txt"), "okara");

  await page.getByRole("button", { name: /^Undo “Remove: skirt”/ }).click();
  await page.getByRole("button", { name: "Save 2 captions" }).click();
  await untilItReads(join(folder, "1.txt"), "okara, skirt");
  await page.getByRole("button", { name: "History" }).click();
  await page
    .getByRole("listitem")
    .filter({ hasText: "bare" })
    .getByRole("button", { name: "Go to this state" })
    .click();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Save 2 captions" }).click();
  await untilItReads(join(folder, "1.txt"), "okara");
  expect(errors).toEqual([]);
});
