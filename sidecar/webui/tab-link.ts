import { isAbsolute } from "node:path";
import type { DrawnUploads } from "./drawn-uploads.js";
import { type AskClient, askTab } from "./tab-ask.js";
import { tabDrawing } from "./tab-drawing.js";
import { type Patience, usualPatience } from "./task-watch.js";
import type { WebuiFacts, WebuiLink } from "./webui-link.js";

/** What the shim says of its WebUI when it comes. */
export interface AttachedWebui {
  id: string;
  title: string;
  name?: string | undefined;
  version?: string | undefined;
  loraFolder?: string | undefined;
}

interface Connection {
  ask: AskClient;
  uploads: DrawnUploads;
  patience?: Patience;
}

/** The WebUI that we are a tab of, through the shim; every request names the link, as several may share a connection's end. */
export function tabLink(
  { id, title, name, version, loraFolder }: AttachedWebui,
  { ask, uploads, patience = usualPatience }: Connection,
): WebuiLink {
  const facts: WebuiFacts = {
    name: name ?? null,
    version: version ?? null,
    loraFolder: loraFolder !== undefined && isAbsolute(loraFolder) ? loraFolder : null,
  };
  const call = askTab({ id, title }, ask);
  return {
    id,
    kind: "tab",
    title,
    isHere: true,
    facts: async () => facts,
    async isDrawing(signal) {
      return Object(await call("webui/progress", { task: "" }, signal)).isDrawing === true;
    },
    async releaseMemory(signal) {
      return Object(await call("webui/memory/release", {}, signal)).released === true;
    },
    async restoreMemory(signal) {
      await call("webui/memory/restore", {}, signal);
    },
    async refreshLoras(signal) {
      await call("webui/refreshLoras", {}, signal);
    },
    ...tabDrawing({ title, loraFolder: facts.loraFolder, call, uploads, patience }),
  };
}
