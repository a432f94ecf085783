import { once } from "node:events";
import { mkdir, readFile } from "node:fs/promises";
import { connect as openSocket } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, expect, test } from "@jest/globals";
import { type ClientOptions, WebSocket } from "ws";
import { type Sidecar, type SidecarOptions, startSidecar } from "../../sidecar/server/sidecar.js";
import { connect } from "../support/socket-client.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();
const running: Sidecar[] = [];
afterEach(async () => {
  for (const sidecar of running.splice(0)) await sidecar.close();
});

async function start(more: Partial<SidecarOptions> = {}) {
  const stateFolder = await newFolder();
  const options = { stateFolder, host: "127.0.0.1", port: 0, roots: [], exposed: false, ...more };
  const sidecar = await startSidecar(options);
  if (!sidecar) throw new Error("another process holds the state folder");
  running.push(sidecar);
  const address = `http://127.0.0.1:${sidecar.port}/`;
  const right = { "x-atelier-token": sidecar.token };
  const logged = (): Promise<string> => readFile(join(stateFolder, "log", "sidecar.log"), "utf8").catch(() => "");
  return { ...sidecar, stateFolder, address, right, logged };
}

/** The status of an upgrade that was refused, or 101. */
async function upgrade(port: number, options: ClientOptions): Promise<{ status: number; socket: WebSocket }> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/ws`, options);
  socket.on("error", () => {});
  const status = await Promise.race([
    once(socket, "unexpected-response").then(([, response]) => Number(response.statusCode)),
    once(socket, "open").then(() => 101),
  ]);
  return { status, socket };
}

/** Lines are written a moment after what they tell of. */
async function untilItHolds(read: () => Promise<string>, text: string): Promise<void> {
  const end = Date.now() + 25_000;
  while (!(await read()).includes(text)) {
    if (Date.now() > end) throw new Error(`${text} is not in ${await read()}`);
    await wait(30);
  }
}

async function stillServes(port: number, token: string): Promise<void> {
  const client = await connect(port, token);
  const answer = await client.call("initialize", { protocol: 1, client: "test" });
  expect(answer.protocol).toBe(1);
  client.close();
}

/** Sends bytes as they are; all that comes back until the other side closes. */
async function raw(port: number, bytes: string): Promise<string> {
  const socket = openSocket(port, "127.0.0.1");
  socket.on("error", () => {});
  socket.write(bytes);
  let answer = "";
  socket.on("data", (data) => {
    answer += String(data);
  });
  await once(socket, "close");
  return answer;
}

test("a foreign name, a foreign page and a wrong token get nothing, in both languages, and are logged without the token", async () => {
  const { address, right, port, token, logged } = await start();
  const rebound = await raw(
    port,
    `GET / HTTP/1.1\r\nHost: evil.example\r\nx-atelier-token: ${token}\r\nConnection: close\r\n\r\n`,
  );
  const foreign = await fetch(address, { headers: { ...right, origin: "http://evil.example" } });
  const wrong = await fetch(`${address}api/dataset/browse`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}x` },
  });

  expect(rebound).toMatch(/^HTTP\/1\.1 403/);
  expect(foreign.status).toBe(403);
  expect(await foreign.text()).toMatch(/not the studio's own.*\n\n.*開いてください/s);
  expect(wrong.status).toBe(401);
  expect((await upgrade(port, { headers: { ...right, host: "evil.example" } })).status).toBe(403);
  expect(
    await raw(port, "GET // HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n"),
  ).toMatch(/ 404 /);
  await stillServes(port, token);
  for (const reason of ["foreignHost", "foreignOrigin", "noToken", "unknownPath"]) await untilItHolds(logged, reason);
  expect(await logged()).not.toContain(token);
});

test("a page's cookie ends no studio and lets no other browser in; who has the token does", async () => {
  const { address, right, newOneTimeToken } = await start();
  const entered = await fetch(`${address}?token=${newOneTimeToken()}`, { redirect: "manual" });
  const cookie = String(entered.headers.get("set-cookie")).split(";")[0] ?? "";
  const post = async (path: string, headers: Record<string, string>): Promise<number> =>
    (await fetch(address + path, { method: "POST", headers })).status;

  expect((await fetch(address, { headers: { cookie } })).status).not.toBe(401);
  for (const path of ["shutdown", "one-time-token"]) {
    expect(await post(path, { cookie })).toBe(403);
    expect(await post(path, { ...right, "x-atelier-exposed": "1" })).toBe(403);
  }
  expect(await post("one-time-token", right)).toBe(200);
});

