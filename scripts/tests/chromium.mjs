import { existsSync } from "node:fs";
import { join } from "node:path";
import { installDebianPackages } from "./debian-package.mjs";
import { runAside } from "./run-aside.mjs";

const systemPrograms = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:/Program Files/Google/Chrome/Application/chrome.exe",
];

const systemChromium = () => [process.env.CHROMIUM, ...systemPrograms].find((path) => path && existsSync(path)) ?? null;

async function playwrightChromium(root) {
  const { chromium } = await import("playwright-core");
  if (existsSync(chromium.executablePath())) return chromium.executablePath();
  process.stderr.write("Downloading playwright's Chromium for the browser tests …\n");
  await runAside(process.execPath, [join(root, "node_modules/playwright-core/cli.js"), "install", "chromium"]);
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : null;
}

/** Debian's package, when root, where there is no Chromium yet. Needs no packages of npm. */
export async function installSystemsChromium() {
  if (systemChromium()) return;
  const title = "Installing Chromium and Japanese fonts for the browser tests";
  await installDebianPackages(title, ["chromium", "fonts-noto-cjk"], { recommended: true });
}

/** A Chromium for the tests: the system's, Debian's package when root, else playwright's own; null when none is to be had. */
export async function prepareChromium(root) {
  await installSystemsChromium();
  return systemChromium() ?? (await playwrightChromium(root));
}
