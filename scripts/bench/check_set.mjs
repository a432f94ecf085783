// How long a check takes: duplicates of many pictures the first time and again, and all measures of a tenth of them.
// node scripts/bench/check_set.mjs [pictures=10000] [side=512]
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { root } from "../set-up/root.mjs";
import { run } from "./parts/run.mjs";

const [count = 10_000, side = 512] = process.argv.slice(2).map(Number);
const workshop = mkdtempSync(join(tmpdir(), "atelier-bench-"));
const [all, some] = ["all", "some"].map((name) => join(workshop, name));
for (const folder of [all, some]) mkdirSync(folder);

/** Noise of three sizes, laid over one another: no two are alike, and all have edges to look at. */
async function draw(path) {
  const layers = await Promise.all(
    [4, 16, 64].map(async (cells, layer) => {
      const pixels = Uint8Array.from({ length: cells * cells * 4 }, (_, at) =>
        at % 4 === 3 ? (layer === 0 ? 255 : 110) : Math.floor(Math.random() * 256),
      );
      const raw = { width: cells, height: cells, channels: 4 };
      return sharp(pixels, { raw }).resize(side, side, { kernel: "nearest" }).png({ compressionLevel: 1 }).toBuffer();
    }),
  );
  const [ground, ...over] = layers;
  await sharp(ground)
    .composite(over.map((input) => ({ input })))
    .flatten()
    .jpeg({ quality: 90 })
    .toFile(path);
}

for (let at = 0; at < count; at += 8) {
  const names = Array.from({ length: Math.min(8, count - at) }, (_, place) => `${at + place}.jpg`);
  await Promise.all(names.map((name, place) => draw(join((at + place) % 10 === 0 ? some : all, name))));
}
const secondsOf = async (...words) => {
  const program = [join(root, "dist/program/main.js"), "dataset", ...words, "--json"];
  return (await run(process.execPath, program, { environment: { ATELIER_HOME: join(workshop, "state") } })).seconds;
};
const first = await secondsOf("duplicates", all);
const again = await secondsOf("duplicates", all);
const check = await secondsOf("check", some);
const [many, few] = [count - Math.ceil(count / 10), Math.ceil(count / 10)];
console.log(`duplicates of ${many} pictures of ${side}²: ${first.toFixed(1)} s, again ${again.toFixed(1)} s`);
console.log(`ratio again : first ${(again / first).toFixed(3)}`);
console.log(`check of ${few}: ${check.toFixed(1)} s, ${((1000 * check) / few).toFixed(0)} ms a picture`);
rmSync(workshop, { recursive: true, force: true });
