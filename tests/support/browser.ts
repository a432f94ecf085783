import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "@jest/globals";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";

// What works without a network and as root; without the background ones it looks its maker's hosts up at every start.
const quiet =
  "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync";

export interface Tab {
  page: Page;
  /** Errors the page threw or logged. */
  errors: string[];
}

/** Opens pages in a real Chromium; CHROMIUM names another program than the system's. */
export function browserTabs(): (address: string, options?: BrowserContextOptions) => Promise<Tab> {
  let browser: Browser | undefined;
  let profile = "";
  afterAll(async () => {
    await browser?.close();
    if (profile) await rm(profile, { recursive: true, force: true });
  });
  return async (address, options = {}) => {
    profile ||= await mkdtemp(join(tmpdir(), "atelier-chromium-"));
    browser ??= await chromium.launch({
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: quiet.split(" "),
      env: { ...process.env, HOME: profile },
    });
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "en-US", ...options });
    // As long as a machine takes that is busy with other tests.
    context.setDefaultTimeout(150_000);
    const page = await context.newPage();
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(error.message));
    page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    await page.goto(address);
    return { page, errors };
  };
}
