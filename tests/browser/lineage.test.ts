import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { browserTabs } from "../support/browser.js";
import { atelier } from "../support/command.js";
import { writeLora } from "../support/lora-file.js";
import { studioAddresses } from "../support/studio-address.js";
import { temporaryFolders } from "../support/temporary-folder.js";
import { shortTraining, standIn } from "../support/training.js";

const newFolder = temporaryFolders();
const startStudio = studioAddresses();
const openTab = browserTabs();

test("a file's way is shown, a stranger is told as one, and the next version opens as a plan of its own", async () => {
  const [home, work] = [await newFolder(), await newFolder()];
  const { config } = await shortTraining(work);
  await atelier(home, ["train", config, "--rehearsal", "--json"], standIn());
  const foreign = await writeLora(join(work, "foreign.safetensors"), { metadata: { ss_output_name: "nobody" } });
  const { page, errors } = await openTab(await startStudio(home));
  await page.keyboard.press("5");
  await page.getByRole("button", { name: "Where from: okara.safetensors" }).click();
  await page.getByText("Byte for byte a file of run 1.").waitFor();
  const dialog = page.locator("dialog.lineage");
  const nodes = await dialog.getByRole("list", { name: "The way of this file" }).getByRole("heading").allTextContents();
  const address = page.url();
  await dialog.getByRole("textbox", { name: "LoRA file", exact: true }).fill(foreign);
  await page.keyboard.press("Enter");
  await page.getByText("No run here made this file.").waitFor();
  const told = await dialog.getByText("ss_output_name: nobody").isVisible();
  await page.keyboard.press("Escape");
  await page.goto(address);
  await page.reload();
  await page.getByText("Byte for byte a file of run 1.").waitFor();
  await dialog.getByRole("button", { name: "Make the next version …" }).click();
  await page.getByText("okara-v2, made from okara").waitFor();
  await page.getByRole("button", { name: "Open this plan" }).click();
  await page.waitForURL(/room=planning.*plan=\d/);

  expect(nodes).toEqual([
    "▦ Pictures",
    "✎ Captions",
    "∑ Plan",
    "▶ Training · run 1",
    "◆ This file",
    "⊞ Sweeps",
    "✓ In WebUIs",
  ]);
  expect(told).toBe(true);
  expect(errors).toEqual([]);
});
