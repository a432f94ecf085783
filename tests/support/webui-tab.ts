import type { FrameLocator, Locator, Page } from "playwright-core";

/** The button of a WebUI tab: gradio 4 marks its tabs as tabs, gradio 3 as buttons. */
export const tabButton = (page: Page, name: string): Locator =>
  page.getByRole("tab", { name }).or(page.getByRole("button", { name }));

/** Shows one of our tabs and gives the page in it. */
export async function showTab(page: Page, name = "LoRA Atelier"): Promise<FrameLocator> {
  await tabButton(page, name).click();
  return page.frameLocator(`iframe[title="${name}"]`);
}

/** Opens a folder in our page, also right after its studio was started. */
export async function openInTab(studio: FrameLocator, folder: string): Promise<void> {
  await studio.getByRole("button", { name: "Open a folder" }).first().click();
  await studio.getByLabel("Path of the folder").fill(folder);
  await studio.getByRole("button", { name: "Open this folder" }).click();
}

const measured = `(() => {
  const shown = [...document.querySelectorAll("#tabs iframe")].find((frame) => frame.getClientRects().length > 0);
  const beyond = (element) => [element.scrollWidth - element.clientWidth, element.scrollHeight - element.clientHeight];
  return [document.documentElement, shown.contentDocument.documentElement].flatMap(beyond).join(" ");
})()`;

/** How far the WebUI's page goes beyond the window, and ours beyond its frame, across and down: "0 0 0 0" with no scroll bar. */
export const overflow = async (page: Page): Promise<string> => String(await page.evaluate(measured));

const counted = `(async () => {
  const shown = [...document.querySelectorAll("#tabs iframe")].find((frame) => frame.getClientRects().length > 0);
  let resized = 0;
  shown.contentWindow.addEventListener("resize", () => (resized += 1));
  const drawn = () => new Promise((resolve) => requestAnimationFrame(resolve));
  // What was on its way has come by then.
  for (let frames = 0; frames < 5; frames += 1) await drawn();
  resized = 0;
  for (let frames = 0; frames < 20; frames += 1) await drawn();
  return resized;
})()`;

/** How often our frame is resized while nobody does anything, in twenty pictures of the screen: 0. */
export const restlessness = async (page: Page): Promise<number> => Number(await page.evaluate(counted));

/** Whether the WebUI is dark, whether our page is, and both their grounds: `dark dark rgb(11, 15, 25) rgb(11, 15, 25)`. */
export const looks = `(() => {
  const shown = [...document.querySelectorAll("#tabs iframe")].find((frame) => frame.getClientRects().length > 0);
  const inside = shown.contentDocument;
  const ground = (element) => getComputedStyle(element).backgroundColor;
  const probe = document.body.appendChild(document.createElement("i"));
  probe.style.backgroundColor = "var(--body-background-fill)";
  const webui = ground(probe);
  probe.remove();
  const theme = document.body.classList.contains("dark") ? "dark" : "light";
  return [theme, inside.documentElement.dataset.theme, webui, ground(inside.body)].join(" ");
})()`;
