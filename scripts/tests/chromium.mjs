import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

const systemPrograms = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:/Program Files/Google/Chrome/Application/chrome.exe",
];

const loud = { stdio: ["ignore", 2, 2] };
const systemChromium = () => [process.env.CHROMIUM, ...systemPrograms].find((path) => path && existsSync(path)) ?? null;

function installDebianPackage() {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return;
  process.stderr.write("Installing Chromium and Japanese fonts for the browser tests …\n");
  spawnSync("apt-get", ["update", "-qq"], loud);
  const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  spawnSync("apt-get", ["install", "-y", "-qq", "chromium", "fonts-noto-cjk"], { ...loud, env: environment });
}

async function playwrightChromium(root) {
  const { chromium } = await import("playwright-core");
  if (existsSync(chromium.executablePath())) return chromium.executablePath();
  process.stderr.write("Downloading playwright's Chromium for the browser tests …\n");
  spawnSync(process.execPath, [join(root, "node_modules/playwright-core/cli.js"), "install", "chromium"], loud);
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : null;
}

/** A Chromium for the tests: the system's, Debian's package when root, else playwright's own; null when none is to be had. */
export async function prepareChromium(root) {
  if (!systemChromium()) installDebianPackage();
  return systemChromium() ?? (await playwrightChromium(root));
}
