import { readdir, readFile, rename, stat, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import { browserTabs } from "../support/browser.js";
import { drawPictures } from "../support/pictures.js";
import { studioAddresses } from "../support/studio-address.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();
const startStudio = studioAddresses();
const openTab = browserTabs();

const groundColour = "getComputedStyle(document.body).backgroundColor";

async function openFolder(page: Page, folder: string): Promise<void> {
  await page.keyboard.press("o");
  await page.getByLabel("Path of the folder").fill(folder);
  await page.keyboard.press("Enter");
  await page.getByRole("listbox", { name: "Pictures of the folder" }).waitFor();
}

test("a folder is opened, tagged, looked at and undone on the page; a broken picture is named", async () => {
  const folder = await newFolder();
  await drawPictures(folder, 5);
  await truncate(join(folder, "2.png"), (await stat(join(folder, "2.png"))).size - 30);
  const { page, errors } = await openTab(await startStudio(await newFolder()));
  expect(page.url()).not.toContain("token");

  await openFolder(page, folder);
  await page.getByText("1 picture cannot be read").first().waitFor();
  await page.keyboard.press("2");
  await page.getByRole("button", { name: "Tag 5 pictures" }).click();
  await page.getByText("4 pictures tagged, 1 failed").waitFor();
  await page.getByRole("option", { name: /^1\.png, \d+ tags?$/ }).click();
  await page.getByRole("heading", { name: "Scores by atelier-tiny-tagger" }).waitFor();
  await page.reload();
  await page.getByRole("heading", { name: "Scores by atelier-tiny-tagger" }).waitFor();
  const caption = await readFile(join(folder, "1.txt"), "utf8");
  const chips = await page.getByRole("complementary").locator(".chips li").allTextContents();
  await page.getByRole("button", { name: "Undo “tagging” (4 captions)" }).click();
  await page.getByText("Undone: tagging – 4 captions as before.").waitFor();
  await page.getByRole("button", { name: "Do “tagging” again (4 captions)" }).click();
  await page.getByText("Done again: tagging – 4 captions.").waitFor();
  const again = await readFile(join(folder, "1.txt"), "utf8");
  await page.getByRole("button", { name: "Undo “tagging” (4 captions)" }).click();
  await page.getByRole("button", { name: "Do “tagging” again (4 captions)" }).waitFor();

  expect(chips.join(", ")).toBe(caption);
  expect(again).toBe(caption);
  await expect(stat(join(folder, "1.txt"))).rejects.toMatchObject({ code: "ENOENT" });
  expect(errors.filter((text) => !text.includes("422"))).toEqual([]);
});

test("a reload keeps room, folder and picture; arrow keys move; a link opens the same in another tab", async () => {
  const folder = await newFolder();
  await drawPictures(folder, 12);
  const { page } = await openTab(await startStudio(await newFolder()));
  await openFolder(page, folder);

  await page.getByRole("option", { name: /^1\.png/ }).click();
  await page.keyboard.press("ArrowRight");
  await page.getByRole("heading", { name: "2.png" }).waitFor();
  await page.keyboard.press("End");
  await page.getByRole("heading", { name: "12.png" }).waitFor();
  await page.reload();
  await page.getByRole("heading", { name: "12.png" }).waitFor();
  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.getByRole("heading", { name: "12.png" }).waitFor();

  expect(new URL(page.url()).hash).toContain("room=dataset");
});

test("Japanese and dark are one choice each and stay, also in a room that has nothing yet", async () => {
  const { page } = await openTab(await startStudio(await newFolder()), { locale: "ja-JP", colorScheme: "dark" });

  await page.getByRole("heading", { name: "画像フォルダから始めましょう" }).waitFor();
  const dark = await page.evaluate(groundColour);
  await page.getByLabel("配色").selectOption("light");
  const light = await page.evaluate(groundColour);
  await page.keyboard.press("6");
  await page.getByRole("heading", { name: "どの保存ファイルを、どの強さで使うか" }).waitFor();
  await page.reload();
  await page.getByRole("heading", { name: "どの保存ファイルを、どの強さで使うか" }).waitFor();

  expect(dark).not.toBe(light);
  expect(await page.evaluate(groundColour)).toBe(light);
});

test("without the address that lets a browser in, the page says where to get it", async () => {
  const address = new URL(await startStudio(await newFolder()));

  const { page } = await openTab(address.origin);

  expect(await page.getByText("npm start").count()).toBe(1);
});

test("a folder gets serial names as shown, and its old ones back", async () => {
  const folder = await newFolder();
  await drawPictures(folder, 2);
  await rename(join(folder, "1.png"), join(folder, "髪 a.png"));
  await writeFile(join(folder, "髪 a.txt"), "smile");
  const { page, errors } = await openTab(await startStudio(await newFolder()));
  await page.keyboard.press("o");
  await page.getByLabel("Path of the folder").fill(folder);
  await page.keyboard.press("Enter");

  await page.getByRole("button", { name: "Rename serially …" }).click();
  await page.getByLabel("Digits").fill("3");
  await page.getByRole("list", { name: "Serial names" }).getByText("002.txt").waitFor();
  await page.getByRole("button", { name: "Rename 3 files of 2 pictures" }).click();
  await page.getByText("3 files renamed.").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("option", { name: /^002\.png/ }).waitFor();
  const renamed = (await readdir(folder)).sort();
  await page.getByRole("button", { name: "Undo “Rename serially” (3 files)" }).click();
  await page.getByRole("option", { name: /^髪 a\.png/ }).waitFor();

  expect(renamed).toEqual(["001.png", "002.png", "002.txt"]);
  expect((await readdir(folder)).sort()).toEqual(["2.png", "髪 a.png", "髪 a.txt"]);
  expect(errors).toEqual([]);
});

test("the trainer's eye shows its buckets, and what it cuts away of a picture", async () => {
  const folder = await newFolder();
  await drawPictures(folder, 3);
  const { page, errors } = await openTab(await startStudio(await newFolder()));
  await openFolder(page, folder);

  await page.getByRole("button", { name: "Trainer's eye …" }).click();
  await page.getByText("1 bucket, 3 batches an epoch").waitFor();
  await page.getByLabel("Width", { exact: true }).fill("512");
  await page.getByLabel("Height", { exact: true }).fill("2048");
  await page.getByLabel("Use buckets").uncheck();
  await page.getByText("512×2048").first().waitFor();
  const cut = page.getByRole("img", { name: /^1\.png: \d+ % cut away/ });
  await cut.waitFor();

  expect(await cut.locator("path").getAttribute("d")).toMatch(/V2048H/);
  expect(errors).toEqual([]);
});
