import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, expect, test } from "@jest/globals";
import sharp from "sharp";
import { addressLink } from "../../sidecar/webui/address-link.js";
import { webuiAddress } from "../../sidecar/webui/http-request.js";
import type { WebuiLink } from "../../sidecar/webui/webui-link.js";
import { txt2imgRequest } from "../support/txt2img-request.js";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

interface Asked {
  route: string;
  body: Record<string, unknown>;
}
type Answer = { status?: number; json?: unknown } | "never";
type Routes = Record<string, (asked: Asked) => Answer | Promise<Answer>>;

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  let text = "";
  for await (const part of request) text += String(part);
  return text === "" ? {} : Object(JSON.parse(text));
}

/** A WebUI by its recorded answers. */
async function webui(routes: Routes): Promise<{ link: WebuiLink; asked: Asked[]; url: string }> {
  const asked: Asked[] = [];
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const one = { route: `${request.method} ${request.url?.split("?")[0]}`, body: await bodyOf(request) };
    asked.push(one);
    const found = (await routes[one.route]?.(one)) ?? { status: 404, json: { detail: "Not Found" } };
    if (found === "never") return;
    response.writeHead(found.status ?? 200, { "content-type": "application/json" });
    response.end(JSON.stringify(found.json ?? null));
  };
  const server = createServer((request, response) => void answer(request, response));
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
  const patience = { lookMs: 20, stillMs: 2000, silentMs: 2000 };
  return { link: addressLink(webuiAddress(url), patience), asked, url };
}

const png = async (): Promise<string> =>
  (
    await sharp({ create: { width: 64, height: 64, channels: 3, background: "#345" } })
      .png()
      .toBuffer()
  ).toString("base64");
const infotext = 'okara <lora:okara:0.75>\nSteps: 2, Seed: 1, Lora hashes: "okara: 0123456789ab"';
const drawn = async (more: object = {}): Promise<Answer> => ({
  json: {
    images: [await png()],
    parameters: { s_churn: null },
    info: JSON.stringify({
      all_seeds: [1],
      infotexts: [infotext],
      sd_model_hash: "a750f77171",
      sd_model_name: "tiny",
      job_timestamp: "20261122214135",
      ...more,
    }),
  },
});
const state = (given: object): Answer => ({ json: { progress: 0, state: { job: "", job_count: 0, ...given } } });
const usual: Routes = {
  "GET /sdapi/v1/options": () => ({ json: { sd_model_checkpoint: "tiny.safetensors" } }),
  "GET /sdapi/v1/sd-models": () => ({
    json: [
      { title: "tiny.safetensors [a750f77171]", model_name: "tiny", hash: "a750f77171", sha256: null, filename: "/x" },
    ],
  }),
  "GET /sdapi/v1/samplers": () => ({ json: [{ name: "Euler a", aliases: ["k_euler_a"] }] }),
  "GET /sdapi/v1/upscalers": () => ({ json: [{ name: "None" }, { name: "Lanczos" }] }),
  "GET /sdapi/v1/latent-upscale-modes": () => ({ json: [{ name: "Latent" }] }),
  "GET /sdapi/v1/loras": () => ({
    json: [{ name: "okara", alias: "okara", path: "/loras/okara.safetensors", metadata: {} }],
  }),
  "POST /sdapi/v1/refresh-loras": () => ({ json: null }),
  "GET /sdapi/v1/progress": () => state({}),
  "POST /internal/progress": () => ({ json: { active: true, queued: false, completed: false, progress: 0.5 } }),
  "POST /sdapi/v1/interrupt": () => ({ json: {} }),
  "POST /sdapi/v1/txt2img": () => drawn(),
};
const patience = (): AbortSignal => AbortSignal.timeout(20_000);
const codeOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => "done",
    (error: unknown) => Object(error).code,
  );

test("what it can draw with is asked, and what it has not is null", async () => {
  const { link, asked } = await webui({
    ...usual,
    "GET /sdapi/v1/schedulers": () => ({ json: [{ name: "karras", label: "Karras" }] }),
    "GET /sdapi/v1/cmd-flags": () => ({ status: 500, json: { detail: "response validation" } }),
  });

  expect(await link.drawingFacts(patience())).toMatchObject({
    checkpoint: "tiny.safetensors [a750f77171]",
    checkpoints: [{ name: "tiny", hash: "a750f77171" }],
    samplers: ["Euler a"],
    schedulers: ["Karras"],
    vaes: null,
    modules: null,
    upscalers: ["Latent", "None", "Lanczos"],
    loras: [{ name: "okara", path: "/loras/okara.safetensors" }],
    loraFolder: null,
    rehearsal: false,
  });
  expect(await link.loras(patience())).toHaveLength(1);
  const loraRoutes = asked.map(({ route }) => route).filter((route) => route.endsWith("loras"));
  expect(loraRoutes).toEqual(["GET /sdapi/v1/loras", "POST /sdapi/v1/refresh-loras", "GET /sdapi/v1/loras"]);
});

test("only a stand-in is a rehearsal", async () => {
  const { link } = await webui({ ...usual, "GET /lora-atelier-stand-in": () => ({ json: { standIn: true } }) });

  expect((await link.drawingFacts(patience())).rehearsal).toBe(true);
});

