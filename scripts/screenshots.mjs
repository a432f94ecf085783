// Takes the READMEs' pictures from the running program: `node scripts/screenshots.mjs [en] [ja]` (needs Chromium and `npm test`'s
// set-up). README.ja.md shows some of them as the Japanese page has them, in the same state.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { shootMachines } from "./screenshots/machines.mjs";
import { startStudio } from "./screenshots/studio.mjs";
import { setUp } from "./set-up.mjs";

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
  "projects-light",
  "lineage-dark",
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
const { origin, open, shoot, shootAs, command, close } = await startStudio({
  environment: {
    ...process.env,
    ATELIER_HOME: join(workshop, "state"),
    ATELIER_STAND_IN_TRAINER: JSON.stringify({ secondsPerStep: 0.004 }),
  },
  languages: process.argv.slice(2),
  alsoJapanese,
});
const first = await open({ locale: "en-US" });
const at = (room, picture = "") => {
  const hash = new URLSearchParams({ room, folder: samples, ...(picture && { picture: join(samples, picture) }) });
  return `${origin}/#${hash}`;
};

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
command("captions", "trigger", samples, "--word", "okara");
await first.goto(at("captions", "03.png"));
await first.getByLabel("Change", { exact: true }).selectOption("remove");
const frequent = await first.locator(".filter-chips button").nth(2).textContent();
await first
  .getByRole("combobox", { name: /^Tags, with commas between; / })
  .fill(String(frequent).replace(/\s+\d+$/, ""));
await first.getByRole("button", { name: /^Change \d+ captions/ }).focus();
await shoot(first, "captions-light");
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

await first.goto(`${origin}/#room=projects`);
await first.getByRole("button", { name: "Story of “10_okara”" }).waitFor();
await shoot(first, "projects-light");
await sweeping.goto(at("training"));
await sweeping
  .getByRole("button", { name: /^Where from: okara/ })
  .first()
  .click();
await sweeping.locator(".lineage-chain").waitFor();
await shoot(sweeping, "lineage-dark");
for (const language of ["en", "ja"]) {
  const page = join(workshop, `report-${language}.html`);
  command("projects", "report", samples, "--output", page, "--language", language);
  const report = await open({ locale: "en-US", colorScheme: "light" });
  await report.goto(pathToFileURL(page).href);
  await shootAs(report, "report-light", language);
}
await close();
await shootMachines({ workshop, samples, languages: process.argv.slice(2) });
rmSync(workshop, { recursive: true, force: true });
