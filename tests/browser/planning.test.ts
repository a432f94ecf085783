import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import sharp from "sharp";
import { browserTabs } from "../support/browser.js";
import { settledValue } from "../support/settled-value.js";
import { studioAddresses } from "../support/studio-address.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();
const startStudio = studioAddresses();
const openTab = browserTabs();

/** The configuration that the article hands out; its folders are on drive G. */
const article = resolve("tests/fixtures/kohya-gui/article-okara.config.json");

/** The article's set: 20 pictures of 600 × 900 in `10_okara`, with captions. */
async function okara(folder: string): Promise<void> {
  const inside = join(folder, "10_okara");
  await mkdir(inside, { recursive: true });
  const picture = await sharp({ create: { width: 600, height: 900, channels: 3, background: "#f4e0c8" } })
    .png()
    .toBuffer();
  for (let index = 1; index <= 20; index += 1) {
    const name = String(index).padStart(4, "0");
    await writeFile(join(inside, `${name}.png`), picture);
    await writeFile(join(inside, `${name}.txt`), "okara, 1girl, solo, smile");
  }
}

async function openRoom(page: Page, folder: string): Promise<void> {
  await page.keyboard.press("4");
  await page.keyboard.press("o");
  await page.locator("dialog.picker input").first().fill(folder);
  await page.keyboard.press("Enter");
  await page.locator("#plan-want").waitFor();
}

async function proposeArticle(page: Page, folder: string): Promise<void> {
  await openRoom(page, folder);
  await page.getByLabel("Preset").selectOption("article");
  await page.getByLabel("Steps you want").fill("7000");
  await page.getByRole("button", { name: "Propose a plan" }).click();
  await page.getByText("8 files come out").waitFor();
}

/** Changes how often is saved, and waits until that is worked out and stored. */
async function saveEvery(page: Page, steps: number, files: number): Promise<void> {
  await page.getByRole("textbox", { name: "Save every N steps" }).fill(String(steps));
  await page.getByText(`${files} files come out`).waitFor();
  await page.getByRole("status").getByText("Saved", { exact: true }).waitFor();
}

/** The page is not told what others change: a plan that nobody edits would be shown as they left it. */
const withoutNews = (page: Page): Promise<void> =>
  page.routeWebSocket(/./, (socket) => {
    const server = socket.connectToServer();
    server.onMessage((message) => {
      if (!String(message).includes('"studio/changed"')) socket.send(message);
    });
  });

test("the article's set is planned as the article does: sum, line of time, files; a change is told and stays", async () => {
  const folder = await newFolder();
  await okara(folder);
  const { page, errors } = await openTab(await startStudio(await newFolder()));

  await proposeArticle(page, folder);
  const sum = await page.locator(".plan-sum-line .total").textContent();
  const epochs = await page.getByLabel("epochs", { exact: true }).inputValue();
  await page.getByRole("img", { name: "The run: 7,000 steps in 35 epochs, with its saves" }).waitFor();
  await page.getByRole("button", { name: "okara-step00001000.safetensors: saved at step 1,000" }).focus();
  await page.keyboard.press("ArrowRight");
  const named = await page.locator(".plan-caption").textContent();
  await page.getByRole("spinbutton", { name: "Steps you want" }).first().fill("6900");
  await page.getByRole("button", { name: "34 epochs – 6,800 steps" }).waitFor();
  await page.getByRole("button", { name: "35 epochs – 7,000 steps" }).waitFor();
  await saveEvery(page, 500, 15);
  const address = page.url();
  await page.reload();
  await page.getByText("15 files come out").waitFor();

  expect(sum).toBe("7,000steps");
  expect(epochs).toBe("35");
  expect(named).toBe("okara-step00002000.safetensors: saved at step 2,000");
  expect(address).toMatch(/plan=\d+/);
  expect(page.url()).toBe(address);
  expect(await settledValue(page.getByRole("textbox", { name: "Save every N steps" }), "500")).toBe("500");
  expect(errors).toEqual([]);
});

test("two windows change one plan: the later one is told, and either side can stand", async () => {
  const folder = await newFolder();
  await okara(folder);
  const { page } = await openTab("about:blank");
  await withoutNews(page);
  await page.goto(await startStudio(await newFolder()));
  await proposeArticle(page, folder);
  await saveEvery(page, 500, 15);
  const other = await page.context().newPage();
  await withoutNews(other);
  await other.goto(page.url());
  await other.getByText("15 files come out").waitFor();

  await saveEvery(other, 700, 11);
  await page.getByRole("textbox", { name: "Save every N steps" }).fill("250");
  await page.getByText("Another window has changed this plan.", { exact: false }).waitFor();
  await page.getByRole("button", { name: "Keep mine" }).click();
  await page.getByRole("status").getByText("Saved", { exact: true }).waitFor();
  await other.getByRole("textbox", { name: "Save every N steps" }).fill("1400");
  await other.getByRole("button", { name: "Take theirs" }).click();
  await other.getByText("29 files come out").waitFor();

  expect(await settledValue(other.getByRole("textbox", { name: "Save every N steps" }), "250")).toBe("250");
  await other.getByRole("alert").waitFor({ state: "detached" });
});

