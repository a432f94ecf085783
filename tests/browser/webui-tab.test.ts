import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import { browserTabs } from "../support/browser.js";
import { drawPictures } from "../support/pictures.js";
import { prefixProxies } from "../support/prefix-proxy.js";
import { temporaryFolders } from "../support/temporary-folder.js";
import { preparedStacks, webuis } from "../support/webui-stacks.js";

const newFolder = temporaryFolders();
const startWebui = webuis();
const startProxy = prefixProxies();
const openTab = browserTabs();

/** Opens the extension's tab, opens a folder in it, tags it, and gives the first caption as the tab shows it. */
async function tagInTab(page: Page, folder: string): Promise<string> {
  // gradio 4 marks its tabs as tabs, gradio 3 as buttons.
  await page
    .getByRole("tab", { name: "LoRA Atelier" })
    .or(page.getByRole("button", { name: "LoRA Atelier" }))
    .click();
  const studio = page.frameLocator('iframe[title="LoRA Atelier"]');
  await studio.getByRole("button", { name: "Open a folder" }).first().click();
  await studio.getByLabel("Path of the folder").fill(folder);
  await studio.getByRole("button", { name: "Open this folder" }).click();
  await studio
    .getByRole("button", { name: "Tag these pictures" })
    // The sidecar may have been started only now, and the page asks for it every few seconds.
    .click({ timeout: 40_000 })
    .catch(async (error: unknown) => {
      // What the tab shows instead tells more than what it does not.
      const shown = await studio.locator("body").textContent();
      throw new Error(`${String(error)}\nThe tab shows: ${shown}`);
    });
  await studio.getByRole("button", { name: "Tag 3 pictures" }).click();
  await studio.getByText("3 pictures tagged").waitFor();
  await studio.getByRole("option", { name: /^1\.png, \d+ tags?$/ }).click();
  if (process.env.SCREENSHOTS) await page.screenshot({ path: join(process.env.SCREENSHOTS, `tab-${Date.now()}.png`) });
  return (await studio.getByRole("complementary").locator(".chips li").allTextContents()).join(", ");
}

/** Looks at one picture in the tab and sends its tags to txt2img; what then stands in that tab's prompt. */
async function sendToTxt2img(page: Page, file: string): Promise<string> {
  const studio = page.frameLocator('iframe[title="LoRA Atelier"]');
  await studio.getByRole("button", { name: "One picture …" }).click();
  await studio.getByLabel("Picture to look at").setInputFiles(file);
  await studio.getByRole("button", { name: "Send to txt2img" }).click();
  const prompt = page.locator("#txt2img_prompt textarea");
  await prompt.waitFor({ state: "visible" });
  return prompt.inputValue();
}

test.each(preparedStacks)(
  "%s: the tab shows the studio; a folder is tagged in it, a picture's tags sent to txt2img",
  async (stack) => {
    const folder = await newFolder();
    await drawPictures(folder, 3);
    const port = await startWebui(stack, await newFolder());
    const { page } = await openTab(`http://127.0.0.1:${port}/`);

    const caption = await tagInTab(page, folder);
    const sent = await sendToTxt2img(page, join(folder, "1.png"));

    expect(caption).toBe(await readFile(join(folder, "1.txt"), "utf8"));
    expect(sent).toBe(caption);
  },
);

test.each(preparedStacks)("%s: the same behind a login and a reverse proxy with a sub-path", async (stack) => {
  const folder = await newFolder();
  await drawPictures(folder, 3);
  const port = await startWebui(stack, await newFolder(), ["--auth", "okara:secret", "--subpath", "/sd"]);
  const address = `http://127.0.0.1:${await startProxy("/sd", port)}/sd/`;
  const { page } = await openTab(`${address}lora-atelier/`);
  await page.getByText("Log in to the WebUI first.").waitFor();

  await page.context().request.post(`${address}login`, { form: { username: "okara", password: "secret" } });
  await page.goto(address);
  const caption = await tagInTab(page, folder);

  expect(caption).toBe(await readFile(join(folder, "1.txt"), "utf8"));
});

test("a room that the settings name has a tab of its own, without the list of rooms", async () => {
  const stack = preparedStacks.at(-1) ?? "";
  const port = await startWebui(stack, await newFolder(), ["--room-tabs", "tagging"]);
  const { page } = await openTab(`http://127.0.0.1:${port}/`);

  await page
    .getByRole("tab", { name: "Atelier: Tagging" })
    .or(page.getByRole("button", { name: "Atelier: Tagging" }))
    .click();
  const studio = page.frameLocator('iframe[title="Atelier: Tagging"]');
  await studio.getByText("Open a folder first").waitFor();

  expect(await studio.getByRole("navigation").count()).toBe(0);
});

test("a plan is proposed and saved in the tab", async () => {
  const folder = join(await newFolder(), "10_おから の絵");
  await mkdir(folder);
  await drawPictures(folder, 3);
  const port = await startWebui(preparedStacks.at(-1) ?? "", await newFolder());
  const { page } = await openTab(`http://127.0.0.1:${port}/`);
  await page
    .getByRole("tab", { name: "LoRA Atelier" })
    .or(page.getByRole("button", { name: "LoRA Atelier" }))
    .click();
  const studio = page.frameLocator('iframe[title="LoRA Atelier"]');
  await studio.getByRole("button", { name: "Open a folder" }).first().click({ timeout: 60_000 });
  await studio.getByLabel("Path of the folder").fill(folder);
  await studio.getByRole("button", { name: "Open this folder" }).click();
  await studio.getByRole("button", { name: /^Plan/ }).click();
  await studio.getByLabel("Steps you want").fill("300");
  await studio.getByRole("button", { name: "Propose a plan" }).click();
  // 3 pictures × 10 repeats: 10 epochs.
  await studio.getByRole("img", { name: /^The run: 300 steps in 10 epochs/ }).waitFor();
  if (process.env.SCREENSHOTS) await page.screenshot({ path: join(process.env.SCREENSHOTS, `plan-${Date.now()}.png`) });
  // It is kept by itself, a moment after the last answer.
  const saved = studio.getByRole("status").getByText("Saved", { exact: true });
  await saved.waitFor();

  expect(await saved.count()).toBe(1);
});
