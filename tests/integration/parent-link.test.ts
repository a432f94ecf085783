import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterEach, expect, test } from "@jest/globals";
import { program } from "../support/command.js";
import { connect } from "../support/socket-client.js";
import { temporaryFolders } from "../support/temporary-folder.js";
import { writeSafetensors } from "../support/tiny-safetensors.js";

const newFolder = temporaryFolders();
const running: ChildProcess[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill("SIGKILL");
});

/** A sidecar's process as the shim of the WebUI `id` starts it; `answers` are the shim's, by method. */
async function webui(home: string, id: string, answers: Record<string, object>) {
  const facts = JSON.stringify({ id, title: id, name: "AUTOMATIC1111", loraFolder: `${home}/loras` });
  const child = spawn(process.execPath, [program, "serve", "--port", "0", "--parent", "1", "--attach", facts], {
    env: { ...process.env, ATELIER_HOME: home },
    stdio: ["pipe", "pipe", "pipe"],
  });
  running.push(child);
  const asked: Record<string, unknown>[] = [];
  const console: string[] = [];
  createInterface(child.stderr).on("line", (line) => void console.push(line));
  const ready = await new Promise<{ port: number; token: string }>((resolve) => {
    createInterface(child.stdout).on("line", (line) => {
      const told = Object(JSON.parse(line));
      if (told.ready) resolve(told.ready);
      if (told.method === undefined) return;
      asked.push(told);
      child.stdin.write(`no JSON\n${JSON.stringify({ id: told.id, ...answers[told.method] })}\n`);
    });
  });
  return { child, asked, console, ready, exit: once(child, "exit") };
}

/** Asks until the answer is as wanted. */
async function until<T>(ask: () => Promise<T>, wanted: (answer: T) => boolean): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (wanted(answer)) return answer;
  }
}

test("two WebUIs speak to one sidecar by their own processes' pipes, and each goes or comes back with its own", async () => {
  const home = await newFolder();
  await mkdir(join(home, "loras"));
  const first = await webui(home, "/a", { "webui/refreshLoras": { result: {} } });
  const second = await webui(home, "/b", { "webui/refreshLoras": { failure: "RuntimeError: no such folder" } });
  const client = await connect(first.ready.port, first.ready.token);
  await client.call("initialize", { protocol: 1, client: "test" });
  const attached = async (): Promise<string[]> => {
    const { webuis } = await client.call("webui/list", {});
    return (Array.isArray(webuis) ? webuis : []).map(({ id }) => id).sort();
  };

  expect(second.ready).toEqual(first.ready);
  expect(await until(attached, ({ length }) => length === 2)).toEqual(["/a", "/b"]);

  await writeSafetensors(join(home, "okara.safetensors"), { "lora_unet_a.lora_down.weight": { shape: [4, 4] } });
  const published = await client.call("training/publish", { path: join(home, "okara.safetensors") });
  expect(published.refreshed).toEqual(["/a"]);
  expect(JSON.stringify(published)).toContain("The WebUI could not do it: RuntimeError: no such folder");
  expect(first.asked.map(({ method, params }) => [method, params])).toEqual([["webui/refreshLoras", {}]]);

  second.child.stdin?.end();
  const [code] = await second.exit;
  expect(code).toBe(0);
  expect(await until(attached, ({ length }) => length === 1)).toEqual(["/a"]);

  const third = await webui(home, "/c", {});
  await until(attached, ({ length }) => length === 2);
  first.child.kill("SIGKILL");
  // The shim begins anew then.
  expect(await third.exit).toEqual([0, null]);
});
