import { writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { expect, test } from "@jest/globals";
import { browserTabs } from "../support/browser.js";
import { atelier } from "../support/command.js";
import { drawPictures } from "../support/pictures.js";
import { studioAddresses } from "../support/studio-address.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();
const startStudio = studioAddresses();
const openTab = browserTabs();

test("the front page tells what a folder needs next, leads there, and keeps its name and its place in the archive", async () => {
  const [home, folder] = [await newFolder(), await newFolder()];
  await drawPictures(folder, 2);
  await writeFile(`${folder}/1.txt`, "okara");
  const { page, errors } = await openTab(await startStudio(home));
  await page.getByText("A project is a folder of pictures").waitFor();
  await page.keyboard.press("o");
  await page.getByLabel("Path of the folder").fill(folder);
  await page.keyboard.press("Enter");
  await page.getByText("2 pictures, 1 caption").first().waitFor();
  await page.getByText("1 project", { exact: true }).waitFor();

  await page.keyboard.press("0");
  await page.getByText("1 picture has no caption: tag it.").waitFor();
  await page.getByRole("button", { name: "Tag them" }).click();
  await page.getByRole("button", { name: "Tag 1 picture" }).waitFor();
  await page.keyboard.press("0");
  await page.getByRole("button", { name: `Story of “${basename(folder)}”` }).click();
  await page.getByRole("button", { name: "Rename" }).click();
  await page.getByLabel("Name of the project").fill("okara");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "okara", exact: true }).waitFor();
  await page.getByRole("button", { name: "Archive" }).click();
  await page.getByRole("button", { name: "← Projects" }).click();
  await page.getByText("Archived (1)").click();
  await page.getByRole("button", { name: "Bring back" }).click();
  await page.getByText("Archived (1)").waitFor({ state: "detached" });

  await page.reload();
  await page.getByRole("button", { name: "Story of “okara”" }).waitFor();
  expect(errors).toEqual([]);
});

test("a page that was open elsewhere before there was a project tells of the one that a job of the command line made", async () => {
  const [home, folder] = [await newFolder(), await newFolder()];
  await drawPictures(folder, 2);
  const { page } = await openTab(await startStudio(home));
  await page.keyboard.press("2");
  await page.getByText("0 projects", { exact: true }).waitFor();

  const { code } = await atelier(home, ["tag", folder]);
  await page.getByText("1 project", { exact: true }).waitFor();

  expect(code).toBe(0);
});
