import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { openDatabase } from "../../sidecar/store/database.js";
import { takeStateLock } from "../../sidecar/store/state-lock.js";
import { atelier } from "../support/command.js";
import { sidecars } from "../support/sidecar.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();
const start = sidecars();

test("two WebUIs that start at the same moment share one sidecar", async () => {
  const home = await newFolder();

  const [first, second, third] = await Promise.all([start(home), start(home), start(home)]);

  expect([second.port, third.port]).toEqual([first.port, first.port]);
  expect([second.token, third.token]).toEqual([first.token, first.token]);
});

test("what a killed sidecar left behind stops nobody", async () => {
  const home = await newFolder();
  const first = await start(home);
  await first.kill();

  const command = await atelier(home, ["captions", "history", home, "--json"]);
  const second = await start(home);

  expect(JSON.parse(command.stdout)).toEqual({ steps: [], undo: null, redo: null });
  expect(second.token).not.toBe(first.token);
});

test("an older sidecar is asked to make room; one that works is left alone, and both numbers are told", async () => {
  const home = await newFolder();
  const lock = takeStateLock(home);
  openDatabase(home).close();
  let busy = true;
  const asked: (string | undefined)[] = [];
  const older = createServer((request, response) => {
    asked.push(request.url);
    response.writeHead(busy ? 409 : 204).end();
    if (!busy) lock?.release();
  });
  older.listen(0, "127.0.0.1");
  await once(older, "listening");
  const { port } = Object(older.address());
  const endpoint = { port, token: "t", pid: process.pid, started: "", protocol: 0, program: "" };
  await writeFile(join(home, "endpoint.json"), JSON.stringify(endpoint));

  const refused = await atelier(home, ["captions", "history", home]);
  busy = false;
  const allowed = await atelier(home, ["captions", "history", home, "--json"]);
  older.close();

  expect(refused.code).toBe(1);
  expect(refused.stderr).toMatch(/protocol 0.*protocol 1/);
  expect(JSON.parse(allowed.stdout)).toEqual({ steps: [], undo: null, redo: null });
  expect(asked).toEqual(["/shutdown?if-idle", "/shutdown?if-idle"]);
});
