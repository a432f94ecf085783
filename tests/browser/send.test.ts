import { join } from "node:path";
import { expect, test } from "@jest/globals";
import sharp from "sharp";
import { withParameters } from "../../sidecar/webui/png-parameters.js";
import { browserTabs } from "../support/browser.js";
import { atelier } from "../support/command.js";
import { writeLora } from "../support/lora-file.js";
import { drawPictures } from "../support/pictures.js";
import { studioAddresses } from "../support/studio-address.js";
import { temporaryFolders } from "../support/temporary-folder.js";
import { frameInWebui, sendFromGallery } from "../support/webui-page.js";

const newFolder = temporaryFolders();
const startStudio = studioAddresses();
const openTab = browserTabs();

const infotext = `少女, "okara" & co
Negative prompt: blurry
Steps: 33, Sampler: Euler a, CFG scale: 6, Seed: 41, Size: 640x512`;

test("a picture of the WebUI's gallery opens the form, is looked at, or joins the set; its tags go back", async () => {
  const folder = await newFolder();
  await drawPictures(folder, 1);
  const blank = sharp({ create: { width: 64, height: 64, channels: 3, background: "#c84" } }).png();
  const png = withParameters(await blank.toBuffer(), infotext);
  const home = await newFolder();
  const { page, errors } = await openTab(await startStudio(home));
  await page.getByRole("button", { name: "Open a folder" }).first().waitFor();
  await frameInWebui(page, png);
  const studio = page.frameLocator("iframe");
  const dialog = studio.getByRole("dialog", { name: "A picture from the WebUI" });
  await studio.getByRole("button", { name: "Open a folder" }).first().click();
  await studio.getByLabel("Path of the folder").fill(folder);
  await studio.getByRole("button", { name: "Open this folder" }).click();
  await studio.getByRole("option", { name: /^1\.png/ }).waitFor();

  await sendFromGallery(page);
  await dialog.getByText("Seed: 41", { exact: false }).waitFor();
  if (process.env.SCREENSHOTS) await page.screenshot({ path: join(process.env.SCREENSHOTS, "send.png") });
  await dialog.getByRole("button", { name: /^Add it to / }).click();
  await studio.getByText("1 file will be added").waitFor();
  await page.keyboard.press("Escape");

  await sendFromGallery(page);
  await dialog.getByRole("button", { name: "Look at its tags" }).click();
  await studio.getByRole("button", { name: "Send to img2img" }).click();
  await page.waitForFunction("window.image");
  const tags = await page.locator("#img2img_prompt textarea").inputValue();
  await page.getByRole("button", { name: "LoRA Atelier" }).click();
  await studio.getByRole("button", { name: "Send to PNG Info" }).click();
  await page.waitForFunction("window.pnginfo");

  const isShown = await page.locator("#tab_pnginfo").isVisible();
  await page.getByRole("button", { name: "LoRA Atelier" }).click();
  await sendFromGallery(page);
  await dialog.getByRole("button", { name: "Plan a sweep with its settings" }).click();
  // No file was in its prompt, and none of the folder fits: it waits for one.
  await studio.getByLabel("A LoRA file, or a folder of them").fill(await writeLora(join(folder, "okara.safetensors")));
  await studio.getByRole("button", { name: "Add", exact: true }).click();
  await studio.getByText("少女", { exact: false }).first().waitFor();

  // Somebody puts a file among the WebUI's from the command line: its cards are drawn anew.
  const words = ["train", "publish", join(folder, "okara.safetensors"), "--folder", await newFolder(), "--json"];
  expect((await atelier(home, words)).code).toBe(0);
  await page.waitForFunction('window.pasted.includes("refreshed")');

  expect(tags).not.toBe("");
  expect(await page.evaluate("[window.image, window.pnginfo]")).toEqual([
    ["00001-7.png", png.length],
    ["00001-7.png", png.length],
  ]);
  // By the name in the WebUI's own language.
  expect(isShown).toBe(true);
  expect(new URL(page.frames()[1]?.url() ?? "").hash).not.toContain("from=");
  const shown = await Promise.all((await studio.locator("input, textarea").all()).map((one) => one.inputValue()));
  expect(shown).toEqual(expect.arrayContaining(['少女, "okara" & co', "blurry", "41", "33", "640"]));
  expect(errors).toEqual([]);
});
