// Reading, decoding and resizing with nothing behind it: `preparation.mjs FOLDER` prints its seconds. The ceiling where
// inference is nearly free.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { startPreparation } from "../../../dist/sidecar/tagging/inference/preparation.js";

const [folder] = process.argv.slice(2);
const paths = readdirSync(folder).map((name) => join(folder, name));
const { prepare, close } = startPreparation();
(await prepare(paths[0], 448)).release();
const started = performance.now();
await Promise.all(paths.map((path) => prepare(path, 448).then(({ release }) => release())));
process.stdout.write(String((performance.now() - started) / 1000));
await close();
