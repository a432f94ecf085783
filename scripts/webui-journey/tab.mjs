import { join } from "node:path";
import { chromium } from "playwright-core";

const quiet =
  "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync";
const TITLE = "LoRA Atelier";

/** Opens the WebUI and shows our tab, waiting through its set-up. */
export async function openTab({ webui, shots, width, height, patience }, executablePath) {
  const browser = await chromium.launch({ executablePath, args: quiet.split(" ") });
  const viewport = { width: Number(width), height: Number(height) };
  const context = await browser.newContext({ viewport, locale: "en-US" });
  context.setDefaultTimeout(Number(patience) * 1000);
  const page = await context.newPage();
  const errors = [];
  // Only ours: WebUIs and their extensions log much.
  page.on("pageerror", ({ message, stack }) => stack?.includes("lora-atelier") && errors.push(message));
  await page.goto(webui);
  const button = page.getByRole("tab", { name: TITLE }).or(page.getByRole("button", { name: TITLE, exact: true }));
  await button.first().click();
  const studio = page.frameLocator(`iframe[title="${TITLE}"]`);
  await studio.getByText("studio ok").waitFor();
  return {
    page,
    studio,
    show: () => button.first().click(),
    room: (name) => studio.getByRole("navigation").getByRole("button", { name }).click(),
    errors: () => errors,
    shot: async (name) => {
      if (shots) await page.screenshot({ path: join(shots, `${name}.png`) });
    },
    close: () => browser.close(),
  };
}

/** Clicks what leads to `outcome`, unless that is there already, and waits for it. */
export async function clickIfOffered(button, outcome) {
  await button.or(outcome).first().waitFor();
  if (await button.isVisible()) await button.click();
  await outcome.waitFor();
}
