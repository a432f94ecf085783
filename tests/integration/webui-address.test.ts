import { mkdir } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterEach, expect, test } from "@jest/globals";
import { addressLink } from "../../sidecar/webui/address-link.js";
import { webuiAddress } from "../../sidecar/webui/http-request.js";
import { atelier } from "../support/command.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();
const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

type Routes = Record<string, (request: IncomingMessage) => { status?: number; json?: unknown }>;

/** A stand-in that answers as A1111 and Forge were recorded to answer. */
async function webui(routes: Routes): Promise<{ url: string; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const route = `${request.method} ${request.url?.split("?")[0]}`;
    asked.push(route);
    const { status = 200, json = null } = routes[route]?.(request) ?? { status: 404, json: { detail: "Not Found" } };
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(json));
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address: AddressInfo | string | null = server.address();
  return { url: `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`, asked };
}

const idle = { state: { job: "", job_count: 0 } };
const usual: Routes = {
  "GET /sdapi/v1/options": () => ({ json: { sd_model_checkpoint: "a" } }),
  "GET /sdapi/v1/progress": () => ({ json: idle }),
  "POST /sdapi/v1/unload-checkpoint": () => ({ json: {} }),
  "POST /sdapi/v1/reload-checkpoint": () => ({ json: {} }),
  "POST /sdapi/v1/refresh-loras": () => ({ json: null }),
};
const patience = (): AbortSignal => AbortSignal.timeout(20_000);

test("addresses as people write them; a password goes into the header, never into what is shown", () => {
  expect(webuiAddress("127.0.0.1:7860")).toEqual({ url: "http://127.0.0.1:7860", authorization: null });
  expect(webuiAddress("https://ai.example/sd/").url).toBe("https://ai.example/sd");
  const { url, authorization } = webuiAddress("http://me:p%40ss@localhost:7860");
  expect([url, authorization]).toEqual(["http://localhost:7860", `Basic ${Buffer.from("me:p@ss").toString("base64")}`]);
  for (const wrong of ["", "ftp://a", "http://"]) expect(() => webuiAddress(wrong)).toThrow("address of a WebUI");
});

test("A1111 names its folder; Forge, whose flags fail, has it beside its checkpoints", async () => {
  const root = await newFolder();
  await mkdir(join(root, "models", "Lora"), { recursive: true });
  const a1111 = await webui({
    ...usual,
    "GET /sdapi/v1/cmd-flags": () => ({ json: { lora_dir: join(root, "models/Lora") } }),
  });
  const forge = await webui({
    ...usual,
    "GET /sdapi/v1/cmd-flags": () => ({ status: 500, json: { detail: "response validation" } }),
    "GET /sdapi/v1/sd-modules": () => ({ json: [] }),
    "GET /sdapi/v1/sd-models": () => ({
      json: [{ filename: join(root, "models/Stable-diffusion/sub/a.safetensors") }],
    }),
  });

  const facts = await Promise.all([a1111, forge].map(({ url }) => addressLink(webuiAddress(url)).facts(patience())));
  expect(facts.map(({ name, loraFolder }) => [name, loraFolder])).toEqual([
    ["AUTOMATIC1111", join(root, "models/Lora")],
    ["Forge", join(root, "models/Lora")],
  ]);
});

test("a checkpoint is not taken from under a picture that is being drawn", async () => {
  let looks = 0;
  const drawing = { state: { job: "scripts_txt2img", job_count: 1 } };
  const { url, asked } = await webui({
    ...usual,
    "GET /sdapi/v1/progress": () => ({ json: looks++ < 1 ? drawing : idle }),
  });

  expect(await addressLink(webuiAddress(url)).releaseMemory(patience())).toBe(true);
  expect(asked.filter((route) => !route.endsWith("progress"))).toEqual(["POST /sdapi/v1/unload-checkpoint"]);
  expect(looks).toBe(2);
});

test("nobody there, no API, a password that is missing, a page that is no WebUI: each says what to do", async () => {
  const closed = await webui(usual);
  servers.splice(0).at(-1)?.close();
  const bare = await webui({});
  const locked = await webui({ "GET /sdapi/v1/options": () => ({ status: 401, json: {} }) });
  const told = async (url: string) =>
    addressLink(webuiAddress(url))
      .facts(patience())
      .catch((error: unknown) => [Object(error).code, Object(error).hint]);

  expect(await told(closed.url)).toEqual(["offline", expect.stringContaining("--api")]);
  expect(await told(bare.url)).toEqual(["notAllowed", expect.stringContaining("--api")]);
  expect(await told(locked.url)).toEqual(["accessRefused", expect.stringContaining("USER:PASSWORD")]);
});

test("connected once, a WebUI is known from then on, also while it is off", async () => {
  const home = await newFolder();
  const { url } = await webui(usual);
  const ask = async (...words: string[]) => {
    const { code, stdout } = await atelier(home, ["webui", ...words, "--json"]);
    return { code, ...Object(JSON.parse(stdout)) };
  };

  expect((await ask("connect", url)).webui).toMatchObject({ id: url, kind: "address", isHere: true, problem: null });
  servers.splice(0).at(-1)?.close();
  const { webuis, memory } = await ask("list");
  expect(webuis).toMatchObject([{ id: url, problem: { code: "offline" } }]);
  expect(memory).toMatchObject({ enabled: true, lent: [] });
  expect((await ask("hand-over", "off")).enabled).toBe(false);
  expect((await ask("disconnect", url)).code).toBe(0);
  expect((await ask("disconnect", url)).error.code).toBe("notFound");
  expect((await ask("connect", "not an address at all")).error.code).toBe("badArguments");
});
