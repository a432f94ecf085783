// Takes the READMEs' pictures from the running program: `node scripts/screenshots.mjs [en] [ja]` (needs Chromium and `npm test`'s
// set-up). README.ja.md shows some of them as the Japanese page has them, in the same state.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { chromium } from "playwright-core";
import sharp from "sharp";
import { root } from "./set-up/root.mjs";
import { setUp } from "./set-up.mjs";
import { prepareChromium } from "./tests/chromium.mjs";

const quiet =
  "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync";

const given = process.argv.slice(2);
const wants = (language) => given.length === 0 || given.includes(language);
const alsoJapanese = [
  "sweep-dark",
  "check-light",
  "tagging-light",
  "training-light",
  "captions-light",
  "plan-light",
  "dataset-light",
  "cutout-light",
  "sweep-compare-dark",
  "publish-light",
];

await setUp({ withTests: true });
const workshop = mkdtempSync(join(tmpdir(), "atelier-pictures-"));
const samples = join(workshop, "10_okara");
const { writeTrainingSet } = await import("../dist/sidecar/rehearsal/pictures/write-training-set.js");
await writeTrainingSet(samples);
// A stand-in for the checkpoint: only what the plan reads of one, its header.
const baseModel = join(workshop, "LastpieceCore_A0692.fp16.safetensors");
const header = Buffer.from(
  JSON.stringify({
    "model.diffusion_model.input_blocks.1.1.transformer_blocks.0.attn2.to_k.weight": {
      dtype: "F16",
      shape: [320, 768],
      data_offsets: [0, 491_520],
    },
  }),
);
const length = Buffer.alloc(8);
length.writeBigUInt64LE(BigInt(header.length));
writeFileSync(baseModel, Buffer.concat([length, header, Buffer.alloc(491_520)]));
const program = join(root, "dist/program/main.js");
const environment = { ...process.env, ATELIER_HOME: join(workshop, "state") };
const studio = spawn(process.execPath, [program, "serve", "--port", "0"], {
  env: { ...environment, ATELIER_STAND_IN_TRAINER: JSON.stringify({ secondsPerStep: 0.004 }) },
  stdio: ["ignore", "pipe", "inherit"],
});
process.once("exit", () => studio.kill());
const [line] = await once(createInterface(studio.stdout), "line");
const browser = await chromium.launch({ executablePath: await prepareChromium(root), args: quiet.split(" ") });

// Other work of the machine may slow it down much.
const PATIENCE_MS = 240_000;

async function newContext(options) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  context.setDefaultTimeout(PATIENCE_MS);
  return context;
}

async function open(options) {
  const context = await newContext(options);
  await context.addCookies(cookies);
  return context.newPage();
}

const address = /http:\S+/.exec(line)[0];
const first = await (await newContext({ locale: "en-US" })).newPage();
await first.goto(address);
const cookies = await first.context().cookies();
const at = (room, picture = "") => {
  const hash = new URLSearchParams({ room, folder: samples, ...(picture && { picture: join(samples, picture) }) });
  return `${new URL(address).origin}/#${hash}`;
};

async function settled(page) {
  await page.waitForLoadState("networkidle");
  await page.waitForFunction(() =>
    [...document.images].every((image) => {
      const { top, bottom } = image.getBoundingClientRect();
      return bottom <= 0 || top >= innerHeight || (image.complete && image.naturalWidth > 0);
    }),
  );
  await page.waitForTimeout(400);
}

async function shoot(page, name) {
  const pictures = join(root, "docs/pictures");
  // A palette is enough for what is read, and a third of the size.
  const keep = (shot, path) => sharp(shot).png({ palette: true, effort: 10 }).toFile(path);
  await settled(page);
  if (wants(name.endsWith("-ja") ? "ja" : "en")) await keep(await page.screenshot(), join(pictures, `${name}.png`));
  if (!alsoJapanese.includes(name) || !wants("ja")) return;
  await page.getByLabel("Language").selectOption("ja");
  await settled(page);
  mkdirSync(join(pictures, "ja"), { recursive: true });
  await keep(await page.screenshot(), join(pictures, "ja", `${name}.png`));
  await page.getByLabel("言語").selectOption("en");
  await settled(page);
}

await first.goto(at("dataset", "03.png"));
await first.getByRole("heading", { name: "03.png" }).waitFor();
await shoot(first, "dataset-light");
await first.getByRole("button", { name: "Check …" }).click();
await first.getByRole("button", { name: /^Look at 20/ }).click();
await first.locator("dialog.checkup .verdict").waitFor();
await shoot(first, "check-light");
await first.keyboard.press("Escape");
await first.getByRole("button", { name: "Cut out …" }).click();
await first.locator(".compare-after").waitFor();
await shoot(first, "cutout-light");
await first.keyboard.press("Escape");
await first.goto(at("tagging"));
await first.getByRole("button", { name: /^Tag 20 pictures/ }).click();
await first.getByText("All scores are kept").waitFor();
await first.goto(at("tagging", "06.png"));
await first.getByRole("slider", { name: "Threshold for general tags" }).fill("0.75");
await first.getByRole("complementary").locator(".chips .goes").first().waitFor();
await shoot(first, "tagging-light");
await first.getByRole("button", { name: /^Change \d+ captions/ }).click();
await first
  .getByText(/^Undo “choosing tags”/)
  .first()
  .waitFor();
