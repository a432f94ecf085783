import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, test } from "@jest/globals";
import axe from "axe-core";
import type { BrowserContextOptions, Page } from "playwright-core";
import sharp from "sharp";
import { browserTabs } from "../support/browser.js";
import { rehearsedSweep } from "../support/rehearsed-sweep.js";
import { studioAddresses } from "../support/studio-address.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();
const startStudio = studioAddresses();
const openTab = browserTabs();
let home = "";
let loras = "";

beforeAll(async () => {
  home = await newFolder();
  loras = await rehearsedSweep(home);
});

const cell = (page: Page, name: RegExp) => page.getByRole("gridcell", { name });

async function openSweep(options: BrowserContextOptions = {}) {
  const { page, errors } = await openTab(await startStudio(home), options);
  await page.keyboard.press("6");
  await page.getByRole("grid").waitFor();
  await page.locator("[role=gridcell] img").first().waitFor();
  return { page, errors };
}

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

const selected = (page: Page) => page.locator("[role=gridcell][aria-selected=true]").getAttribute("aria-label");
const caption = (page: Page) => page.locator(".sweep-pane-label").first().textContent();

test("the grid: labels, arrow keys, seeds by number, other axes, hidden values; the address holds it all", async () => {
  const { page, errors } = await openSweep();
  const grid = page.getByRole("grid");
  const columns = await grid.getByRole("columnheader").allTextContents();
  const rows = await grid.getByRole("rowheader").allTextContents();
  for (const key of ["ArrowRight", "ArrowRight", "ArrowDown"]) await page.keyboard.press(key);
  const moved = await selected(page);
  await page.keyboard.press("2");
  const reseeded = await selected(page);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  const atEnd = await selected(page);
  await page.keyboard.press("x");
  const swapped = await grid.getByRole("rowheader").allTextContents();
  await page.getByText("Axes and values").click();
  await page.getByLabel("Around the columns").selectOption("Seed");
  await page.getByRole("group", { name: "Shown values: Strength" }).getByRole("button", { name: "0.75" }).click();
  await page.getByText("1 hidden").waitFor();
  const before = await page.getByRole("gridcell").count();
  const selection = await selected(page);
  await page.reload();
  await page.locator("[role=gridcell] img").first().waitFor();

  expect(columns.slice(1)).toEqual(["no LoRA", "0.5", "0.75", "1"]);
  expect(rows).toEqual(["step 1000 · ep 5", "step 2000 · ep 10", "step 4000 · ep 20"]);
  expect(moved).toMatch(/^step 2000 · ep 10 · Strength 0\.5 · Seed 1, /);
  expect(reseeded).toMatch(/^step 2000 · ep 10 · Strength 0\.5 · Seed 2, /);
  expect(atEnd).toMatch(/^step 2000 · ep 10 · Strength 1 · Seed 2, /);
  expect(swapped).toEqual(["no LoRA", "0.5", "0.75", "1"]);
  // Three strengths that are left × three checkpoints × two seeds.
  expect(before).toBe(18);
  expect(await page.getByRole("gridcell").count()).toBe(18);
  expect(await selected(page)).toBe(selection);
  expect(errors).toEqual([]);
});

test("large in place: pictures change under the same lens; compared with the control by line, difference, side by side", async () => {
  const { page, errors } = await openSweep();
  await cell(page, /^step 2000 · ep 10 · Strength 1 · Seed 1/).click();
  await page.keyboard.press("Space");
  await page.keyboard.press("+");
  const lens = page.locator(".sweep-lens");
  const transform = await lens.first().getAttribute("style");
  const source = await lens.locator("img").first().getAttribute("src");
  await page.keyboard.press("ArrowLeft");
  const flipped = [await caption(page), await lens.first().getAttribute("style")];
  const other = await lens.locator("img").first().getAttribute("src");
  await page.keyboard.press("ArrowDown");
  const down = await caption(page);
  await page.keyboard.press("ArrowUp");

  await page.keyboard.press("d");
  const told = page.getByText(/^Mean difference /);
  await told.waitFor();
  const difference = await told.textContent();
  await page.getByText("Difference to the control").waitFor();
  const proof = await page.locator("aside.right").textContent();
  await page.keyboard.press("a");
  await page.getByLabel("Line").fill("30");
  const lines = await page.locator(".sweep-lens img").count();
  await page.keyboard.press("b");
  const before = await lens.nth(1).getAttribute("style");
  await page.keyboard.press("+");
  const [left, right] = [await lens.nth(0).getAttribute("style"), await lens.nth(1).getAttribute("style")];
  const labels = await page.locator(".sweep-pane-label").allTextContents();
  for (const _ of [1, 2]) await page.keyboard.press("Escape");
  await page.getByRole("grid").waitFor();

  expect(flipped).toEqual(["step 2000 · ep 10 · Strength 0.75", transform]);
  expect(other).not.toBe(source);
  expect(down).toBe("step 4000 · ep 20 · Strength 0.75");
  const mean = /Mean difference (\d+\.\d) of 255/.exec(difference ?? "")?.[1];
  expect(Number(mean)).toBeGreaterThan(0.5);
  expect(proof).toContain(`${mean} of 255`);
  expect(lines).toBe(2);
  expect(left).toBe(right);
  expect(right).not.toBe(before);
  expect(labels).toEqual(["step 2000 · ep 10 · no LoRA", "step 2000 · ep 10 · Strength 0.75"]);
  expect(errors).toEqual([]);
});

