import { mkdir, readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { FrameLocator, Page } from "playwright-core";
import { browserTabs } from "../support/browser.js";
import { drawPictures } from "../support/pictures.js";
import { prefixProxies } from "../support/prefix-proxy.js";
import { temporaryFolders } from "../support/temporary-folder.js";
import { preparedStacks, webuis } from "../support/webui-stacks.js";
import { looks, openInTab, overflow, restlessness, showTab, tabButton } from "../support/webui-tab.js";

const newFolder = temporaryFolders();
const startWebui = webuis(afterAll);
const startProxy = prefixProxies(afterAll);
const openTab = browserTabs();

const login = ["--auth", "okara:secret", "--subpath", "/sd", "--room-tabs", "tagging,captions"];
const ports = new Map<string, number>();

// All WebUIs of a user share one studio, and start beside each other.
beforeAll(async () => {
  const home = await newFolder();
  await Promise.all(preparedStacks.map(async (stack) => ports.set(stack, await startWebui(stack, home, login))));
});

/** The address that a visitor has: another name, TLS and a sub-path, by a reverse proxy. */
async function outsideAddress(stack: string): Promise<string> {
  const port = await startProxy("/sd", ports.get(stack) ?? 0, { secure: true });
  return `https://tunnel.localhost:${port}/sd/`;
}

const thumbnailsShown = `(() => {
  const { images } = document.querySelector('iframe[title="LoRA Atelier"]').contentDocument;
  return images.length >= 4 && [...images].every((image) => image.complete && image.naturalWidth > 0);
})()`;

/** Logs in as the WebUI's own page does. */
const logIn = (page: Page): Promise<unknown> =>
  page.evaluate(
    "fetch('../login', { method: 'POST', body: new URLSearchParams({ username: 'okara', password: 'secret' }) })",
  );

/** Tags the three pictures of the open folder, and gives the first caption as the tab shows it. */
async function tagInTab(studio: FrameLocator): Promise<string> {
  await studio
    .getByRole("button", { name: "Tag these pictures" })
    .click()
    .catch(async (error: unknown) => {
      // What the tab shows instead tells more than what it does not.
      const shown = await studio.locator("body").textContent();
      throw new Error(`${String(error)}\nThe tab shows: ${shown}`);
    });
  await studio.getByRole("button", { name: "Tag 3 pictures" }).click();
  await studio.getByText("3 pictures tagged").waitFor();
  await studio.getByRole("option", { name: /^1\.png, \d+ tags?$/ }).click();
  return (await studio.getByRole("complementary").locator(".chips li").allTextContents()).join(", ");
}

/** Sends a file of this machine into the open folder. */
async function addFile(page: Page, studio: FrameLocator, file: string): Promise<void> {
  await studio.getByRole("button", { name: /^Dataset/ }).click();
  await studio.getByRole("button", { name: "Add and export …" }).click();
  await studio.getByLabel("Choose files …").setInputFiles(file);
  await studio.getByRole("button", { name: "Add 1 file" }).click();
  await studio.getByText("1 file added.").waitFor();
  await page.keyboard.press("Escape");
}

/** Looks at one picture in the tab and sends its tags to txt2img; what then stands in that tab's prompt. */
async function sendToTxt2img(page: Page, studio: FrameLocator, file: string): Promise<string> {
  await studio.getByRole("button", { name: /^Tagging/ }).click();
  await studio.getByRole("button", { name: "One picture …" }).click();
  await studio.getByLabel("Picture to look at").setInputFiles(file);
  await studio.getByRole("button", { name: "Send to txt2img" }).click();
  const prompt = page.locator("#txt2img_prompt textarea");
  await prompt.waitFor({ state: "visible" });
  await page.waitForFunction("document.querySelector('#txt2img_prompt textarea').value !== ''");
  return prompt.inputValue();
}

test.each(preparedStacks)(
  "%s, behind a login and a TLS proxy with a sub-path: the tab fills the window; a folder is tagged, a file added, a picture's tags sent to txt2img",
  async (stack) => {
    const [folder, other] = [await newFolder(), await newFolder()];
    // Other pictures in each: the studio they share knows the scores of those it has seen.
    await drawPictures(folder, 3, 60 + preparedStacks.indexOf(stack));
    await drawPictures(other, 1);
    await rename(join(other, "1.png"), join(other, "added.png"));
    const address = await outsideAddress(stack);
    const { page } = await openTab(`${address}lora-atelier/`, { ignoreHTTPSErrors: true });
    await page.getByText("Log in to the WebUI first.").waitFor();
    await logIn(page);

    await page.goto(address);
    const studio = await showTab(page);
    await openInTab(studio, folder);
    const caption = await tagInTab(studio);
    const beyond = await overflow(page);
    const resized = await restlessness(page);
    const seen = new Set<string>();
    // As gradio's own switch does.
    for (const theme of ["dark", "light"]) {
      await page.evaluate(`document.body.classList.toggle("dark", ${theme === "dark"})`);
      await studio.locator(`html[data-theme="${theme}"]`).waitFor();
      seen.add(String(await page.evaluate(looks)));
    }
    await addFile(page, studio, join(other, "added.png"));
    await studio
      .getByRole("option", { name: /^added\.png/ })
      .locator("img")
      .waitFor();
    await page.waitForFunction(thumbnailsShown);
    const sent = await sendToTxt2img(page, studio, join(folder, "1.png"));

    expect(caption).toBe(await readFile(join(folder, "1.txt"), "utf8"));
    expect(beyond).toBe("0 0 0 0");
    expect(resized).toBe(0);
    expect(seen).toEqual(
      new Set(["dark dark rgb(11, 15, 25) rgb(11, 15, 25)", "light light rgb(255, 255, 255) rgb(255, 255, 255)"]),
    );
    expect(sent).toBe(caption);
  },
);

test("without a login: a room with a tab of its own, a plan proposed and saved; Reload UI, and the page comes back by itself", async () => {
  const folder = join(await newFolder(), "10_おから の絵");
  await mkdir(folder);
  await drawPictures(folder, 3);
  const port = await startWebui(preparedStacks.at(-1) ?? "", await newFolder(), ["--room-tabs", "planning,sweep"]);
  const { page } = await openTab(`http://127.0.0.1:${port}/`);
  const plan = await showTab(page, "Atelier: Planning");
  await openInTab(plan, folder);
  await plan.getByLabel("Steps you want").fill("300");
  await plan.getByRole("button", { name: "Propose a plan" }).click();
  // 3 pictures × 10 repeats: 10 epochs.
  await plan.getByRole("img", { name: /^The run: 300 steps in 10 epochs/ }).waitFor();
  // It is kept by itself, a moment after the last answer.
  await plan.getByRole("status").getByText("Saved", { exact: true }).waitFor();
  const rooms = await plan.getByRole("navigation").count();
  const loaded = page.frames().filter((frame) => frame.url().includes("lora-atelier")).length;

  await page.request.post(`http://127.0.0.1:${port}/stand-in/reload`);
  await plan.getByText("reconnecting", { exact: false }).waitFor();
  await plan.getByText("studio ok").waitFor();
  // As a WebUI does after Reload UI; what was open is open again.
  await page.reload();
  await showTab(page, "Atelier: Planning");
  await plan.getByRole("img", { name: /^The run: 300 steps in 10 epochs/ }).waitFor();
  // A key that leads to another room shows that one's tab, with the folder; one without a tab comes into this one.
  await plan.locator(".folder-button").press("6");
  await page
    .frameLocator('iframe[title="Atelier: Sweep"]')
    .getByRole("button", { name: /おから/ })
    .waitFor();
  const sweepTab = await tabButton(page, "Atelier: Sweep").getAttribute("class");
  await (await showTab(page, "Atelier: Planning")).locator(".folder-button").press("1");
  await plan.getByRole("option", { name: /^1\.png/ }).waitFor();

  // The tab of the whole studio was never shown: its frame has loaded nothing.
  expect(loaded).toBe(1);
  expect(rooms).toBe(0);
  expect(sweepTab).toMatch(/selected/);
  expect(await plan.getByRole("navigation").count()).toBe(1);
});