test("behind another address only the roots are open to a cookie, all to this machine's programs", async () => {
  const root = join(await newFolder(), "root");
  await mkdir(root);
  const { port, token, newOneTimeToken, address } = await start({ exposed: true, roots: [root] });
  const entered = await fetch(`${address}?token=${newOneTimeToken()}`, { redirect: "manual" });
  const cookie = String(entered.headers.get("set-cookie")).split(";")[0] ?? "";
  const own = await connect(port, token);
  await own.call("initialize", { protocol: 1, client: "test" });
  const ask = async (folder: string): Promise<number> => {
    const headers = { cookie, "content-type": "application/json" };
    return (await fetch(`${address}api/dataset/scan`, { method: "POST", headers, body: JSON.stringify({ folder }) }))
      .status;
  };

  expect((await own.call("dataset/scan", { folder: join(root, "..") })).images).toEqual([]);
  expect(await ask(root)).toBe(200);
  expect(await ask(join(root, ".."))).toBe(403);
});

test("a flood of sockets from one client is stopped, and another client is served", async () => {
  const { port, token, right, logged } = await start();
  const from = (client: string) =>
    upgrade(port, { headers: { ...right, "x-atelier-exposed": "1", "x-atelier-client": client } });
  const flood = await Promise.all(Array.from({ length: 40 }, () => from("10.0.0.1")));
  const other = await from("10.0.0.2");
  const statuses = flood.map(({ status }) => status);

  expect(statuses.filter((status) => status === 101)).toHaveLength(32);
  expect(statuses.filter((status) => status === 429)).toHaveLength(8);
  expect(other.status).toBe(101);
  await stillServes(port, token);
  await untilItHolds(logged, "tooManySockets");
  for (const { socket } of [...flood, other]) socket.terminate();
});

test("frames that are no JSON, odd JSON and one that is too large end their own socket and no other", async () => {
  const { port, token, right, logged } = await start();
  const odd = (await upgrade(port, { headers: right })).socket;
  for (const frame of [
    "null",
    "[]",
    "7",
    "{}",
    '{"jsonrpc":"2.0","id":1}',
    '{"jsonrpc":"2.0","id":2,"method":"__proto__"}',
    "[".repeat(100_000),
  ])
    odd.send(frame);
  const broken = (await upgrade(port, { headers: right })).socket;
  for (let times = 0; times < 20; times += 1) broken.send(times % 2 === 0 ? "{" : Buffer.from([0]));
  const large = (await upgrade(port, { headers: right })).socket;
  large.send(Buffer.alloc(33 * 2 ** 20));

  const codes = await Promise.all([broken, large].map(async (socket) => Number((await once(socket, "close"))[0])));
  expect(codes).toEqual([1008, 1009]);
  expect(odd.readyState).toBe(odd.OPEN);
  await stillServes(port, token);
  for (const reason of ["badFrames", "tooLarge"]) await untilItHolds(logged, reason);
  odd.terminate();
});

test("a body that stands still is ended, and others are served meanwhile", async () => {
  const { port, token, logged } = await start({ silenceMs: 200 });
  const slow = raw(
    port,
    `POST /api/dataset/scan HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nx-atelier-token: ${token}\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{`,
  );
  await stillServes(port, token);

  expect(await slow).toMatch(/^HTTP\/1\.1 408/);
  await untilItHolds(logged, "slowBody");
});

test("a body that is too large is refused", async () => {
  const { address, right, port, token } = await start();
  const headers = { ...right, "content-type": "application/json" };
  const body = JSON.stringify({ folder: "x".repeat(33 * 2 ** 20) });
  const answer = await fetch(`${address}api/dataset/scan`, { method: "POST", headers, body });

  expect(answer.status).toBe(413);
  await stillServes(port, token);
});
