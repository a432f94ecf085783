import { existsSync } from "node:fs";
import { networkInterfaces } from "node:os";
import { dirname, isAbsolute, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { addressDrawing } from "./address-drawing.js";
import { addressFacts, noApi } from "./address-facts.js";
import { askWebui, type WebuiAddress } from "./http-request.js";
import { type Patience, usualPatience, webuiState } from "./task-watch.js";
import type { WebuiFacts, WebuiLink } from "./webui-link.js";

// A picture that is being drawn is waited for; how far it is, is asked this often.
const LOOK_EVERY_MS = 1000;

const path = (value: unknown): string | null => (typeof value === "string" && isAbsolute(value) ? value : null);

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** Whether an address is this machine's own. */
function isOwnAddress(url: string): boolean {
  const host = new URL(url).hostname.replace(/^\[|\]$/g, "");
  if (host === "localhost" || host === "::1" || host.startsWith("127.")) return true;
  return Object.values(networkInterfaces()).some((cards) => cards?.some(({ address }) => address === host));
}

/**
 * Where LoRA files lie, from what the API tells: A1111 names the folder; Forge answers its flags with an error (seen with
 * dfdcbab6), so there it is beside the folder of checkpoints.
 */
function loraFolderFrom(flags: unknown, models: unknown): string | null {
  const named = path(Object(flags).lora_dir);
  if (named) return named;
  for (const model of listOf(models)) {
    const file = path(Object(model).filename);
    if (file === null) continue;
    for (let folder = dirname(file); folder !== dirname(folder); folder = dirname(folder)) {
      if (/^stable-diffusion$/i.test(folder.slice(dirname(folder).length + 1))) return join(dirname(folder), "Lora");
    }
  }
  return null;
}

/** A WebUI with `--api`, by its address. */
export function addressLink(address: WebuiAddress, patience: Patience = usualPatience): WebuiLink {
  const { url } = address;
  const get = (route: string, signal: AbortSignal): Promise<unknown> =>
    askWebui(address, { method: "GET", path: route, signal });
  const post = (route: string, signal: AbortSignal): Promise<unknown> =>
    askWebui(address, { method: "POST", path: route, body: {}, signal, patienceMs: 300_000 });
  const must = async (answer: Promise<unknown>): Promise<void> => {
    if ((await answer) === null) throw noApi(address);
  };
  const loraFolder = async (signal: AbortSignal): Promise<string | null> => {
    const flags = await get("/sdapi/v1/cmd-flags", signal).catch(() => null);
    const models = await get("/sdapi/v1/sd-models", signal).catch(() => null);
    const folder = loraFolderFrom(flags, models);
    return folder !== null && existsSync(folder) ? folder : null;
  };
  const facts = addressFacts(address, loraFolder);
  return {
    id: url,
    kind: "address",
    title: url,
    isHere: isOwnAddress(url),
    async facts(signal): Promise<WebuiFacts> {
      await must(get("/sdapi/v1/options", signal));
      const modules = await get("/sdapi/v1/sd-modules", signal).catch(() => null);
      return {
        name: modules === null ? "AUTOMATIC1111" : "Forge",
        version: null,
        loraFolder: await loraFolder(signal),
      };
    },
    isDrawing: async (signal) => (await webuiState(address, signal)).isDrawing,
    async releaseMemory(signal) {
      // Its API takes the checkpoint away from under a picture that is being drawn.
      while ((await webuiState(address, signal)).isDrawing) await wait(LOOK_EVERY_MS, undefined, { signal });
      await must(post("/sdapi/v1/unload-checkpoint", signal));
      return true;
    },
    restoreMemory: (signal) => must(post("/sdapi/v1/reload-checkpoint", signal)),
    refreshLoras: (signal) => must(post("/sdapi/v1/refresh-loras", signal)),
    drawingFacts: facts.drawingFacts,
    loras: facts.loras,
    ...addressDrawing(address, facts, patience),
  };
}
