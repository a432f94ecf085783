import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { browserTabs } from "../support/browser.js";
import { writeLora } from "../support/lora-file.js";
import { studioAddresses } from "../support/studio-address.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();
const startStudio = studioAddresses();
const openTab = browserTabs();

test("any LoRA file by its path: looked through, made smaller with a stand-in, stopped, and found again", async () => {
  const work = await newFolder();
  const file = await writeLora(join(work, "okara.safetensors"));
  const environment = { ATELIER_STAND_IN_TOOL: JSON.stringify({ seconds: 3 }) };
  const { page, errors } = await openTab(await startStudio(await newFolder(), environment));
  await page.keyboard.press("5");
  await page.getByRole("textbox", { name: "LoRA file (whole path)" }).fill(file);
  await page.keyboard.press("Enter");
  await page.getByText("Whole, and nothing speaks against it.").waitFor();
  const block = await page.getByRole("row", { name: /^unet down 1/ }).textContent();

  const choice = page.getByRole("combobox", { name: "What to do" });
  await choice.selectOption("resize");
  const dimension = page.getByRole("spinbutton", { name: "New dimension", exact: true });
  await dimension.fill("9");
  await page.getByRole("button", { name: "Rehearse it" }).click();
  await page.getByText("larger than that of", { exact: false }).waitFor();
  await dimension.fill("2");
  await page.getByRole("button", { name: "Rehearse it" }).click();
  await page.getByText(/\d+ of 20/).waitFor();
  await page.getByText("Done: the new file is whole").first().waitFor();
  await page.getByRole("button", { name: "Another tool" }).click();
  await choice.selectOption("check");
  await page.getByRole("button", { name: "Rehearse it" }).click();
  await page.getByRole("button", { name: "Stop" }).click();
  await page.getByText("Stopped: nothing was written").first().waitFor();
  await page.getByRole("button", { name: "Close" }).click();
  await page.getByRole("button", { name: "Show: Resize: fewer dimensions, smaller file, 1" }).click();
  await page.getByRole("dialog").getByText("New file:", { exact: false }).waitFor();

  expect(block).toContain("13.9");
  expect((await readdir(work)).sort()).toEqual(["okara-dim2.safetensors", "okara.safetensors"]);
  expect(errors).toEqual([]);
});
