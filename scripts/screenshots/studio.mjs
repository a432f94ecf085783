import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { chromium } from "playwright-core";
import sharp from "sharp";
import { root } from "../set-up/root.mjs";
import { prepareChromium } from "../tests/chromium.mjs";

const quiet =
  "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync";

// Other work of the machine may slow it down much.
const PATIENCE_MS = 240_000;

const program = join(root, "dist/program/main.js");
/** Where the READMEs' pictures lie. */
const pictures = join(root, "docs/pictures");

/** A palette is enough for what is read, and a third of the size. */
const keep = (shot, path) => sharp(shot).png({ palette: true, effort: 10 }).toFile(path);

async function settled(page) {
  await page.waitForLoadState("networkidle");
  await page.waitForFunction(() =>
    [...document.images].every((image) => {
      const { left, top, width, height } = image.getBoundingClientRect();
      // What a pane or a dialog hides is loaded only when it is scrolled to.
      const seen = document.elementsFromPoint(left + width / 2, top + height / 2).includes(image);
      return !seen || (image.complete && image.naturalWidth > 0);
    }),
  );
  await page.waitForTimeout(400);
}

/**
 * The program with a state of its own, and a browser to look at it.
 * @param languages "en", "ja": whose pictures are kept
 * @param alsoJapanese names of pictures that README.ja.md shows as the Japanese page has them, in the same state
 */
export async function startStudio({ environment, languages, alsoJapanese }) {
  const studio = spawn(process.execPath, [program, "serve", "--port", "0"], {
    env: environment,
    stdio: ["ignore", "pipe", "inherit"],
  });
  process.once("exit", () => studio.kill());
  const [line] = await once(createInterface(studio.stdout), "line");
  const address = /http:\S+/.exec(line)[0];
  const browser = await chromium.launch({ executablePath: await prepareChromium(root), args: quiet.split(" ") });
  const wants = (language) => languages.length === 0 || languages.includes(language);
  let cookies = null;
  return {
    origin: new URL(address).origin,
    /** Runs a command to its end; it joins the studio. */
    command: (...words) => spawnSync(process.execPath, [program, ...words], { env: environment, encoding: "utf8" }),
    /** A new page; the first opens the address that lets the browser in. */
    async open(options) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
      context.setDefaultTimeout(PATIENCE_MS);
      if (cookies) await context.addCookies(cookies);
      const page = await context.newPage();
      if (!cookies) {
        await page.goto(address);
        cookies = await context.cookies();
      }
      return page;
    },
    /** Keeps what a page shows, in the other language too where that is wanted. */
    async shoot(page, name) {
      await settled(page);
      if (wants(name.endsWith("-ja") ? "ja" : "en")) await keep(await page.screenshot(), join(pictures, `${name}.png`));
      if (!alsoJapanese.includes(name) || !wants("ja")) return;
      await page.getByLabel("Language").selectOption("ja");
      await settled(page);
      mkdirSync(join(pictures, "ja"), { recursive: true });
      await keep(await page.screenshot(), join(pictures, "ja", `${name}.png`));
      await page.getByLabel("言語").selectOption("en");
      await settled(page);
    },
    /** Keeps what a page shows that is in one language only. */
    async shootAs(page, name, language) {
      await settled(page);
      const folder = language === "en" ? pictures : join(pictures, language);
      mkdirSync(folder, { recursive: true });
      if (wants(language)) await keep(await page.screenshot(), join(folder, `${name}.png`));
    },
    async close() {
      await browser.close();
      studio.kill();
      await once(studio, "exit");
    },
  };
}
