// Edits over many captions: `node scripts/bench/edit_captions.mjs [--pictures 10000]`, after `npm test` once. Prints seconds,
// and as the yardstick what plain reading and plain rewriting of the same files take in the same run.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { createMessageConnection } from "vscode-jsonrpc/node";
import { WebSocket } from "ws";
import { root } from "../set-up/root.mjs";

const { SocketReader, SocketWriter } = await import(join(root, "dist/sidecar/server/socket-transport.js"));
const { values } = parseArgs({ options: { pictures: { type: "string", default: "10000" } } });
const count = Number(values.pictures);
const workshop = mkdtempSync(join(tmpdir(), "atelier-bench-"));
const folder = join(workshop, "10_bench");
mkdirSync(folder);
const tags = Array.from({ length: 200 }, (_, index) => `tag number ${index}`);
for (let index = 0; index < count; index += 1) {
  const own = Array.from({ length: 20 }, (_, place) => tags[(index * 7 + place * 11) % tags.length]);
  writeFileSync(join(folder, `${index}.png`), "");
  writeFileSync(join(folder, `${index}.txt`), ["okara", "1girl", "smile", ...own].join(", "));
}
const say = (name, seconds) => process.stdout.write(`${name}: ${seconds.toFixed(2)} s\n`);
async function timed(name, work) {
  const started = performance.now();
  const result = await work();
  say(name, (performance.now() - started) / 1000);
  return result;
}

const sidecar = spawn(
  process.execPath,
  [join(root, "dist/program/main.js"), "--port", "0", "--parent", String(process.pid)],
  {
    env: { ...process.env, ATELIER_HOME: join(workshop, "home") },
    stdio: ["pipe", "pipe", "inherit"],
  },
);
const [line] = await once(createInterface(sidecar.stdout), "line");
const { port, token } = JSON.parse(line).ready;
const socket = new WebSocket(`ws://127.0.0.1:${port}/ws`, { headers: { "x-atelier-token": token } });
await once(socket, "open");
let longest = 0;
socket.on("message", (data) => {
  longest = Math.max(longest, data.length);
});
const connection = createMessageConnection(new SocketReader(socket), new SocketWriter(socket));
connection.listen();
const call = (method, params) => connection.sendRequest(method, params);
await call("initialize", { protocol: 1, client: "page" });

await timed("plain reading of all captions", async () => {
  for (const name of readdirSync(folder)) if (name.endsWith(".txt")) readFileSync(join(folder, name), "utf8");
});
await timed("first part of the folder", () => call("dataset/scan", { folder, from: 0 }));
await timed("whole folder in parts", async () => {
  for (let from = 0; typeof from === "number"; ) from = (await call("dataset/scan", { folder, from })).next;
});
await timed("filter by three conditions", () =>
  call("captions/list", { folder, filter: "tag number 5 AND tags:>10 -skirt", captions: false }),
);
await timed("statistics", () => call("captions/stats", { folder, together: 24 }));
await timed("filter by tokens", () => call("captions/list", { folder, filter: "tokens:>75", captions: false }));
const edits = [{ kind: "remove", tags: ["smile"] }];
const shown = await timed("preview of an edit of all", () => call("captions/edit", { folder, edits, dryRun: true }));
await timed("edit of all, committed", () => call("captions/edit", { folder, edits, expect: shown.digest, limit: 0 }));
await timed("… its files", () => call("captions/following", { folder, wait: true }));
await timed("undo, committed", () => call("captions/undo", { folder, wait: false }));
await timed("… its files", () => call("captions/following", { folder, wait: true }));
await timed("doubts", () => call("captions/doubts", { folder }));
process.stdout.write(`longest message: ${(longest / 1e6).toFixed(2)} MB\n`);
await timed("plain rewriting of all captions", async () => {
  for (const name of readdirSync(folder)) {
    if (name.endsWith(".txt")) writeFileSync(join(folder, name), readFileSync(join(folder, name), "utf8"));
  }
});
socket.terminate();
sidecar.kill();
rmSync(workshop, { recursive: true, force: true });
