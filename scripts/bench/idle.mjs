// What an idle studio costs: a sidecar with a linked WebUI and an open page (Linux only).
// `node scripts/bench/idle.mjs [--seconds 60] [--room sweep]`, after `npm test` once; CHROMIUM names another browser.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import { WebSocket } from "ws";
import { root } from "../set-up/root.mjs";

const { values } = parseArgs({
  options: { seconds: { type: "string", default: "60" }, room: { type: "string", default: "dataset" } },
});
// What a page does when it opens, and what the first requests leave for the garbage collector.
const SETTLE_MS = 15_000;
const TICKS_PER_SECOND = 100;

/** Of a process and all it started: seconds of CPU, MB of memory, and the native libraries that are loaded. */
function costOf(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const own = {
    seconds: (Number(stat[11]) + Number(stat[12])) / TICKS_PER_SECOND,
    // Those that ended meanwhile, too.
    ended: (Number(stat[13]) + Number(stat[14])) / TICKS_PER_SECOND,
    megabytes: Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024,
    libraries: [
      ...new Set(readFileSync(`/proc/${pid}/maps`, "utf8").match(/[\w.-]*(?:onnxruntime|vips|sharp)[\w.-]*/g)),
    ],
  };
  const children = readdirSync("/proc").filter((name) => {
    try {
      return (
        /^\d+$/.test(name) && readFileSync(`/proc/${name}/stat`, "utf8").split(") ")[1].split(" ")[1] === String(pid)
      );
    } catch {
      return false;
    }
  });
  for (const child of children.map(costOf)) {
    own.seconds += child.seconds + child.ended;
    own.megabytes += child.megabytes;
    own.libraries.push(...child.libraries);
  }
  return own;
}

/** A WebUI's link that only says that it is there. */
async function linkWebui(home) {
  const { port, token } = JSON.parse(readFileSync(join(home, "endpoint.json"), "utf8"));
  const socket = new WebSocket(`ws://127.0.0.1:${port}/ws`, { headers: { "x-atelier-token": token } });
  await once(socket, "open");
  const facts = { id: home, title: home, name: "Forge", loraFolder: home };
  const requests = [
    ["initialize", { protocol: 1, client: "webui" }],
    ["webui/attach", facts],
  ];
  for (const [id, [method, params]] of requests.entries()) {
    socket.send(JSON.stringify({ jsonrpc: "2.0", id, method, params }));
  }
  return socket;
}

const home = mkdtempSync(join(tmpdir(), "atelier-idle-"));
const studio = spawn(process.execPath, [join(root, "dist/program/main.js"), "serve", "--port", "0"], {
  env: { ...process.env, ATELIER_HOME: home },
  stdio: ["ignore", "pipe", "inherit"],
});
const [line] = await once(createInterface(studio.stdout), "line");
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: "--headless --no-sandbox --disable-gpu --disable-background-networking".split(" "),
});
try {
  const socket = await linkWebui(home);
  const page = await browser.newPage();
  await page.goto(String(/http:\S+/.exec(line)?.[0]));
  await page.evaluate((room) => {
    location.hash = `room=${room}`;
  }, values.room);
  await wait(SETTLE_MS);
  const before = costOf(studio.pid);
  await wait(Number(values.seconds) * 1000);
  const after = costOf(studio.pid);
  const spent = after.seconds + after.ended - before.seconds - before.ended;
  process.stdout.write(
    `room ${values.room}, ${values.seconds} s: ${((spent / Number(values.seconds)) * 100).toFixed(2)} % of one CPU, `,
  );
  process.stdout.write(`${after.megabytes.toFixed(0)} MB resident (${before.megabytes.toFixed(0)} MB before)\n`);
  process.stdout.write(
    `onnxruntime, sharp: ${after.libraries.length === 0 ? "not loaded" : after.libraries.join(", ")}\n`,
  );
  socket.close();
} finally {
  await browser.close();
  studio.kill("SIGTERM");
  await once(studio, "exit");
  rmSync(home, { recursive: true, force: true });
}