test("the wall shows all cells; a click selects one, two clicks enlarge it", async () => {
  const { page, errors } = await openSweep();
  await page.keyboard.press("w");
  await page.getByRole("img", { name: "12 pictures on one surface" }).waitFor();
  const canvas = page.locator(".sweep-wall-canvas canvas").first();
  const colours = () =>
    canvas.evaluate((element) => {
      const { width, height } = Object(element);
      const { data } = Object(element).getContext("2d").getImageData(0, 0, width, height);
      const found = new Set<number>();
      for (let at = 0; at < data.length; at += 4) found.add((data[at] << 8) | data[at + 2]);
      return found.size;
    });
  // Grey places first, then pictures with hundreds of colours.
  while ((await colours()) < 200) await page.waitForTimeout(100);
  const label = page.locator(".sweep-wall-columns span", { hasText: "0.75" });
  const row = page.locator(".sweep-wall-rows span", { hasText: "step 4000" });
  const [across, along] = [await label.boundingBox(), await row.boundingBox()];
  if (!across || !along) throw new Error("The wall has no labels.");
  const at = [across.x + across.width / 2, along.y + along.height / 2] as const;
  await page.mouse.click(...at);
  await page.getByRole("status").filter({ hasText: "step 4000 · ep 20 · Strength 0.75 · Seed 1" }).waitFor();
  await page.mouse.dblclick(...at);
  await page.locator(".sweep-lens img").waitFor();

  expect(await caption(page)).toBe("step 4000 · ep 20 · Strength 0.75");
  expect(errors).toEqual([]);
});

test("votes are given blind by keys, taken back, and ranked", async () => {
  const { page, errors } = await openSweep();
  await page.keyboard.press("v");
  const dialog = page.getByRole("dialog", { name: "Vote blind" });
  await dialog.getByText("Nobody has voted yet.").waitFor();
  await dialog.getByRole("button", { name: "Begin" }).click();
  const picture = dialog.getByRole("img", { name: "The picture to vote on" });
  await picture.waitFor();
  const text = await dialog.textContent();
  const first = await picture.getAttribute("src");
  await page.keyboard.press("y");
  await dialog.getByText(/^2 of /).waitFor();
  const second = await picture.getAttribute("src");
  await page.keyboard.press("u");
  await dialog.getByText(/^1 of /).waitFor();
  const again = await picture.getAttribute("src");
  for (const [at, key] of ["y", "n", "Space", "y"].entries()) {
    await page.keyboard.press(key);
    await dialog.getByText(new RegExp(`^${at + 2} of `)).waitFor();
  }
  await dialog.getByRole("button", { name: "Enough" }).click();
  await dialog.getByText("After 3 votes, the best first").waitFor();
  const ranked = await dialog.locator("tbody tr").count();

  expect(text).not.toMatch(/step|0\.5|0\.75|ep /);
  expect([second === first, again === first]).toEqual([false, true]);
  expect(ranked).toBeGreaterThan(0);
  expect(errors).toEqual([]);
});

test("a sheet is seen small, named, saved, and never written over", async () => {
  const { page, errors } = await openSweep();
  await page.keyboard.press("e");
  const dialog = page.getByRole("dialog", { name: "Export the pictures" });
  await dialog.getByRole("img", { name: "The sheet, small" }).waitFor();
  await dialog.getByLabel("Width of a cell").fill("96");
  await dialog.getByLabel("Into the folder").fill(loras);
  await dialog.getByLabel("Name", { exact: true }).fill("sheet of okara");
  const save = dialog.getByRole("button", { name: /^Save 1 sheet \(0\.\d MP PNG\)$/ });
  await save.waitFor();
  await dialog.getByText(`${join(loras, "sheet of okara.png")}`).waitFor();
  await save.click();
  await dialog.getByText("Written: 1 file", { exact: true }).waitFor();
  const written = await dialog.locator("li code").allTextContents();
  expect(written).toEqual([join(loras, "sheet of okara.png")]);
  const { width = 0 } = await sharp(join(loras, "sheet of okara.png")).metadata();
  await dialog.getByLabel("Margin").fill("9");
  await dialog.getByRole("alert").waitFor();

  expect(width).toBeGreaterThan(4 * 96);
  expect((await readdir(loras)).filter((name) => name.endsWith(".png"))).toEqual(["sheet of okara.png"]);
  expect(errors).toEqual([]);
});

test.each([
  { colorScheme: "light" as const, width: 1280 },
  { colorScheme: "dark" as const, width: 800 },
])("axe finds nothing serious in any view: $colorScheme, $width pixels", async ({ colorScheme, width }) => {
  const { page } = await openSweep({ colorScheme, viewport: { width, height: 800 }, locale: "ja-JP" });
  const found: Record<string, string[]> = { grid: await serious(page) };
  await page.locator(".sweep-where summary").click();
  found.axes = await serious(page);
  await page.locator(".sweep-where summary").click();
  await page.getByRole("grid").focus();
  for (const key of ["b", "a", "d", "f", "w", "e", "v"]) {
    await page.keyboard.press(key);
    await page.waitForTimeout(300);
    found[key] = await serious(page);
  }

  expect(Object.entries(found).filter(([, rules]) => rules.length > 0)).toEqual([]);
});
