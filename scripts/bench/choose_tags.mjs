// How long choosing tags anew takes over many pictures whose scores are kept: `node scripts/bench/choose_tags.mjs [N]`.
// Scores are drawn at random in the shape a WD tagger gives them (10,861 labels, about 150 of them kept a picture).
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const pictures = Number(process.argv[2] ?? 10_000);
const labels = 10_861;
const kept = 150;
const folder = mkdtempSync(join(tmpdir(), "atelier-bench-"));
const home = join(folder, "home");
const set = join(folder, "10_okara");
process.env.ATELIER_HOME = home;
mkdirSync(home);
mkdirSync(set);

const dist = new URL("../../dist/sidecar/", import.meta.url);
const { openDatabase, transaction } = await import(new URL("store/database.js", dist).href);
const { rememberModel } = await import(new URL("store/score-table.js", dist).href);
const { keptScores } = await import(new URL("tagging/scores/kept-scores.js", dist).href);
const { openClient } = await import(new URL("command-line/studio-client.js", dist).href);

const database = openDatabase(home);
const names = Array.from({ length: labels }, (_, index) => [
  `tag_number_${index}`,
  index < 4 ? "rating" : index < 9000 ? "general" : "character",
]);
const model = rememberModel(database, { key: "bench", name: "wd-bench", labels: names });
const scores = keptScores(database);
transaction(database, () => {
  for (let index = 0; index < pictures; index += 1) {
    const image = join(set, `${String(index).padStart(5, "0")}.png`);
    writeFileSync(image, `picture ${index}`);
    const { size, mtimeMs } = statSync(image);
    const chosen = new Set([0, 1, 2, 3]);
    // Some tags are common to many pictures, most are rare.
    while (chosen.size < kept) chosen.add(4 + Math.floor((labels - 4) * Math.random() ** 4));
    const sorted = Uint32Array.from([...chosen].sort((left, right) => left - right));
    scores.keep(
      { image, stamp: { size, modified: mtimeMs }, content: createHash("sha256").update(String(index)).digest("hex") },
      model,
      { labels: sorted, probabilities: Float32Array.from(sorted, () => 0.005 + 0.995 * Math.random() ** 3) },
    );
  }
});
database.close();

const client = await openClient();
const timed = async (what, work) => {
  const start = performance.now();
  const result = await work();
  process.stdout.write(`${what}: ${Math.round(performance.now() - start)} ms\n`);
  return result;
};
const common = { folder: set, models: [{ model: "wd-bench" }], existing: "overwrite" };
const at = (general) => ({ ...common, choice: { thresholds: { general } } });
const paths = Array.from({ length: 100 }, (_, index) => join(set, `${String(index).padStart(5, "0")}.png`));
process.stdout.write(
  `${pictures} pictures, ${kept} kept scores each, ${(statSync(join(home, "state.sqlite")).size / 2 ** 20).toFixed(0)} MB of state\n`,
);
await timed("first preview (everything read)", () => client.call("tagging/preview", { ...at(0.35), paths }));
await timed("slider moved", () => client.call("tagging/preview", { ...at(0.5), paths }));
await timed("slider moved", () => client.call("tagging/preview", { ...at(0.4), paths }));
await timed("committed, new captions", () => client.call("tagging/apply", at(0.4)));
await timed("files written after that", () => client.call("tagging/apply", { ...at(0.4), wait: true }));
await timed("committed, changed captions", () => client.call("tagging/apply", at(0.5)));
const state = await timed("shown on the wall", () => client.call("dataset/scan", { folder: set }));
await timed("files written after that", () => client.call("tagging/apply", { ...at(0.5), wait: true }));
process.stdout.write(`caption of the first picture: ${state.images[0].caption.length} characters\n`);
await timed("undone, files written", () => client.call("captions/undo", { folder: set }));
await client.close();
rmSync(folder, { recursive: true });
