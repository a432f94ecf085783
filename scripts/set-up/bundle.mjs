// Joins what tsc wrote below dist/sidecar, and the packages that are plain JavaScript, into a few files below dist/program: a
// command that loads 900 modules one by one takes a second longer to begin. Child processes and workers start from tsc's own files.
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { rolldown } from "rolldown";
import { root } from "./root.mjs";

const dist = join(root, "dist");
const target = join(dist, "program");

/** These bring binaries, workers or files that they look for beside themselves. */
const leftOutside = [
  /^@photostructure\/sqlite/,
  /^onnxruntime/,
  /^sharp/,
  /^tinypool/,
  /^pino/,
  /^@huggingface/,
  /^open$/,
  /^write-file-atomic/,
  /^bullmq$/,
  /^ioredis$/,
];

/** Here a place of its own is asked for only where there is one. */
const asksBefore = /[\\/]undici[\\/]index\.js$/;

/** What is joined has no `__filename` any more: a package that needs it belongs to those left outside. */
const noPlace = {
  name: "no-place",
  transform(code, id) {
    if (!/\b__(?:file|dir)name\b/.test(code) || asksBefore.test(id)) return null;
    throw new Error(`${id} asks for its own place: leave its package outside the bundle.`);
  },
};

/** A module goes on looking for files where tsc put it. */
const ownPlace = {
  name: "own-place",
  transform(code, id) {
    const place = relative(dist, id);
    if (place.startsWith("..") || !code.includes("import.meta.url")) return null;
    const address = JSON.stringify(`../${place.split(sep).join("/")}`);
    return code.replaceAll("import.meta.url", `new URL(${address}, import.meta.url).href`);
  },
};

const bundle = await rolldown({
  input: { main: join(dist, "sidecar/main.js"), "command-line": join(dist, "sidecar/command-line/command-line.js") },
  platform: "node",
  external: leftOutside,
  plugins: [ownPlace, noPlace],
});
rmSync(target, { recursive: true, force: true });
// Names stay, so that an error's stack can be read.
await bundle.write({
  dir: target,
  format: "esm",
  minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
});
await bundle.close();

// One Japanese letter makes V8 keep the whole text with two bytes a letter: 4 MB for as long as the program runs.
for (const name of readdirSync(target)) {
  const path = join(target, name);
  const escaped = (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`;
  writeFileSync(path, readFileSync(path, "utf8").replace(/[^\0-\x7f]/g, escaped));
}
