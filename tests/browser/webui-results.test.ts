import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import sharp from "sharp";
import { browserTabs } from "../support/browser.js";
import { settledValue } from "../support/settled-value.js";
import { studioAddresses } from "../support/studio-address.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();
const startStudio = studioAddresses();
const openTab = browserTabs();

async function okara(): Promise<string> {
  const inside = join(await newFolder(), "10_okara");
  await mkdir(inside);
  const colours = ["#f4e0c8", "#c8e0f4", "#e0f4c8", "#f4c8e0"];
  for (const [index, background] of colours.entries()) {
    const picture = sharp({ create: { width: 64, height: 96, channels: 3, background } }).png();
    await writeFile(join(inside, `${index + 1}.png`), await picture.toBuffer());
    await writeFile(join(inside, `${index + 1}.txt`), "okara, 1girl, solo, smile");
  }
  return inside;
}

test("a trained file goes among the WebUI's with its text; the name is told as prompts write it", async () => {
  const [pictures, loras] = [await okara(), join(await newFolder(), "ウェブ UI", "models", "Lora")];
  await mkdir(loras, { recursive: true });
  const standIn = { ATELIER_STAND_IN_TRAINER: JSON.stringify({ startSeconds: 0, secondsPerStep: 0 }) };
  const { page, errors } = await openTab(await startStudio(await newFolder(), standIn));
  await page.keyboard.press("o");
  await page.locator("dialog.picker input").first().fill(pictures);
  await page.keyboard.press("Enter");
  await page.getByRole("option", { name: /^1\.png/ }).waitFor();
  await page.keyboard.press("5");
  await page.getByRole("button", { name: "Rehearse with these pictures" }).click();
  await page
    .getByText(/^Finished: /)
    .first()
    .waitFor();

  await page.getByRole("button", { name: "The WebUI …" }).click();
  const settings = page.getByRole("dialog", { name: "The WebUI" });
  await settings.getByText("No WebUI is known.", { exact: false }).waitFor();
  await settings.getByLabel("Folder").fill(loras);
  await settings.getByRole("button", { name: "Use this folder" }).click();
  await settings.getByText("chosen here").waitFor();
  await settings.getByLabel("Address").fill("127.0.0.1:1");
  await settings.getByRole("button", { name: "Connect" }).click();
  await settings.getByText("does not answer", { exact: false }).waitFor();
  await settings.getByRole("button", { name: "Close" }).click();

  await page
    .getByRole("button", { name: /^To the WebUI: .*\.safetensors$/ })
    .first()
    .click();
  const dialog = page.getByRole("dialog", { name: "A LoRA file for the WebUI" });
  const proposed = await dialog.getByText("In prompts:", { exact: false }).textContent();
  expect(await settledValue(dialog.getByLabel("Activation text"), "okara")).toBe("okara");
  await dialog.getByLabel("Name").fill("okara-v1");
  await dialog.getByText("<lora:okara-v1:1>", { exact: false }).waitFor();
  await dialog.getByLabel("Activation text").fill("okara, fox ears");
  await dialog.getByLabel("Preferred strength").fill("0.75");
  await dialog.getByRole("button", { name: "Put it there" }).click();
  await dialog.getByText("<lora:okara-v1:1> is there.").waitFor();

  expect(proposed).toMatch(/<lora:.+:1>/);
  expect((await readdir(loras)).sort()).toEqual(["okara-v1.json", "okara-v1.preview.png", "okara-v1.safetensors"]);
  const told = JSON.parse(await readFile(join(loras, "okara-v1.json"), "utf8"));
  expect(told).toMatchObject({ "activation text": "okara, fox ears", "preferred weight": 0.75 });
  expect(errors).toEqual([]);
});
