import { once } from "node:events";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { WebSocket } from "ws";
import { drawPictures } from "../support/pictures.js";
import { sidecars } from "../support/sidecar.js";
import { connect } from "../support/socket-client.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();
const start = sidecars();

async function refusal(port: number, headers: Record<string, string>): Promise<number | undefined> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/ws`, { headers });
  socket.on("error", () => {});
  const [, response] = await once(socket, "unexpected-response");
  socket.terminate();
  return response.statusCode;
}

test("without the token, from a foreign page or by a foreign name nothing is served", async () => {
  const { port, token } = await start(await newFolder());
  const address = `http://127.0.0.1:${port}/`;
  const right = { "x-atelier-token": token };

  expect((await fetch(address)).status).toBe(401);
  expect((await fetch(address, { headers: { "x-atelier-token": `${token}x` } })).status).toBe(401);
  expect((await fetch(address, { headers: { ...right, origin: "http://evil.example" } })).status).toBe(403);
  expect(await refusal(port, {})).toBe(403);
  expect(await refusal(port, { ...right, origin: "http://evil.example" })).toBe(403);
  expect(await refusal(port, { ...right, host: "evil.example" })).toBe(403);
});

test("pictures outside the opened folders are not served, nor are other files inside", async () => {
  const [home, folder, other] = [await newFolder(), await newFolder(), await newFolder()];
  await drawPictures(folder, 1);
  await drawPictures(other, 1);
  const { port, token } = await start(home);
  const client = await connect(port, token);
  await client.call("initialize", { protocol: 1, client: "test" });
  await client.call("dataset/scan", { folder });
  const status = async (path: string): Promise<number> => {
    const address = `http://127.0.0.1:${port}/files/thumbnail?path=${encodeURIComponent(path)}`;
    return (await fetch(address, { headers: { "x-atelier-token": token } })).status;
  };

  expect(await status(join(folder, "1.png"))).toBe(200);
  expect(await status(join(other, "1.png"))).toBe(403);
  expect(await status(join(folder, "..", "nothing.png"))).toBe(404);
  expect(await status(join(home, "endpoint.json"))).toBe(400);
});

test("a thumbnail is WebP with an ETag, and answers 304 to who has it", async () => {
  const [home, folder] = [await newFolder(), await newFolder()];
  await drawPictures(folder, 1);
  const { port, token } = await start(home);
  const client = await connect(port, token);
  await client.call("initialize", { protocol: 1, client: "test" });
  await client.call("dataset/scan", { folder });
  const address = `http://127.0.0.1:${port}/files/thumbnail?version=1&path=${encodeURIComponent(join(folder, "1.png"))}`;
  const headers = { "x-atelier-token": token };

  const first = await fetch(address, { headers });
  const again = await fetch(address, { headers: { ...headers, "if-none-match": String(first.headers.get("etag")) } });

  expect(first.headers.get("content-type")).toBe("image/webp");
  expect(first.headers.get("cache-control")).toContain("immutable");
  expect((await first.arrayBuffer()).byteLength).toBeGreaterThan(50);
  expect(again.status).toBe(304);
});
