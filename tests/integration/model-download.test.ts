import { createHash, randomBytes } from "node:crypto";
import { mkdir, readdir, readFile, readlink, utimes, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { connect } from "node:net";
import systemPath, { dirname, join } from "node:path";
import { afterEach, expect, test } from "@jest/globals";
import { downloadModel } from "../../sidecar/host/hub/download-model.js";
import { findModel } from "../../sidecar/host/hub/find-model.js";
import type { Surroundings } from "../../sidecar/host/hub/model-places.js";
import { knownModel } from "../../sidecar/tagging/models/known-models.js";
import { type HubStandIn, hubStandIns, type StandInOptions } from "../support/hub-stand-in.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();
const startHub = hubStandIns();
const patience = { tries: 3, firstWaitMs: 5 };
const repository = "SmilingWolf/wd-v1-4-moat-tagger-v2";
const model = knownModel("wd-v1-4-moat-tagger-v2");
if (!model) throw new Error("the table lacks the model");
const weights = randomBytes(1_000_000);
const labels = Buffer.from("tag_id,name,category,count\n1,general,9,0\n");
const files = { [`${repository}/model.onnx`]: weights, [`${repository}/selected_tags.csv`]: labels };

async function around(hub: { endpoint: string }, environment: NodeJS.ProcessEnv = {}): Promise<Surroundings> {
  const home = await newFolder();
  return { environment: { HF_ENDPOINT: hub.endpoint, ...environment }, home, path: systemPath, state: home };
}

const download = (surroundings: Surroundings, signal = new AbortController().signal): Promise<string> =>
  downloadModel(model, { signal, around: surroundings, patience });

const entryOf = ({ home }: Surroundings): string =>
  join(home, ".cache/huggingface/hub/models--SmilingWolf--wd-v1-4-moat-tagger-v2");

const requests = ({ seen }: HubStandIn) =>
  seen.filter(({ server }) => server === "cdn").map(({ range, bytes }) => ({ range, bytes }));

const proxies: (() => void)[] = [];
afterEach(() => {
  for (const end of proxies.splice(0)) end();
});

const isWhole = async (folder: string): Promise<boolean> => weights.equals(await readFile(join(folder, "model.onnx")));

const failure = async (work: Promise<unknown>): Promise<{ code: string; message: string; hint: string }> =>
  work.then(
    () => ({ code: "it worked", message: "", hint: "" }),
    (error: unknown) => Object(error),
  );

test("a model comes into Hugging Face's cache as its own client lays it out, and is then found without asking", async () => {
  const hub = await startHub({ files });
  const here = await around(hub);
  const amounts: number[] = [];

  const folder = await downloadModel(model, {
    signal: new AbortController().signal,
    around: here,
    onAmount: ({ done, total }) => amounts.push(done / total),
  });
  const asked = hub.seen.length;
  const again = await download(here);

  expect(folder).toBe(join(entryOf(here), "snapshots", hub.commit));
  expect(await isWhole(folder)).toBe(true);
  expect(await readlink(join(folder, "model.onnx"))).toMatch(/^\.\.[\\/]\.\.[\\/]blobs[\\/][0-9a-f]{64}$/);
  expect(await readFile(join(folder, "selected_tags.csv"))).toEqual(labels);
  expect(await readFile(join(entryOf(here), "refs/main"), "utf8")).toBe(hub.commit);
  expect(await findModel(model, here)).toMatchObject({ folder, where: "cache", bytes: weights.length + labels.length });
  expect(amounts.at(-1)).toBe(1);
  expect(amounts).toEqual([...amounts].sort((left, right) => left - right));
  expect(again).toBe(folder);
  expect(hub.seen.slice(asked).every(({ path }) => path.startsWith("/api/"))).toBe(true);
});

test("a download that breaks off goes on where it was: no byte is served twice", async () => {
  const hub = await startHub({ files, breakAfter: [300_000, 200_000] });
  const here = await around(hub);

  const folder = await download(here);

  const seen = requests(hub);
  expect(seen).toHaveLength(3);
  expect(seen[0]?.range).toBe("");
  const starts = seen.slice(1).map(({ range }) => Number(/^bytes=(\d+)-$/.exec(range)?.[1]));
  expect(starts[0]).toBeGreaterThan(0);
  expect(starts[1]).toBeGreaterThan(Number(starts[0]));
  // What was on the way when the connection broke may have been lost.
  expect(seen.at(-1)?.bytes).toBe(weights.length - Number(starts[1]));
  expect(await isWhole(folder)).toBe(true);
});

test("what another program left behind is used, and thrown away when it was wrong", async () => {
  const hub = await startHub({ files });
  const [right, wrong] = [await around(hub), await around(hub)];
  const oid = createHash("sha256").update(weights).digest("hex");
  for (const [here, part] of [
    [right, weights.subarray(0, 600_000)],
    [wrong, randomBytes(600_000)],
  ] as const) {
    await mkdir(join(entryOf(here), "blobs"), { recursive: true });
    const left = join(entryOf(here), "blobs", `${oid}.incomplete`);
    await writeFile(left, part);
    await utimes(left, new Date(0), new Date(0));
  }

  const first = await download(right);
  const used = requests(hub);
  const second = await download(wrong);

  expect(used).toEqual([{ range: "bytes=600000-", bytes: 400_000 }]);
  expect(requests(hub).slice(1)).toEqual([
    { range: "bytes=600000-", bytes: 400_000 },
    { range: "", bytes: weights.length },
  ]);
  for (const folder of [first, second]) expect(await isWhole(folder)).toBe(true);
});

test("a mirror that has the files and no API is enough", async () => {
  const hub = await startHub({ files, withoutApi: true });

  const folder = await download(await around(hub));

  expect(folder).toContain(hub.commit);
  expect(await isWhole(folder)).toBe(true);
  expect(await readFile(join(folder, "selected_tags.csv"))).toEqual(labels);
  expect(hub.seen.filter(({ server }) => server === "cdn").map(({ method }) => method)).toEqual(["GET"]);
});

test("an address that is no hub at all is told", async () => {
  const page = createServer((_, answer) => void answer.end("<html>Welcome to the hotel</html>"));
  page.listen(0, "127.0.0.1");
  await new Promise((resolve) => page.once("listening", resolve));
  proxies.push(() => void page.close());

  const error = await failure(download(await around({ endpoint: `http://127.0.0.1:${Object(page.address()).port}` })));

  expect(error).toMatchObject({ code: "downloadFailed", message: expect.stringContaining("does not answer as") });
});

test("what another program is writing just now is left to it", async () => {
  const hub = await startHub({ files });
  const here = await around(hub);
  const blobs = join(entryOf(here), "blobs");
  const oid = createHash("sha256").update(weights).digest("hex");
  await mkdir(blobs, { recursive: true });
  await writeFile(join(blobs, `${oid}.incomplete`), weights.subarray(0, 600_000));

  const folder = await download(here);

  expect(await isWhole(folder)).toBe(true);
  expect((await readFile(join(blobs, `${oid}.incomplete`))).length).toBe(600_000);
  expect((await readdir(blobs)).filter((name) => name.includes("atelier"))).toEqual([]);
});

test("a server that ignores ranges is listened to from the beginning", async () => {
  const hub = await startHub({ files, ignoresRange: true, breakAfter: [300_000] });

  const folder = await download(await around(hub));

  expect(requests(hub).at(-1)?.bytes).toBe(weights.length);
  expect(await isWhole(folder)).toBe(true);
});

test.each<[string, Partial<StandInOptions>]>([
  ["other bytes of the same length", { changed: { [`${repository}/model.onnx`]: randomBytes(weights.length) } }],
  ["another version than the one that was asked for", { linkedEtag: "0".repeat(64) }],
])("%s never become the model", async (_, options) => {
  const hub = await startHub({ files, ...options });
  const here = await around(hub);

  const error = await failure(download(here));

  expect(error).toMatchObject({ code: "checksumMismatch", message: expect.stringContaining("model.onnx") });
  expect(error.hint).not.toBe("");
  expect(await findModel(model, here)).toBeNull();
  expect(requests(hub).length).toBeLessThan(2);
});

test("an error that passes is waited out, one that does not pass is told after the last try", async () => {
  const hub = await startHub({ files, statuses: [503, 500] });
  const folder = await download(await around(hub));
  const broken = await startHub({ files, statuses: [503, 503, 503] });

  const error = await failure(download(await around(broken)));

  expect(await isWhole(folder)).toBe(true);
  expect(error).toMatchObject({ code: "downloadFailed", message: expect.stringContaining("503") });
});

test.each<[string, Partial<StandInOptions>, NodeJS.ProcessEnv, object]>([
  ["an unknown repository", { files: { "a/b/c": labels } }, {}, { code: "accessRefused" }],
  ["one that a valid token does not find", { files: { "a/b/c": labels } }, { HF_TOKEN: "hf_x" }, { code: "notFound" }],
  ["a file that is missing", { files: { [`${repository}/model.onnx`]: weights } }, {}, { code: "notFound" }],
  ["a private one without a token", { token: "hf_x" }, {}, { code: "accessRefused" }],
  [
    "a gated one",
    { token: "hf_x", gated: true },
    {},
    { code: "accessRefused", message: expect.stringContaining("conditions") },
  ],
  [
    "HF_HUB_OFFLINE",
    {},
    { HF_HUB_OFFLINE: "1" },
    { code: "offline", message: expect.stringContaining("HF_HUB_OFFLINE") },
  ],
  [
    "a name without an address",
    {},
    { HF_ENDPOINT: "http://huggingface.invalid" },
    { code: "offline", message: expect.stringMatching(/looked up|reached/) },
  ],
  ["a port nobody listens on", {}, { HF_ENDPOINT: "http://127.0.0.1:9" }, { code: "offline" }],
  ["an address that is none", {}, { HF_ENDPOINT: "hub" }, { code: "badArguments" }],
  ["a proxy that is none", {}, { HTTPS_PROXY: "socks5://me:secret@host" }, { code: "badArguments" }],
  ["a cache that cannot be", {}, { HF_HUB_CACHE: "/dev/null/hub" }, { code: "fileNotWritten" }],
])("%s is named, with what to do", async (_, options, environment, expected) => {
  const hub = await startHub({ files, ...options });

  const error = await failure(download(await around(hub, environment)));

  expect(error).toMatchObject(expected);
  expect(error.hint).not.toBe("");
  expect(error.message + error.hint).not.toContain("secret");
});

test("the token goes to the endpoint alone, from the environment or from the login's file, and into no error", async () => {
  const hub = await startHub({ files, token: "hf_secret", statuses: [404] });
  const given = await around(hub, { HF_TOKEN: "hf_secret" });
  const kept = await around(hub);
  const file = join(kept.home, ".cache/huggingface/token");
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, "hf_secret\n");

  const error = await failure(download(given));
  await download(kept);

  expect(JSON.stringify([error, error.message, error.hint, String(Object(error).cause)])).not.toContain("secret");
  expect(hub.seen.filter(({ server }) => server === "cdn").map(({ authorization }) => authorization)).toEqual(["", ""]);
  expect(new Set(hub.seen.filter(({ server }) => server === "hub").map(({ authorization }) => authorization))).toEqual(
    new Set(["Bearer hf_secret"]),
  );
});

