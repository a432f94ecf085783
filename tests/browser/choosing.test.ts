import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import { browserTabs } from "../support/browser.js";
import { drawPictures } from "../support/pictures.js";
import { settledValue } from "../support/settled-value.js";
import { studioAddresses } from "../support/studio-address.js";
import { temporaryFolders } from "../support/temporary-folder.js";
import { untilItReads } from "../support/until-it-reads.js";

const newFolder = temporaryFolders();
const startStudio = studioAddresses();
const openTab = browserTabs();

async function taggedFolder(): Promise<{ folder: string; page: Page; errors: string[] }> {
  const folder = await newFolder();
  await drawPictures(folder, 6);
  const { page, errors } = await openTab(await startStudio(await newFolder()));
  await page.keyboard.press("o");
  await page.getByLabel("Path of the folder").fill(folder);
  await page.keyboard.press("Enter");
  await page.keyboard.press("2");
  await page.getByRole("button", { name: "Tag 6 pictures" }).click();
  await page.getByText("All scores are kept").waitFor();
  return { folder, page, errors };
}

const generalSlider = (page: Page) => page.getByRole("slider", { name: "Threshold for general tags" });
const chips = (page: Page) => page.getByRole("complementary").locator(".chips li:not(.goes)").allTextContents();

test("a moved slider shows what would change, changes nothing by itself, and commits as one step", async () => {
  const { folder, page, errors } = await taggedFolder();
  const file = join(folder, "2.txt");
  const before = await readFile(file, "utf8");
  await page.getByRole("option", { name: /^2\.png/ }).click();

  await generalSlider(page).fill("0.8");
  const change = page.getByRole("button", { name: /^Change \d captions?$/ });
  await change.waitFor();
  await page.getByRole("complementary").locator(".chips .goes").first().waitFor();
  const chosen = await chips(page);
  const untouched = await readFile(file, "utf8");
  await change.click();
  await page.getByText(/^\d captions? changed\.$/).waitFor();
  await page.getByText("– no change").waitFor();
  // The page shows what is committed; the file follows.
  await expect(untilItReads(file, chosen.join(", "))).resolves.toBeUndefined();
  await page.getByRole("button", { name: /^Undo “choosing tags”/ }).click();
  await page.getByText(/^Undone: choosing tags/).waitFor();

  expect(untouched).toBe(before);
  expect(chosen.join(", ")).not.toBe(before);
  expect(await readFile(file, "utf8")).toBe(before);
  expect(errors).toEqual([]);
});

test("the folder's tags: one is left out with a click and taken back; concept and preset set the sliders; a reload keeps the choice", async () => {
  const { page } = await taggedFolder();
  const table = page.getByRole("complementary");
  await table.getByRole("heading", { name: "Tags of the folder" }).waitFor();

  await table.getByRole("button", { name: "Never write “tall image”" }).click();
  await page.getByRole("button", { name: "Change 6 captions" }).waitFor();
  await table.getByRole("button", { name: "tall image", exact: true }).click();
  await page.getByText("The captions are as chosen.").waitFor();
  await page.getByLabel("What is taught").selectOption("character");
  await page.getByText("A character: high thresholds").waitFor();
  const forCharacter = await generalSlider(page).inputValue();
  await page.getByLabel("Presets").selectOption("outfit");
  await page.reload();
  await page.getByText("All scores are kept").waitFor();

  expect(forCharacter).toBe("0.7");
  expect(await settledValue(generalSlider(page), "0.25")).toBe("0.25");
});

test("at 800 pixels and in Japanese the same is there", async () => {
  const { page } = await taggedFolder();
  await page.setViewportSize({ width: 800, height: 700 });
  // Behind a button where there is little room.
  await page.getByRole("button", { name: "Appearance" }).click();
  await page.getByLabel("Language").selectOption("ja");

  await page.getByRole("slider", { name: "一般タグのしきい値" }).fill("0.9");
  await page.getByRole("button", { name: /^キャプション \d 件を変更$/ }).click();

  await page.getByText(/^キャプション \d 件を変更しました。$/).waitFor();
  const wide = await page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");
  expect(wide).toBe(false);
});
