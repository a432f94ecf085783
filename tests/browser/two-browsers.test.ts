import { readFile, writeFile } from "node:fs/promises";
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

/** An address that lets one more browser in. */
async function addressFor(home: string): Promise<string> {
  const { port, token } = Object(JSON.parse(await readFile(join(home, "endpoint.json"), "utf8")));
  const address = `http://127.0.0.1:${port}/`;
  const answer = await fetch(`${address}one-time-token`, { method: "POST", headers: { "x-atelier-token": token } });
  return `${address}?token=${Object(await answer.json()).token}`;
}

async function openCaptions(page: Page, folder: string): Promise<void> {
  await page.keyboard.press("o");
  await page.getByLabel("Path of the folder").fill(folder);
  await page.keyboard.press("Enter");
  await page.keyboard.press("3");
  await page.getByText("2 of 2 displayed").waitFor();
}

test("what one browser changes the other shows; who is typing there is told and keeps the text", async () => {
  const [home, folder] = [await newFolder(), await newFolder()];
  await drawPictures(folder, 2);
  for (const number of [1, 2]) await writeFile(join(folder, `${number}.txt`), "okara, smile");
  const { page: one } = await openTab(await startStudio(home));
  const { page: other, errors } = await openTab(await addressFor(home));
  await openCaptions(one, folder);
  await openCaptions(other, folder);
  const add = async (tag: string): Promise<void> => {
    await one.getByRole("combobox", { name: "Tags, with commas between" }).fill(tag);
    await one.getByRole("button", { name: "Change 2 captions of 2" }).click();
    await one
      .getByText(new RegExp(`${tag} 2`))
      .first()
      .waitFor();
  };

  await add("hat");
  await other
    .getByText(/^hat 2/)
    .first()
    .waitFor();
  await other.getByRole("combobox", { name: "Tags, with commas between" }).fill("half a word");
  await add("bow");
  await other.getByText("Somebody else has changed this folder.").waitFor();
  const typed = await other.getByRole("combobox", { name: "Tags, with commas between" }).inputValue();
  await other.getByRole("button", { name: "Show it as it is now" }).click();
  await other
    .getByText(/^bow 2/)
    .first()
    .waitFor();

  expect(typed).toBe("half a word");
  await other.getByText("Somebody else has changed this folder.").waitFor({ state: "detached" });
  expect(errors).toEqual([]);
});
