import { isAbsolute } from "node:path";
import { StudioError } from "../host/studio-error.js";
import type { WebuiFacts, WebuiLink } from "./webui-link.js";

/** Asks the other side of a connection: the shim in the WebUI's process. @throws its error */
export type AskClient = (method: string, params: object, signal: AbortSignal) => Promise<unknown>;

const notYet = (): StudioError =>
  new StudioError("notAllowed", "This WebUI cannot draw for us yet.", "Connect it by its address, with --api.");

/** What the shim says of its WebUI when it comes. */
export interface AttachedWebui {
  id: string;
  title: string;
  name?: string | undefined;
  version?: string | undefined;
  loraFolder?: string | undefined;
}

/** The WebUI that we are a tab of, through the shim; every request names the link, as several may share a connection's end. */
export function tabLink({ id, title, name, version, loraFolder }: AttachedWebui, ask: AskClient): WebuiLink {
  const facts: WebuiFacts = {
    name: name ?? null,
    version: version ?? null,
    loraFolder: loraFolder !== undefined && isAbsolute(loraFolder) ? loraFolder : null,
  };
  const call = (method: string, signal: AbortSignal): Promise<unknown> => ask(method, { webui: id }, signal);
  return {
    id,
    kind: "tab",
    title,
    isHere: true,
    facts: async () => facts,
    async releaseMemory(signal) {
      return Object(await call("webui/memory/release", signal)).released === true;
    },
    async restoreMemory(signal) {
      await call("webui/memory/restore", signal);
    },
    async refreshLoras(signal) {
      await call("webui/refreshLoras", signal);
    },
    drawingFacts: () => Promise.reject(notYet()),
    loras: () => Promise.reject(notYet()),
    draw: () => Promise.reject(notYet()),
    interrupt: () => Promise.reject(notYet()),
  };
}
