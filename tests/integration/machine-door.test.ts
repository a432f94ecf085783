import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterEach, expect, test } from "@jest/globals";
import { type MachineDoor, openDoor } from "../../sidecar/machines/door/door.js";
import { createMachines } from "../../sidecar/machines/door/machines.js";
import { createOfferedFiles, type OfferedFiles } from "../../sidecar/machines/door/offered-files.js";
import { createTasks, type Tasks } from "../../sidecar/machines/door/tasks.js";
import { createFileCache } from "../../sidecar/machines/worker/file-cache.js";
import { createStudioClient } from "../../sidecar/machines/worker/studio-client.js";
import { openDatabase } from "../../sidecar/store/database.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();
const TOKEN = "token-of-the-tests";
const doors: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const door of doors.splice(0)) await door.close();
});

const sha = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");

interface World {
  door: MachineDoor;
  url: string;
  tasks: Tasks;
  files: OfferedFiles;
  incoming: string;
  refused: string[];
}

async function open(): Promise<World> {
  const [incoming, state] = [await newFolder(), await newFolder()];
  const database = openDatabase(state);
  const [tasks, files, refused] = [createTasks(incoming), createOfferedFiles(database), [] as string[]];
  const onRefused = (why: string): void => void refused.push(why);
  const shares = { of: () => null };
  const options = {
    ...{ host: "127.0.0.1", port: 0, token: TOKEN, machines: createMachines(), tasks, files, shares },
    onRefused,
  };
  const door = await openDoor(options);
  doors.push({
    async close() {
      await door.close();
      database.close();
    },
  });
  return { door, url: `http://127.0.0.1:${door.port}`, tasks, files, incoming, refused };
}

