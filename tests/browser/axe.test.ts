import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import axe from "axe-core";
import type { Page } from "playwright-core";
import { browserTabs } from "../support/browser.js";
import { drawPictures } from "../support/pictures.js";
import { studioAddresses } from "../support/studio-address.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();
const startStudio = studioAddresses();
const openTab = browserTabs();

/** What axe finds serious or critical, each as its rule and the first element. */
async function serious(page: Page): Promise<string[]> {
  if (!(await page.evaluate("Boolean(window.axe)"))) await page.evaluate(axe.source);
  const found: unknown = await page.evaluate("axe.run(document, { resultTypes: ['violations'] })");
  const violations: unknown[] = Object(found).violations;
  return violations.flatMap((violation) => {
    const { id, impact, nodes } = Object(violation);
    return impact === "serious" || impact === "critical" ? [`${id}: ${Object(nodes[0]).html}`] : [];
  });
}

test.each([
  { colorScheme: "light" as const, width: 1280 },
  { colorScheme: "dark" as const, width: 800 },
])("axe finds nothing serious in any room or dialog: $colorScheme, $width pixels", async ({ colorScheme, width }) => {
  const folder = await newFolder();
  await drawPictures(folder, 4);
  for (const [index, text] of ["okara, 1girl, 2girls, skirt", "okara, smile", "okara, smile"].entries()) {
    await writeFile(join(folder, `${index + 1}.txt`), text);
  }
  await writeFile(join(folder, "broken.png"), "no picture");
  const { page } = await openTab(await startStudio(await newFolder()), {
    colorScheme,
    viewport: { width, height: 800 },
  });
  const found: Record<string, string[]> = { start: await serious(page) };
  await page.getByRole("button", { name: "Show me around" }).click();
  await page.getByRole("dialog", { name: "See the whole way first" }).waitFor();
  found.tour = await serious(page);
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  await page.keyboard.press("o");
  await page.getByLabel("Path of the folder").fill(folder);
  found.picker = await serious(page);
  await page.keyboard.press("Enter");
  await page.getByRole("option", { name: /^1\.png/ }).click();
  found.dataset = await serious(page);
  await page.getByRole("button", { name: "Cut out …" }).click();
  await page.locator(".compare-after").waitFor();
  await page.locator("dialog.cutout summary").click();
  found.cutout = await serious(page);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  const steps = {
    checkup: "Check …",
    resize: "Resize and crop …",
    rename: "Rename serially …",
    arrange: "Arrange for training …",
    buckets: "Trainer's eye …",
    transfer: "Add and export …",
  };
  for (const [dialog, button] of Object.entries(steps)) {
    await page.getByRole("button", { name: button }).click();
    if (dialog === "checkup") {
      await page.getByRole("button", { name: /^Look at 5 pictures/ }).click();
      await page.locator("dialog.checkup .verdict").waitFor();
    }
    if (dialog === "arrange") await page.getByLabel("Trigger word").fill("girl");
    if (dialog === "resize" || dialog === "buckets") await page.locator(`dialog.${dialog} .cuts`).waitFor();
    found[dialog] = await serious(page);
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "hidden" });
  }
  await page.keyboard.press("2");
  await page.getByRole("button", { name: /^Tag \d pictures/ }).waitFor();
  found.tagging = await serious(page);
  await page.keyboard.press("3");
  await page.getByText("displayed", { exact: false }).first().waitFor();
  await page.getByLabel("Change", { exact: true }).selectOption("remove");
  await page.getByRole("combobox", { name: /^Tags, with commas between; / }).fill("skirt");
  await page.getByRole("button", { name: /^Change 1 caption / }).waitFor();
  found.captions = await serious(page);
  await page.locator("body").press("Escape");
  await page.evaluate("document.activeElement.blur()");
  await page.keyboard.press("4");
  await page.getByRole("button", { name: "Propose a plan" }).waitFor();
  found.wishes = await serious(page);
  await page.getByRole("button", { name: "Propose a plan" }).click();
  await page.getByRole("heading", { name: "What could go wrong" }).waitFor();
  found.planning = await serious(page);
  const planDialogs = {
    planOpen: "Open a configuration …",
    planExport: "Export …",
    planCompare: "Compare …",
    plans: "Plans …",
    planParameters: /^All \d+ parameters/,
  };
  for (const [dialog, button] of Object.entries(planDialogs)) {
    await page.getByRole("button", { name: button }).click();
    await page.getByRole("dialog").waitFor();
    found[dialog] = await serious(page);
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "hidden" });
  }
  await page.evaluate("document.activeElement.blur()");
  // A training cannot start with it.
  await rm(join(folder, "broken.png"));
  await page.keyboard.press("5");
  await page.getByRole("button", { name: "Start training" }).waitFor();
  await page.getByText("The exact command and its files").click();
  found.trainingStart = await serious(page);
  await page.getByRole("button", { name: "Rehearse it" }).click();
  await page.locator(".train-state", { hasText: /^(Finished|Failed)/ }).waitFor();
  found.training = await serious(page);
  const trainingDialogs = {
    lineage: /^Where from: .+\.safetensors$/,
    trainers: /^Choose .+ trainer …$/,
    trainingLog: "Log …",
    webui: "The WebUI …",
    publish: /^To the WebUI: .+\.safetensors$/,
    loraTools: /^Tools for .+\.safetensors$/,
    vary: "Vary …",
  };
  for (const [dialog, button] of Object.entries(trainingDialogs)) {
    await page.getByRole("button", { name: button }).first().click();
    await page.getByRole("dialog").waitFor();
    await page.getByRole("dialog").locator("progress").waitFor({ state: "hidden" });
    found[dialog] = await serious(page);
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "hidden" });
  }
  await page.evaluate("document.activeElement.blur()");
  await page.keyboard.press("0");
  await page.getByRole("button", { name: /^Story of / }).waitFor();
  found.projects = await serious(page);
  await page.getByRole("button", { name: /^Story of / }).click();
  await page.getByRole("heading", { name: "Pictures" }).waitFor();
  found.story = await serious(page);
  await page.getByRole("button", { name: "Do the rest …" }).click();
  await page.getByRole("button", { name: "Do the rest", exact: true }).waitFor();
  found.course = await serious(page);
  await page.evaluate("document.activeElement.blur()");
  await page.keyboard.press("3");
  await page.getByRole("option", { name: /^1\.png/ }).click();
  await page.evaluate("document.activeElement.blur()");
  const dialogs = { z: "zoom", g: "tags", h: "history", m: "files", "?": "keys" };
  for (const [key, dialog] of Object.entries(dialogs)) {
    await page.keyboard.press(key);
    await page.getByRole("dialog").waitFor();
    found[dialog] = await serious(page);
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "hidden" });
  }
  expect(Object.entries(found).filter(([, problems]) => problems.length > 0)).toEqual([]);
});
