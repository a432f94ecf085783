import { expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import { browserTabs } from "../support/browser.js";
import { drawPictures } from "../support/pictures.js";
import { studioAddresses } from "../support/studio-address.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();
const startStudio = studioAddresses();
const openTab = browserTabs();

async function openFolder(page: Page, folder: string): Promise<void> {
  await page.keyboard.press("o");
  await page.getByLabel("Path of the folder").fill(folder);
  await page.keyboard.press("Enter");
  await page.getByTitle(folder, { exact: true }).waitFor();
  await page.getByRole("listbox", { name: "Pictures of the folder" }).waitFor();
}

test("arrow keys go on when the picture that was clicked has scrolled away; Escape chooses nothing", async () => {
  const folder = await newFolder();
  await drawPictures(folder, 200);
  const { page, errors } = await openTab(await startStudio(await newFolder()));
  await openFolder(page, folder);

  await page.getByRole("option", { name: /^1\.png/ }).click();
  await page.keyboard.press("End");
  await page.getByRole("heading", { name: "200.png" }).waitFor();
  await page.getByRole("option", { name: /^200\.png/ }).waitFor();
  const drawn = await page.locator(".tile").count();
  await page.keyboard.press("ArrowLeft");
  await page.getByRole("heading", { name: "199.png" }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByText("Choose a picture to see it here.").waitFor();

  expect(drawn).toBeLessThan(100);
  expect(errors).toEqual([]);
});

test("each folder shows its own last run, also after a reload", async () => {
  const [first, second] = [await newFolder(), await newFolder()];
  await drawPictures(first, 3);
  await drawPictures(second, 4, 70);
  const { page } = await openTab(await startStudio(await newFolder()));
  for (const [folder, count] of [
    [first, 3],
    [second, 4],
  ] as const) {
    await page.keyboard.press("1");
    await openFolder(page, folder);
    await page.keyboard.press("2");
    await page.getByRole("button", { name: `Tag ${count} pictures` }).click();
    await page.getByText(`${count} pictures tagged`, { exact: true }).waitFor();
  }

  await openFolder(page, first);
  await page.getByText("3 pictures tagged", { exact: true }).waitFor();
  await page.reload();
  await page.getByText("3 pictures tagged", { exact: true }).waitFor();

  expect(await page.getByText("4 pictures tagged", { exact: true }).count()).toBe(0);
});

test("a folder that is not there is said in Japanese, with what to do", async () => {
  const { page } = await openTab(await startStudio(await newFolder()), { locale: "ja-JP" });

  await page.keyboard.press("o");
  await page.getByLabel("フォルダのパス").fill(`${await newFolder()}/none`);
  await page.keyboard.press("Enter");

  await page.getByText(/none がありません。$/).waitFor();
});