spawnSync(process.execPath, [program, "captions", "trigger", samples, "--word", "okara"], { env: environment });
await first.goto(at("captions", "03.png"));
await first.getByLabel("Change", { exact: true }).selectOption("remove");
const frequent = await first.locator(".filter-chips button").nth(2).textContent();
await first
  .getByRole("combobox", { name: /^Tags, with commas between; / })
  .fill(String(frequent).replace(/\s+\d+$/, ""));
await first.getByRole("button", { name: /^Change \d+ captions/ }).focus();
await shoot(first, "captions-light");
const command = (...words) => spawnSync(process.execPath, [program, ...words], { env: environment });
// As the article has it: what the trigger shall carry leaves the captions.
command("captions", "prune", samples, "--concept", "character", "--trigger", "okara");
await first.goto(at("planning"));
await first.getByLabel("Preset").selectOption("article");
await first.getByRole("textbox", { name: "Base model" }).fill(baseModel);
await first.getByRole("button", { name: "Propose a plan" }).click();
await first.getByText(/files come out/).waitFor();
await shoot(first, "plan-light");
await first.getByRole("button", { name: "Propose prompts from the pictures" }).click();
await first
  .getByRole("textbox", { name: /^Sample every N steps/ })
  .first()
  .fill("1000");
await first.getByText("3 pictures each time.", { exact: false }).waitFor();
await first.goto(at("training"));
await first.getByRole("button", { name: "Rehearse it" }).click();
await first.getByText("okara-step00004000.safetensors").first().waitFor();
await shoot(first, "training-light");
await first
  .getByText(/^Finished: /)
  .first()
  .waitFor();
const loras = join(workshop, "webui", "models", "Lora");
mkdirSync(loras, { recursive: true });
await first.getByRole("button", { name: "The WebUI …" }).click();
await first.getByRole("dialog").getByLabel("Folder").fill(loras);
await first.getByRole("button", { name: "Use this folder" }).click();
await first.getByText("chosen here").waitFor();
await first.keyboard.press("Escape");
await first
  .getByRole("button", { name: /^To the WebUI: / })
  .first()
  .click();
await first.getByRole("dialog").getByRole("img").waitFor();
await shoot(first, "publish-light");
const japanese = await open({ locale: "ja-JP", colorScheme: "dark" });
await japanese.goto(at("tagging"));
await japanese.getByLabel("学習するもの").selectOption("character");
await japanese.getByRole("heading", { name: "フォルダのタグ" }).waitFor();
await shoot(japanese, "tagging-dark-ja");
await japanese.goto(at("dataset"));
await japanese.getByRole("button", { name: "学習用に並べる…" }).click();
await japanese.getByLabel("トリガーワード").fill("okara");
await japanese.locator(".folder-tree").waitFor();
await shoot(japanese, "arrange-dark-ja");
await japanese.goto(at("planning"));
await japanese.locator("#plan-cost").scrollIntoViewIfNeeded();
await japanese.locator("#plan-cost").evaluate((section) => section.scrollIntoView());
await shoot(japanese, "plan-dark-ja");
await japanese.goto(at("training"));
const wall = japanese.getByRole("heading", { name: "サンプル画像" });
await wall.waitFor();
// Not by the heading alone: that would move the whole page.
await japanese.locator(".train-room").evaluate(
  (room, heading) => {
    room.scrollTop += heading.getBoundingClientRect().top - room.getBoundingClientRect().top;
  },
  await wall.elementHandle(),
);
await shoot(japanese, "samples-dark-ja");
command("sweep", "--run", "1", "--rehearsal", "--size", "512x768", "--strengths", "0.25-1.25(+0.25)", "--json");
const sweeping = await open({ locale: "en-US", colorScheme: "dark" });
await sweeping.goto(at("sweep"));
await sweeping.getByRole("heading", { name: /^Use step / }).waitFor();
await shoot(sweeping, "sweep-dark");
await sweeping.getByRole("gridcell").nth(16).click();
await sweeping.keyboard.press("Space");
await sweeping.keyboard.press("a");
await sweeping.waitForTimeout(1500);
await shoot(sweeping, "sweep-compare-dark");
await japanese.emulateMedia({ colorScheme: "light" });
await japanese.goto(at("sweep"));
await japanese.getByRole("gridcell").first().waitFor();
await shoot(japanese, "sweep-light-ja");

await browser.close();
studio.kill();
await once(studio, "exit");
rmSync(workshop, { recursive: true, force: true });
