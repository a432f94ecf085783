// Peak memory while many small pictures are tagged, beside the bare session's (Linux only):
// `node scripts/bench/tagging_memory.mjs [--model FOLDER] [--pictures 10000]`, after `npm test` once.
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { root } from "../set-up/root.mjs";
import { drawPictures } from "./parts/pictures.mjs";
import { run } from "./parts/run.mjs";

const { values } = parseArgs({
  options: {
    model: { type: "string", default: join(root, "models/atelier-tiny-tagger") },
    pictures: { type: "string", default: "10000" },
  },
});
const workshop = mkdtempSync(join(tmpdir(), "atelier-bench-"));
const folder = join(workshop, "10_bench");
mkdirSync(folder);
await drawPictures(folder, { count: Number(values.pictures), sizes: [[200, 300]] });

const session = [join(root, "scripts/bench/parts/bare-session.mjs"), values.model, "20"];
const bare = await run(process.execPath, session, { environment: { ORT_DISABLE_TELEMETRY: "1" } });
const tag = [join(root, "dist/program/main.js"), "tag", folder, "--model", values.model, "--json"];
const ours = await run(process.execPath, tag, { environment: { ATELIER_HOME: join(workshop, "home") } });

const megabytes = (name) =>
  `${ours.peak[name].toFixed(0)} MB, ${(ours.peak[name] - bare.peak[name]).toFixed(0)} above the bare session's ${bare.peak[name].toFixed(0)}`;
process.stdout.write(`${values.pictures} pictures, model ${basename(values.model)}, all processes at their peak:\n`);
process.stdout.write(`resident ${megabytes("resident")}\n`);
process.stdout.write(`with what they share counted once ${megabytes("proportional")}\n`);
rmSync(workshop, { recursive: true, force: true });