test("a picture comes with its text, its seed and the checkpoint that drew it; how far it is, is told", async () => {
  const parts: number[] = [];
  const { link, asked } = await webui({
    ...usual,
    "POST /sdapi/v1/txt2img": async () => {
      await wait(150);
      return drawn();
    },
  });
  const { pictures, ...told } = await link.draw(txt2imgRequest(), patience(), (part) => parts.push(part));

  expect(told).toEqual({ pressed: null, modelHash: "a750f77171", modelName: "tiny" });
  expect(pictures.map(({ seed, infotext }) => [seed, infotext])).toEqual([[1, infotext]]);
  // The answer's PNG had no text of its own.
  const { comments } = await sharp(pictures[0]?.png).metadata();
  expect(comments).toMatchObject([{ keyword: "parameters", text: infotext }]);
  expect(parts).toContain(0.5);
  const { body } = asked.find(({ route }) => route.endsWith("txt2img")) ?? {};
  expect(body).toMatchObject({ sampler_name: "Euler a", save_images: false, send_images: true });
  expect(body?.force_task_id).toMatch(/^task\(lora-atelier-/);
});

test("JPEG from a WebUI that is set to it becomes a PNG with the text", async () => {
  const jpeg = await sharp(Buffer.from(await png(), "base64"))
    .jpeg()
    .toBuffer();
  const { link } = await webui({
    ...usual,
    "POST /sdapi/v1/txt2img": async () => {
      const { json } = Object(await drawn());
      return { json: { ...json, images: [jpeg.toString("base64")] } };
    },
  });
  const { pictures } = await link.draw(txt2imgRequest(), patience());

  expect(await sharp(pictures[0]?.png).metadata()).toMatchObject({ format: "png", comments: [{ text: infotext }] });
});

test("a picture that somebody interrupted in the WebUI is told as half made; a later job's state is not mistaken", async () => {
  const pressed = async (flag: string, began: string): Promise<unknown> => {
    const { link } = await webui({
      ...usual,
      "GET /sdapi/v1/progress": () => state({ [flag]: true, job_timestamp: began }),
    });
    return (await link.draw(txt2imgRequest(), patience())).pressed;
  };

  expect(await pressed("interrupted", "20261122214135")).toBe("interrupt");
  expect(await pressed("skipped", "20261122214135")).toBe("skip");
  expect(await pressed("stopping_generation", "20261122214135")).toBe("stopAfter");
  expect(await pressed("interrupted", "20261122220000")).toBe(null);
});

test("giving up interrupts our own picture, at once or when its turn comes, and never another's", async () => {
  const places = [{ active: true }, { active: false, queued: true }, { active: false, queued: false }] as const;
  const interrupts: number[] = [];
  for (const place of places) {
    let looks = 0;
    const { link, asked } = await webui({
      ...usual,
      "POST /sdapi/v1/txt2img": () => "never",
      "POST /internal/progress": () => ({ json: looks++ > 5 && Object(place).queued ? { active: true } : place }),
    });
    const count = (): number => asked.filter(({ route }) => route.endsWith("interrupt")).length;
    const controller = new AbortController();
    const drawing = link.draw(txt2imgRequest(), controller.signal).catch(() => "given up");
    while (looks === 0) await wait(10);
    controller.abort();
    expect(await drawing).toBe("given up");
    const expected = place.active || Object(place).queued ? 1 : 0;
    // However slow the machine: what is to come comes; what must not come has had its time.
    for (let turns = 0; turns < 500 && (count() < expected || turns < 20); turns += 1) await wait(10);
    interrupts.push(count());
  }

  expect(interrupts).toEqual([1, 1, 0]);
});

test("what went wrong is told apart: this request, the WebUI gone, starting, hanging, without an API", async () => {
  const answering = (status: number, json: unknown) =>
    webui({ ...usual, "POST /sdapi/v1/txt2img": () => ({ status, json }) });
  const code = async ({ link }: { link: WebuiLink }): Promise<unknown> =>
    codeOf(link.draw(txt2imgRequest(), patience()));
  const gone = await webui(usual);
  servers.at(-1)?.close();
  let drawings = 0;
  const starting = await webui({
    ...usual,
    "POST /sdapi/v1/txt2img": () => (drawings++ === 0 ? drawn() : { status: 404, json: { detail: "Not Found" } }),
  });

  expect(
    await code(await answering(500, { error: "OutOfMemoryError", detail: "", errors: "CUDA out of memory" })),
  ).toBe("webuiFailed");
  expect(await code(await answering(404, { detail: "Sampler not found" }))).toBe("webuiFailed");
  expect(await code(await answering(401, {}))).toBe("accessRefused");
  expect(await code(await answering(503, {}))).toBe("offline");
  expect(await code(gone)).toBe("offline");
  expect(await code(await webui({}))).toBe("notAllowed");
  expect([await code(starting), await code(starting)]).toEqual(["done", "offline"]);
  // Nothing in it moves any more.
  expect(await code(await webui({ ...usual, "POST /sdapi/v1/txt2img": () => "never" }))).toBe("offline");
});
