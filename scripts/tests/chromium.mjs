import { existsSync } from "node:fs";
import { join } from "node:path";
import { runAside } from "./run-aside.mjs";

const systemPrograms = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:/Program Files/Google/Chrome/Application/chrome.exe",
];

const systemChromium = () => [process.env.CHROMIUM, ...systemPrograms].find((path) => path && existsSync(path)) ?? null;

async function installDebianPackage() {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return;
  process.stderr.write("Installing Chromium and Japanese fonts for the browser tests …\n");
  await runAside("apt-get", ["update", "-qq"]);
  const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  await runAside("apt-get", ["install", "-y", "-qq", "chromium", "fonts-noto-cjk"], environment);
}

async function playwrightChromium(root) {
  const { chromium } = await import("playwright-core");
  if (existsSync(chromium.executablePath())) return chromium.executablePath();
  process.stderr.write("Downloading playwright's Chromium for the browser tests …\n");
  await runAside(process.execPath, [join(root, "node_modules/playwright-core/cli.js"), "install", "chromium"]);
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : null;
}

/** Debian's package, when root, where there is no Chromium yet. Needs no packages of npm. */
export async function installSystemsChromium() {
  if (!systemChromium()) await installDebianPackage();
}

/** A Chromium for the tests: the system's, Debian's package when root, else playwright's own; null when none is to be had. */
export async function prepareChromium(root) {
  await installSystemsChromium();
  return systemChromium() ?? (await playwrightChromium(root));
}
