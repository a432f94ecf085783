import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import sharp from "sharp";
import { browserTabs } from "../support/browser.js";
import { studioAddresses } from "../support/studio-address.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();
const startStudio = studioAddresses();
const openTab = browserTabs();

/** Six pictures, each of its own bytes, with captions. */
async function okara(): Promise<string> {
  const inside = join(await newFolder(), "10_okara");
  await mkdir(inside);
  for (let index = 1; index <= 6; index += 1) {
    const background = { r: 40 * index, g: 90, b: 120 };
    await sharp({ create: { width: 64, height: 96, channels: 3, background } })
      .png()
      .toFile(join(inside, `${index}.png`));
    await writeFile(join(inside, `${index}.txt`), "okara, 1girl, solo, smile");
  }
  return inside;
}

async function rehearse(page: Page, files: string): Promise<void> {
  await page.getByText("A rehearsal can start.").waitFor();
  await page.getByRole("button", { name: "Rehearse it" }).click();
  await page.getByText("Finished: 60 steps, the file is whole").waitFor();
  await page.getByRole("row", { name: files }).waitFor();
}

test("prompts are proposed and edited in the plan, drawn while a run learns, and shown on a wall; two runs are compared", async () => {
  const folder = await okara();
  const home = await newFolder();
  const standIn = { ATELIER_STAND_IN_TRAINER: JSON.stringify({ secondsPerStep: 0.001, startSeconds: 0 }) };
  const { page, errors } = await openTab(await startStudio(home, standIn));
  await page.keyboard.press("o");
  await page.locator("dialog.picker input").first().fill(folder);
  await page.keyboard.press("Enter");
  await page.getByRole("option", { name: /^1\.png/ }).waitFor();
  await page.keyboard.press("4");
  await page.getByLabel("Steps you want").fill("60");
  await page.getByRole("button", { name: "Propose a plan" }).click();
  await page.getByRole("textbox", { name: "Save every N steps" }).fill("20");

  const section = page.getByRole("region", { name: "Sample pictures" });
  await section.getByRole("button", { name: "Propose prompts from the pictures" }).click();
  const first = section.getByRole("group", { name: "Prompt 1" });
  const proposed = await first.getByRole("textbox", { name: "Prompt", exact: true }).inputValue();
  await first.getByRole("textbox", { name: "Prompt", exact: true }).fill("okara in the rain");
  await first.getByRole("spinbutton", { name: "Width" }).fill("128");
  await first.getByRole("spinbutton", { name: "Height" }).fill("192");
  await first.getByRole("spinbutton", { name: "Steps" }).fill("2");
  await section.getByRole("button", { name: "Remove prompt 3" }).click();
  await section.getByRole("button", { name: "Remove prompt 2" }).click();
  const often = await section.getByRole("textbox", { name: "Sample every N steps" }).inputValue();
  await page.getByRole("button", { name: "Train it" }).click();
  await rehearse(page, "okara.safetensors");

  const wall = page.getByRole("region", { name: "Sample pictures" });
  await wall.getByRole("columnheader", { name: "okara in the rain" }).waitFor();
  const moments = await wall.getByRole("rowheader").allTextContents();
  await wall.getByRole("button", { name: "Enlarge: step 20, okara in the rain" }).click();
  const large = page.getByRole("dialog", { name: "Sample pictures" });
  await large.getByRole("heading", { name: "step 20 seed 1" }).waitFor();
  await page.keyboard.press("ArrowDown");
  await large.getByRole("heading", { name: "step 40 seed 1" }).waitFor();
  await large.getByLabel("Compare with").selectOption({ label: "step 20" });
  await large.getByRole("slider", { name: "Left the earlier, right the later picture" }).waitFor();
  const drawn = await large
    .locator(".compare img")
    .evaluateAll((images) => images.map((one) => "naturalWidth" in one && one.naturalWidth));
  await page.keyboard.press("Escape");

  await writeFile(join(folder, "2.txt"), "okara, 1girl, solo, grin");
  await writeFile(join(folder, "3.png"), await readFile(join(folder, "4.png")));
  await page.getByRole("button", { name: "Rehearse again" }).click();
  await rehearse(page, "okara-2.safetensors");
  await page.getByRole("button", { name: "Compare runs …" }).click();
  const compared = page.getByRole("dialog", { name: "Compare two runs" });
  await compared.getByRole("heading", { name: "Changed: 1" }).waitFor();
  const plan = await compared.getByRole("table", { name: "1 argument differs" }).getByRole("cell").allTextContents();
  const came = await compared.locator("ins").allTextContents();
  const went = await compared.locator("del").allTextContents();
  await compared.getByText("Trainer, versions and machine are the same.").waitFor();

  expect(proposed).toBe("okara, 1girl, smile, solo");
  expect(often).toBe("20");
  expect(moments).toEqual(["step 20", "step 40", "step 60"]);
  expect(drawn).toEqual([128, 128]);
  expect(plan.filter(Boolean)).toEqual(["okara", "okara-2"]);
  expect([came, went]).toEqual([["grin"], ["smile"]]);
  expect(errors).toEqual([]);
});

test("a run without sample pictures says how to get them, and leads there", async () => {
  const folder = await okara();
  const standIn = { ATELIER_STAND_IN_TRAINER: JSON.stringify({ secondsPerStep: 0, startSeconds: 0 }) };
  const { page, errors } = await openTab(await startStudio(await newFolder(), standIn));
  await page.keyboard.press("o");
  await page.locator("dialog.picker input").first().fill(folder);
  await page.keyboard.press("Enter");
  await page.getByRole("option", { name: /^1\.png/ }).waitFor();
  await page.keyboard.press("4");
  await page.getByLabel("Steps you want").fill("60");
  await page.getByRole("button", { name: "Propose a plan" }).click();
  await page.getByRole("button", { name: "Train it" }).click();
  await rehearse(page, "okara.safetensors");
  await page.getByText("This run makes no sample pictures", { exact: false }).waitFor();
  await page.getByRole("button", { name: "Put prompts into the plan" }).click();
  const section = page.getByRole("region", { name: "Sample pictures" });
  await section.getByText("No prompts yet", { exact: false }).waitFor();

  await page.locator("#plan-samples:focus").waitFor();

  expect(await section.getByRole("group").count()).toBe(0);
  expect(errors).toEqual([]);
});
