import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { homedir } from "node:os";
import systemPath, { join } from "node:path";
import { afterEach, expect, test } from "@jest/globals";
import type { CutoutModel } from "../../sidecar/dataset/cutout/cutout-models.js";
import { downloadCutout } from "../../sidecar/dataset/cutout/download-cutout.js";
import { knownCutout } from "../../sidecar/dataset/cutout/download-job.js";
import { findCutout } from "../../sidecar/dataset/cutout/find-cutout.js";
import type { JobAmount } from "../../sidecar/host/jobs/job-kind.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();
const content = Buffer.from(Array.from({ length: 6_000_000 }, (_, index) => (index * 7919) % 251));
const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

interface Sent {
  /** The n-th answer ends without warning after so many bytes. */
  breakAfter?: number[];
  bytes?: Buffer;
  ignoresRange?: boolean;
  status?: number;
}

/** A server of one file, first sending to another address as release pages do; what was asked of it. */
async function releases({ breakAfter = [], bytes = content, ignoresRange, status }: Sent = {}) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    if (request.url?.startsWith("/releases/")) {
      response.writeHead(302, { location: `/cdn${request.url.slice("/releases".length)}` }).end();
      return;
    }
    const range = request.headers.range ?? "";
    asked.push(range);
    if (status !== undefined) {
      response.writeHead(status).end();
      return;
    }
    const from = ignoresRange ? 0 : Number(/^bytes=(\d+)-$/.exec(range)?.[1] ?? 0);
    if (from >= bytes.length) {
      response.writeHead(416).end();
      return;
    }
    const rest = bytes.subarray(from);
    const headers: Record<string, string | number> = { "content-length": rest.length };
    if (from > 0) headers["content-range"] = `bytes ${from}-${bytes.length - 1}/${bytes.length}`;
    response.writeHead(from > 0 ? 206 : 200, headers);
    const cut = breakAfter.shift();
    if (cut === undefined) response.end(rest);
    else response.write(rest.subarray(0, cut), () => response.socket?.end());
  }).listen(0, "127.0.0.1");
  servers.push(server);
  await once(server, "listening");
  return { asked, url: `http://127.0.0.1:${Object(server.address()).port}/releases` };
}

const model: CutoutModel = {
  ...knownCutout("u2netp"),
  checksum: { algorithm: "md5", digest: createHash("md5").update(content).digest("hex") },
};

async function download(
  url: string,
  { state, environment = {} }: { state?: string; environment?: NodeJS.ProcessEnv } = {},
) {
  const amounts: JobAmount[] = [];
  const around = {
    environment: { ATELIER_CUTOUT_MODELS_URL: url, ...environment },
    home: await newFolder(),
    path: systemPath,
    state: state ?? (await newFolder()),
  };
  const file = await downloadCutout(model, {
    signal: new AbortController().signal,
    onAmount: (amount) => amounts.push(amount),
    around,
    patience: { tries: 3, firstWaitMs: 1 },
  });
  return { file, amounts, around };
}

test("a download that breaks off twice goes on where it was, and is found afterwards", async () => {
  const { url, asked } = await releases({ breakAfter: [2_500_000, 2_000_000] });

  const { file, amounts, around } = await download(url);

  expect(content.equals(await readFile(file))).toBe(true);
  expect(asked[0]).toBe("");
  expect(asked).toHaveLength(3);
  for (const range of asked.slice(1)) expect(range).toMatch(/^bytes=[1-9]\d*-$/);
  expect(amounts.at(-1)).toEqual({ done: content.length, total: content.length, unit: "bytes" });
  expect(await findCutout(model, around)).toEqual({ file, bytes: content.length });
  expect((await readdir(join(around.state, "models", "cutout"))).filter((name) => name.endsWith(".part"))).toEqual([]);
});

test("what an earlier run left is taken up, also when it is whole; a wrong beginning is fetched anew", async () => {
  for (const left of [content.subarray(0, 1000), content, Buffer.alloc(5000), Buffer.alloc(7_000_000)]) {
    const { url } = await releases();
    const state = await newFolder();
    await mkdir(join(state, "models", "cutout"), { recursive: true });
    await writeFile(join(state, "models", "cutout", "u2netp.onnx.part"), left);
    const { file } = await download(url, { state });
    // Not toEqual: over megabytes it takes seconds.
    expect(content.equals(await readFile(file))).toBe(true);
  }
});

test("a server that knows no ranges starts anew", async () => {
  const { url } = await releases({ breakAfter: [100_000], ignoresRange: true });
  const { file } = await download(url);
  expect(content.equals(await readFile(file))).toBe(true);
});

test("another content is told and leaves no model", async () => {
  const { url } = await releases({ bytes: Buffer.alloc(9000, 1) });
  const state = await newFolder();
  await expect(download(url, { state })).rejects.toMatchObject({ code: "checksumMismatch" });
  expect(await readdir(join(state, "models", "cutout"))).not.toContain("u2netp.onnx");
});

test.each([
  [{ status: 404 }, {}, "notFound"],
  [{ status: 500 }, {}, "downloadFailed"],
  [{}, { HF_HUB_OFFLINE: "1" }, "offline"],
] as const)("%j %j is %s", async (sent, environment, code) => {
  const { url } = await releases(sent);
  await expect(download(url, { environment })).rejects.toMatchObject({ code });
});

test("models are found where rembg keeps them", async () => {
  const [home, other, state] = [await newFolder(), await newFolder(), await newFolder()];
  expect(homedir()).not.toBe(home);
  await mkdir(join(home, ".u2net"));
  await writeFile(join(home, ".u2net", "u2netp.onnx"), "x");
  await writeFile(join(other, "u2netp.onnx"), "yy");
  const find = (environment: NodeJS.ProcessEnv) => findCutout(model, { environment, home, path: systemPath, state });
  expect(await find({})).toEqual({ file: join(home, ".u2net", "u2netp.onnx"), bytes: 1 });
  expect(await find({ U2NET_HOME: other })).toEqual({ file: join(other, "u2netp.onnx"), bytes: 2 });
});
