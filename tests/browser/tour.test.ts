import { expect, test } from "@jest/globals";
import { browserTabs } from "../support/browser.js";
import { studioAddresses } from "../support/studio-address.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();
const startStudio = studioAddresses();
const openTab = browserTabs();

test("who is new is shown around by keyboard, beside things that can be used meanwhile, and is never asked again", async () => {
  const { page, errors } = await openTab(await startStudio(await newFolder()));
  const stop = (title: string) => page.getByRole("dialog", { name: title });
  await page.getByRole("button", { name: "Show me around" }).press("Enter");

  for (const title of ["See the whole way first", "Your pictures", "The way"]) {
    await stop(title).waitFor();
    await page.keyboard.press("ArrowRight");
  }
  await stop("What is running").waitFor();
  for (const title of ["The way", "Your pictures"]) {
    await page.keyboard.press("ArrowLeft");
    await stop(title).waitFor();
  }
  await stop("Your pictures").getByRole("button", { name: "Next" }).and(page.locator(":focus")).waitFor();
  // Round the card, then to the thing itself.
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.getByLabel("Path of the folder").waitFor();
  await page.keyboard.press("Escape");
  await stop("Your pictures").getByRole("button", { name: "Next" }).and(page.locator(":focus")).waitFor();
  for (const title of [
    "Your pictures",
    "The way",
    "What is running",
    "What works on this machine",
    "Once for all rooms",
  ]) {
    await stop(title).waitFor();
    await page.keyboard.press("ArrowRight");
  }
  await stop("Find anything").getByRole("button", { name: "Done" }).press("Enter");
  // Where one was last, the keyboard goes on.
  await page.locator('[data-tour="find"]:focus').waitFor();

  await page.reload();
  await page.getByRole("button", { name: "Settings", exact: true }).click();
  await page.locator('[data-setting="page.tour"] input:not(:checked)').waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  expect(await page.getByRole("button", { name: "Show me around" }).count()).toBe(0);
  await page.locator("body").press("?");
  await page.getByRole("button", { name: "Show me around" }).click();
  await stop("See the whole way first").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  expect(errors).toEqual([]);
});