test("two downloads of the same model at once are one, and both end with the whole files", async () => {
  const hub = await startHub({ files, pauseMs: 20 });
  const here = await around(hub);

  const folders = await Promise.all([download(here), download(here)]);

  expect(folders[0]).toBe(folders[1]);
  expect(await isWhole(String(folders[0]))).toBe(true);
  expect(requests(hub)).toEqual([{ range: "", bytes: weights.length }]);
});

test("a cancelled download keeps what it has", async () => {
  const hub = await startHub({ files, pauseMs: 20 });
  const here = await around(hub);
  const controller = new AbortController();
  const started = downloadModel(model, {
    signal: controller.signal,
    around: here,
    onAmount: ({ done }) => done > 200_000 && controller.abort(),
  });

  await expect(started).rejects.toThrow(/abort/i);
  hub.options.pauseMs = 0;
  await download(here);

  expect(Number(/\d+/.exec(requests(hub)[1]?.range ?? "")?.[0])).toBeGreaterThan(200_000);
});

test("HTTP_PROXY is used, unless NO_PROXY names the endpoint", async () => {
  const hub = await startHub({ files });
  const through: string[] = [];
  const proxy = createServer((incoming, answer) => {
    through.push(String(incoming.url));
    answer.writeHead(501).end();
  });
  proxy.on("connect", (incoming, socket, head) => {
    through.push(String(incoming.url));
    const [host = "", port] = String(incoming.url).split(":");
    const upstream = connect(Number(port), host, () => {
      socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
      upstream.write(head);
      upstream.pipe(socket).pipe(upstream);
    });
    for (const stream of [socket, upstream]) stream.on("error", () => stream.destroy());
  });
  proxy.listen(0, "127.0.0.1");
  await new Promise((resolve) => proxy.once("listening", resolve));
  proxies.push(() => {
    proxy.closeAllConnections();
    proxy.close();
  });
  // As many people write it.
  const HTTP_PROXY = `127.0.0.1:${Object(proxy.address()).port}`;

  await download(await around(hub, { HTTP_PROXY }));
  const used = new Set(through.splice(0));
  await download(await around(hub, { HTTP_PROXY, NO_PROXY: "127.0.0.1" }));

  expect(used).toEqual(new Set([hub.endpoint, hub.cdn].map((address) => address.replace("http://", ""))));
  expect(through).toEqual([]);
});

test("too little free space is told before the first byte", async () => {
  const hub = await startHub({ files, claimedBytes: 1e15 });

  const error = await failure(download(await around(hub)));

  expect(error).toMatchObject({ code: "diskFull", hint: expect.stringContaining("HF_HOME") });
  expect(requests(hub)).toEqual([]);
});
