import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import sharp from "sharp";
import { plantedLora } from "../../sidecar/rehearsal/lora/planted-lora.js";
import { browserTabs } from "../support/browser.js";
import { studioAddresses } from "../support/studio-address.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();
const startStudio = studioAddresses();
const openTab = browserTabs();

/** Two saves of a LoRA, and three small pictures with captions. */
async function workshop(): Promise<{ loras: string; pictures: string }> {
  const home = await newFolder();
  const [loras, pictures] = [join(home, "loras"), join(home, "10_okara")];
  await mkdir(loras);
  await mkdir(pictures);
  for (const [step, kind] of [
    [1000, "weak"],
    [2000, "good"],
  ] as const) {
    const file = plantedLora({ kind, seed: step, step, epoch: step / 200 });
    await writeFile(join(loras, `okara-step0000${step}.safetensors`), file);
  }
  for (const index of [1, 2, 3]) {
    const background = { r: 40 * index, g: 90, b: 120 };
    await sharp({ create: { width: 64, height: 96, channels: 3, background } })
      .png()
      .toFile(join(pictures, `${index}.png`));
    await writeFile(join(pictures, `${index}.txt`), "okara, 1girl, solo, smile");
  }
  return { loras, pictures };
}

const dryRun = (page: Page) => page.getByRole("region", { name: "What it will draw" });

/** From the empty room to a form that holds both saves, small and few. */
async function plan(page: Page, { loras, pictures }: { loras: string; pictures: string }): Promise<void> {
  await page.keyboard.press("o");
  await page.locator("dialog.picker input").first().fill(pictures);
  await page.keyboard.press("Enter");
  await page.getByRole("option", { name: /^1\.png/ }).waitFor();
  await page.keyboard.press("6");
  await page.getByRole("button", { name: "Choose LoRA files …" }).click();
  await page.getByLabel("A LoRA file, or a folder of them").fill(loras);
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await page.getByRole("checkbox", { name: /^step 2000 · ep 10/ }).waitFor();
  const rehearses = page.getByRole("checkbox", { name: /^Rehearse: the stand-in draws figures/ });
  if (!(await rehearses.isChecked())) await rehearses.check();
  await page.getByRole("textbox", { name: "Strengths", exact: true }).fill("0.5-1(+0.5)");
  await page.getByRole("textbox", { name: "Seeds", exact: true }).fill("7");
  await page.getByRole("spinbutton", { name: "Width" }).fill("128");
  await page.getByRole("spinbutton", { name: "Height" }).fill("192");
  while (await page.getByRole("button", { name: "Remove prompt 2", exact: true }).count()) {
    await page.getByRole("button", { name: "Remove prompt 2", exact: true }).click();
  }
  await page.getByRole("textbox", { name: "Prompt 1", exact: true }).fill("okara, 1girl, solo, upper body");
}

test("a sweep is planned, looked at before it is drawn, drawn by the stand-in and proven; changed settings draw only what is new", async () => {
  const place = await workshop();
  const { page, errors } = await openTab(await startStudio(await newFolder()));
  await plan(page, place);
  // Two files at two strengths, and one control for both.
  await dryRun(page).getByText("5 pictures", { exact: true }).waitFor();
  const values = await page.getByRole("region", { name: "Strengths" }).getByRole("listitem").allTextContents();
  await page.reload();
  await dryRun(page).getByText("5 pictures", { exact: true }).waitFor();
  const prompt = await page.getByRole("textbox", { name: "Prompt 1", exact: true }).inputValue();
  await page.getByRole("button", { name: "Draw 5 pictures" }).click();

  await page.getByText("every cell proven ✓").waitFor();
  const line = await page.getByRole("navigation").getByRole("button", { name: "Sweep" }).textContent();
  const summary = page.getByRole("complementary");
  await summary.getByText("Rehearsal: drawn by the stand-in", { exact: false }).waitFor();

  await page.goto(`${page.url()}&cell=1`);
  const cell = page.getByRole("region", { name: "This cell" });
  await cell.getByText("Proven: the WebUI names this LoRA's hash.").waitFor();
  const infotext = await cell.locator(".sweep-infotext").textContent();
  await cell.getByRole("button", { name: "Back to the result" }).click();

  await page.getByRole("button", { name: "Change …" }).click();
  await page.getByRole("textbox", { name: "Strengths", exact: true }).fill("0.5-1(+0.25)");
  await page.getByRole("button", { name: "Draw 2 pictures" }).click();
  await page.getByRole("navigation").getByText("7 of 7 pictures").waitFor();
  await page.getByText("every cell proven ✓").waitFor();

  expect(values).toEqual(["without the LoRA", "0.5", "1"]);
  expect(prompt).toBe("okara, 1girl, solo, upper body");
  expect(line).toContain("5 of 5 pictures");
  expect(infotext).toMatch(/^okara, 1girl, solo, upper body <lora:/);
  expect(infotext).toMatch(/Lora hashes: "/);
  expect(errors).toEqual([]);
});

test("a sweep that is paused says where it goes on, in the bar and in its room", async () => {
  const place = await workshop();
  const { page, errors } = await openTab(await startStudio(await newFolder()));
  await plan(page, place);
  await page.getByRole("textbox", { name: "Seeds", exact: true }).fill("1-60");
  await page.getByRole("button", { name: "Draw 300 pictures" }).click();

  await page.getByRole("contentinfo").getByRole("button", { name: "Pause", exact: true }).click();

  const bar = page.getByRole("status").getByText("stopped – the Sweep room goes on with it", { exact: false });
  await bar.waitFor();
  await page.getByRole("button", { name: /^Draw the other \d+ pictures$/ }).waitFor();
  expect(errors).toEqual([]);
});

test("values that cannot be read are named with what to write, and hinder the start; a sweep is renamed, removed and brought back", async () => {
  const place = await workshop();
  const { page, errors } = await openTab(await startStudio(await newFolder()));
  await plan(page, place);
  await page.getByRole("textbox", { name: "Strengths", exact: true }).fill("0.5, strong");
  await dryRun(page)
    .getByText("“strong”", { exact: false })
    .or(dryRun(page).getByText('"strong"', { exact: false }))
    .waitFor();
  const hindered = await dryRun(page).getByRole("button", { name: /^Draw/ }).isDisabled();
  await page.getByRole("textbox", { name: "Strengths", exact: true }).fill("0.5");
  await page.getByRole("button", { name: "Draw 3 pictures" }).click();
  await page.getByText("every cell proven ✓").waitFor();

  await page.getByText(/^All sweeps/).click();
  await page.getByRole("button", { name: /^Rename / }).click();
  await page.getByLabel(/^New name of/).fill("half strength");
  await page.getByRole("button", { name: "Use this name" }).click();
  await page.getByRole("heading", { name: "half strength" }).waitFor();
  await page.getByRole("button", { name: "Remove half strength" }).click();
  await page.getByRole("heading", { name: "Which checkpoint, at which strength?" }).waitFor();
  await page.getByRole("button", { name: "Bring it back" }).click();
  await page.getByRole("heading", { name: "half strength" }).waitFor();

  expect(hindered).toBe(true);
  expect(errors).toEqual([]);
});
