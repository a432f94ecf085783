// How fast a trainer's log is read: a synthetic stderr of a long run, pushed in pieces as a file is read.
// node scripts/bench/read_log.mjs [megabytes=200] [piece=1048576]

import { createLossSeries } from "../../dist/sidecar/training/log/loss-series.js";
import { createLogReader } from "../../dist/sidecar/training/log/read-log.js";

const [megabytes = 200, piece = 1 << 20] = process.argv.slice(2).map(Number);
const record = (text) => `2026-11-22 21:26:51 WARNING  ${text.padEnd(30)} train_util.py:2097\n${" ".repeat(80)}\n`;
const steps = 10_000;
let log = "";
for (let step = 0; step < steps; step += 1) {
  const percent = String(Math.floor((100 * step) / steps)).padStart(3);
  const bar = (loss) => `\rsteps: ${percent}%|█▋        | ${step}/${steps} [00:01<00:06,  1.21s/it, avr_loss=${loss}]`;
  log += bar(step === 0 ? 0.1 : (((step - 1) % 97) / 97).toPrecision(3)) + bar(((step % 97) / 97).toPrecision(3));
  if (step % 500 === 0) log += record("Failed to get git commit");
}
const bytes = Buffer.from(log);
const rounds = Math.ceil((megabytes * 1e6) / bytes.length);
const series = createLossSeries(600);
let events = 0;
const reader = createLogReader((event) => {
  events += 1;
  if (event.kind === "progress" && typeof event.averageLoss === "number") series.add(events, event.averageLoss);
});
let peak = 0;
const before = process.memoryUsage().rss;
const start = performance.now();
for (let round = 0; round < rounds; round += 1) {
  for (let at = 0; at < bytes.length; at += piece) reader.push("stderr", bytes.subarray(at, at + piece));
  peak = Math.max(peak, process.memoryUsage().rss);
}
reader.end();
const seconds = (performance.now() - start) / 1_000;
const read = (rounds * bytes.length) / 1e6;
console.log(
  `${read.toFixed(0)} MB, ${(2 * steps * rounds).toLocaleString("en")} bars, ${events.toLocaleString("en")} events`,
);
console.log(
  `${seconds.toFixed(2)} s, ${(read / seconds).toFixed(0)} MB/s; memory +${((peak - before) / 1e6).toFixed(0)} MB at most`,
);