const ask = (url: string, options: RequestInit = {}, token: string | null = TOKEN): Promise<Response> =>
  fetch(url, {
    ...options,
    headers: { ...options.headers, ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
  });

const clientOf = (url: string) => createStudioClient({ address: async () => url, token: TOKEN, machine: "m" });

test("without the token nothing is answered, and it is noted", async () => {
  const { url, refused } = await open();
  const routes = ["/beat", "/tasks/x", `/files/${"a".repeat(64)}`, "/", "/ws", "/api/host/doctor"];

  const statuses = [];
  for (const route of routes)
    for (const token of [null, "", "wrong", `${TOKEN}x`]) statuses.push((await ask(url + route, {}, token)).status);

  expect(new Set(statuses)).toEqual(new Set([401]));
  expect(refused.length).toBe(routes.length * 4);
});

test("who comes with another token is not listened to, however much they go on sending", async () => {
  const { door } = await open();
  const socket = connect(door.port, "127.0.0.1");
  let answer = "";
  let sent = 0;
  socket.on("data", (bytes) => {
    answer += bytes.toString();
  });
  // The end of the connection, in the middle of what it sends.
  socket.on("error", () => {});
  const closed = new Promise((resolve) => socket.on("close", resolve));
  socket.write("PUT /tasks/a/outputs/b HTTP/1.1\r\nHost: studio\r\nContent-Length: 1000000000\r\n\r\n");
  const sending = setInterval(() => {
    sent += 65_536;
    socket.write(Buffer.alloc(65_536));
  }, 5);
  await closed;
  clearInterval(sending);

  expect(answer).toMatch(/^HTTP\/1.1 401 /);
  expect(sent).toBeLessThan(1e9);
});

test("with it there are work, its files and results, and nothing else of the studio", async () => {
  const { url } = await open();
  for (const route of [
    "/",
    "/api/settings/list",
    "/files/thumbnail?path=/etc/passwd",
    "/ws",
    "/files/../../etc/passwd",
    "/files/%2e%2e%2fetc%2fpasswd",
    "/tasks/..%2f..%2fetc",
  ])
    expect((await ask(url + route)).status).toBe(404);
});

test("files are told by content, only while they are offered, and not once they were changed", async () => {
  const { url, files } = await open();
  const [folder, holder] = [await newFolder(), {}];
  const picture = join(folder, "a.png");
  await writeFile(picture, "picture");
  const { hash } = await files.offer(picture, holder);
  const whole = await ask(`${url}/files/${hash}`);
  const rest = await ask(`${url}/files/${hash}`, { headers: { range: "bytes=3-" } });
  await writeFile(picture, "changed!");
  const changed = await ask(`${url}/files/${hash}`);
  await writeFile(picture, "picture");
  const again = await files.offer(picture, holder);
  files.release(holder);

  expect([whole.status, await whole.text()]).toEqual([200, "picture"]);
  expect([rest.status, await rest.text()]).toEqual([206, "ture"]);
  expect(changed.status).toBe(404);
  expect(again.hash).toBe(hash);
  expect((await ask(`${url}/files/${hash}`)).status).toBe(404);
});

test("only files that were asked for come in, whole, right and no larger than allowed; never outside their folder", async () => {
  const { url, tasks, incoming } = await open();
  tasks.offer("t", { body: "{}", outputs: new Map([["0-0.png", 10]]), onResult: async () => {} });
  const put = async (name: string, content: string, hash = sha(Buffer.from(content))): Promise<number> =>
    (
      await ask(`${url}/tasks/t/outputs/${name}`, {
        method: "PUT",
        body: content,
        headers: { "x-content-sha256": hash },
      })
    ).status;

  const statuses = [
    await put("0-1.png", "x"),
    await put("..%2f..%2fx", "x"),
    await put("%2e%2e", "x"),
    await put("0-0.png", "x".repeat(11)),
    await put("0-0.png", "right", sha(Buffer.from("wrong"))),
    await put("0-0.png", "right"),
  ];

  expect(statuses).toEqual([403, 403, 404, 400, 422, 204]);
  expect(await readdir(incoming)).toEqual(["t"]);
  expect(await readdir(join(incoming, "t"))).toEqual(["0-0.png"]);
  expect(await readFile(tasks.outputPath("t", "0-0.png"), "utf8")).toBe("right");
  await tasks.withdraw("t");
  expect(await readdir(incoming)).toEqual([]);
  expect(await put("0-0.png", "late")).toBe(404);
});

test("beats that are none, and results of no task, are refused", async () => {
  const { url } = await open();
  const post = async (route: string, body: string): Promise<number> =>
    (await ask(url + route, { method: "POST", body, headers: { "content-type": "application/json" } })).status;

  expect(await post("/beat", "{")).toBe(400);
  expect(await post("/beat", '{"id":"../x"}')).toBe(400);
  expect(await post("/beat", JSON.stringify({ id: "m", doing: "x".repeat(100_000) }))).toBe(413);
  expect(await post("/tasks/none/results", "{}")).toBe(404);
  expect(await post("/beat", JSON.stringify({ id: "m", doing: ["none"] }))).toBe(200);
});

/** Passes on to the door, and breaks each file off after so many bytes. */
async function brokenLine(target: string, bytes: number): Promise<{ url: string; asked: string[] }> {
  const asked: string[] = [];
  const server: Server = createServer((request, response) => {
    void (async () => {
      asked.push(String(request.headers.range ?? "whole"));
      const headers = {
        authorization: String(request.headers.authorization),
        ...(request.headers.range ? { range: request.headers.range } : {}),
      };
      const answer = await fetch(target + request.url, { headers });
      const body = Buffer.from(await answer.arrayBuffer());
      response.writeHead(answer.status, { "content-length": body.length });
      if (body.length <= bytes) response.end(body);
      else response.write(body.subarray(0, bytes), () => response.destroy());
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  doors.push({ close: () => new Promise((resolve) => server.close(() => resolve())) });
  const address: AddressInfo | string | null = server.address();
  return { url: `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`, asked };
}

test("a file that breaks off is gone on with, and what comes is what the studio has", async () => {
  const { url, files } = await open();
  const content = Buffer.from(Array.from({ length: 50_000 }, (_, index) => (index * 7) % 251));
  const source = join(await newFolder(), "model.onnx");
  await writeFile(source, content);
  const line = await brokenLine(url, 20_000);
  const cache = createFileCache({
    folder: await newFolder(),
    client: clientOf(line.url),
    mapped: () => null,
    most: 1e9,
  });

  const path = await cache.file(await files.offer(source, {}), new AbortController().signal);

  expect(await readFile(path)).toEqual(content);
  expect(line.asked[0]).toBe("whole");
  expect(line.asked.slice(1).every((range) => /^bytes=\d+-$/.test(range))).toBe(true);
});

test("a shared folder is used where its file is the same, and fetched where it is not", async () => {
  const { url, files } = await open();
  const [there, shared] = [await newFolder(), await newFolder()];
  await writeFile(join(there, "a.png"), "same");
  await writeFile(join(shared, "a.png"), "same");
  await writeFile(join(there, "b.png"), "mine");
  await writeFile(join(shared, "b.png"), "othe");
  const mapped = (path: string): string => path.replace(there, shared);
  const cache = createFileCache({ folder: await newFolder(), client: clientOf(url), mapped, most: 1e9 });
  const signal = new AbortController().signal;

  expect(await cache.file(await files.offer(join(there, "a.png"), {}), signal)).toBe(join(shared, "a.png"));
  expect(cache.fetched()).toBe(0);
  const other = await cache.file(await files.offer(join(there, "b.png"), {}), signal);
  expect([other.startsWith(shared), await readFile(other, "utf8")]).toEqual([false, "mine"]);
});

test("a link in the folder of what comes in leads nowhere else", async () => {
  const { tasks, incoming } = await open();
  const elsewhere = await newFolder();
  await mkdir(join(incoming, "t"), { recursive: true });
  await symlink(join(elsewhere, "x"), join(incoming, "t", "0-0.png"));
  tasks.offer("t", { body: "", outputs: new Map([["0-0.png", 10]]), onResult: async () => {} });
  await tasks.takeIn("t", { name: "0-0.png", hash: sha(Buffer.from("x")), content: Readable.from([Buffer.from("x")]) });

  expect(await readdir(elsewhere)).toEqual([]);
});
