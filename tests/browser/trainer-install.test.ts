import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import sharp from "sharp";
import { browserTabs } from "../support/browser.js";
import { packageIndexes } from "../support/package-index.js";
import { studioAddresses } from "../support/studio-address.js";
import { temporaryFolders } from "../support/temporary-folder.js";
import { fillIndex, installingFrom, TORCH_WHEEL, trainerArchive } from "../support/trainer-repository.js";

const newFolder = temporaryFolders();
const newIndex = packageIndexes();
const startStudio = studioAddresses();
const openTab = browserTabs();

/** Two pictures, of which a plan can be made. */
async function pictures(work: string): Promise<string> {
  const folder = join(work, "10_okara");
  await mkdir(folder);
  const picture = sharp({ create: { width: 64, height: 96, channels: 3, background: "#f4e0c8" } });
  for (const name of ["1.png", "2.png"]) await writeFile(join(folder, name), await picture.clone().png().toBuffer());
  return folder;
}

test("the trainer is installed from the page: shown first, failed with its cause, tried again, chosen", async () => {
  const work = await newFolder();
  const folder = join(work, "sd-scripts");
  const index = await newIndex();
  await fillIndex(index);
  index.files.set("scripts.zip", await trainerArchive());
  const torch = index.files.get(TORCH_WHEEL);
  index.files.delete(TORCH_WHEEL);
  const environment = installingFrom(index, `${index.address}/files/scripts.zip`);
  const { page, errors } = await openTab(await startStudio(join(work, "home"), environment));
  await page.keyboard.press("o");
  await page
    .locator("dialog.picker input")
    .first()
    .fill(await pictures(work));
  await page.keyboard.press("Enter");
  await page.getByRole("option", { name: /^1\.png/ }).waitFor();
  await page.keyboard.press("4");
  await page.getByLabel("Steps you want").fill("100");
  await page.getByRole("button", { name: "Propose a plan" }).click();
  await page.getByRole("button", { name: "Train it" }).click();
  await page.getByRole("button", { name: /^Choose (or install a|another) trainer/ }).click();
  await page.getByRole("button", { name: /^Install (it for me|another one)/ }).click();
  await page.getByLabel("Folder", { exact: true }).fill(folder);
  await page.getByRole("combobox", { name: "PyTorch" }).selectOption("cpu");
  await page.getByText(`${index.address}/simple`).first().waitFor();
  await page.locator(".train-install-facts dd", { hasText: folder }).waitFor();
  const before = existsSync(folder);
  await page.getByRole("button", { name: "Install it", exact: true }).click();
  await page.getByText("There is no package torch==2.6.0", { exact: false }).waitFor();
  await page.locator(".train-install summary", { hasText: "Log" }).last().click();
  await page.getByRole("region", { name: "Log" }).getByText("No matching distribution", { exact: false }).waitFor();
  if (torch) index.files.set(TORCH_WHEEL, torch);
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByText("Installed, and chosen as the trainer").waitFor();
  await page.locator(".train-card.here", { hasText: folder }).getByText("ready to train").waitFor();

  expect(before).toBe(false);
  expect(index.asked.filter((path) => path.endsWith("scripts.zip"))).toHaveLength(1);
  expect(errors).toEqual([]);
}, 300_000);