test("the article's JSON of another machine: its folder is asked for once, steps are exact, and it comes back as it was", async () => {
  const machine = await newFolder();
  await okara(join(machine, "training", "LoRA", "training img"));
  const { page, errors } = await openTab(await startStudio(await newFolder()));
  await page.keyboard.press("4");

  await page.getByRole("button", { name: "Open a configuration …" }).click();
  await page.getByLabel("Path of the file").fill(article);
  await page.getByRole("button", { name: "Read it" }).click();
  await page.getByLabel("Where does G:/Tools/Python/venv/StabilityMatrix lie here?").fill(machine);
  await page.getByRole("button", { name: "It lies there" }).click();
  await page.getByLabel("Where does G:/Tools/Python/venv/StabilityMatrix lie here?").waitFor({ state: "hidden" });
  await page.getByRole("button", { name: "Open it as a plan" }).click();
  await page.getByText("The trainer will make exactly 7,000 steps", { exact: false }).waitFor();
  await page.getByRole("button", { name: "Export …" }).click();
  const text = await page.getByRole("textbox", { name: "Kohya's GUI (JSON)" }).inputValue();

  expect(JSON.parse(text)).toEqual(JSON.parse(await readFile(article, "utf8")));
  expect(errors).toEqual([]);
});

test("every parameter is found by its name and by what it does, and changed where it stands", async () => {
  const folder = await newFolder();
  await okara(folder);
  const { page, errors } = await openTab(await startStudio(await newFolder()));
  await proposeArticle(page, folder);

  await page.keyboard.press("Control+k");
  await page.locator("dialog.finder input").fill("min_snr");
  await page.keyboard.press("Enter");
  await page.locator("#parameter-min_snr_gamma:focus").fill("5");
  const search = page.getByRole("searchbox", { name: "Search: a name, or what it does" });
  await search.fill("");
  await page.getByLabel("changed only").check();
  await page.getByText("Min SNR gamma").waitFor();
  await page.getByLabel("changed only").uncheck();
  await search.fill("rank of the lora");
  await page.locator("#parameter-network_dim").fill("1e");
  const untaken = await page.locator("#parameter-network_dim").getAttribute("aria-invalid");
  await page.locator("#parameter-network_dim").fill("32");
  await page.keyboard.press("Escape");

  expect(untaken).toBe("true");
  expect(await settledValue(page.getByRole("textbox", { name: "Network dim" }), "32")).toBe("32");
  expect(errors).toEqual([]);
});

test("a removed plan comes back; a copy is compared with it", async () => {
  const folder = await newFolder();
  await okara(folder);
  const { page, errors } = await openTab(await startStudio(await newFolder()));
  await proposeArticle(page, folder);

  await page.getByRole("button", { name: "Plans …" }).click();
  await page.getByRole("button", { name: "Duplicate “okara”" }).click();
  await page.getByRole("textbox", { name: "Name of the plan “okara (copy)”" }).waitFor();
  await page.getByRole("button", { name: "Remove “okara”", exact: true }).click();
  await page.getByRole("button", { name: "Bring “okara” back" }).click();
  await page.getByRole("button", { name: "Open “okara (copy)”" }).click();
  await saveEvery(page, 500, 15);
  await page.getByRole("button", { name: "Compare …" }).click();

  await page.getByRole("row", { name: "save_every_n_steps 500 1000" }).waitFor();
  expect(errors).toEqual([]);
});

test("in Japanese, rules, reasons and parameters speak Japanese", async () => {
  const folder = await newFolder();
  await okara(folder);
  const { page } = await openTab(await startStudio(await newFolder()), {
    locale: "ja-JP",
    viewport: { width: 800, height: 800 },
  });
  await openRoom(page, folder);

  await page.getByRole("button", { name: "計画を提案してもらう" }).click();
  await page.getByRole("heading", { name: "気をつけること" }).waitFor();
  const findings = await page.locator(".plan-problem > p:first-child").allTextContents();
  const reasons = await page.locator(".plan-field > small.muted").allTextContents();
  const sentences = await page.locator(".plan-sentence").allTextContents();

  const japanese = /[ぁ-んァ-ヶ一-龯]/;
  for (const text of [...findings, ...reasons, ...sentences]) expect(text).toMatch(japanese);
  expect(Math.min(findings.length, reasons.length, sentences.length)).toBeGreaterThan(0);
  expect(await page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")).toBe(
    false,
  );
});
