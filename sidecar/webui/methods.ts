import type { Params, Result } from "../../protocol/validate.js";
import type { Roots } from "../host/roots.js";
import { type ErrorReport, reportError, StudioError } from "../host/studio-error.js";
import { say } from "../words/sentence.js";
import type { DrawnUploads } from "./drawn-uploads.js";
import type { GpuHandOver } from "./gpu-hand-over.js";
import { webuiAddress } from "./http-request.js";
import type { AskClient } from "./tab-ask.js";
import { tabLink } from "./tab-link.js";
import type { WebuiFacts, WebuiLink } from "./webui-link.js";
import type { WebuiLinks } from "./webui-links.js";

interface WebuiRoom {
  roots: Roots;
  webuis: WebuiLinks;
  handOver: GpuHandOver;
  uploads: DrawnUploads;
}

/** The other side of the connection that a request came by; null for a command in our own process. */
export interface ConnectedClient {
  ask: AskClient;
  onClose(listener: () => void): void;
}

interface Context {
  signal: AbortSignal;
  client?: ConnectedClient;
}

// A WebUI that draws answers late; one that hangs is not waited for.
const PATIENCE_MS = 8000;

function requireOwner({ roots }: WebuiRoom): void {
  if (!roots.exposed) return;
  throw new StudioError(
    "notAllowed",
    say("Which WebUIs are asked is chosen only on the machine itself, or behind a login."),
    say("Open the studio there, or turn the WebUI's login on."),
  );
}

const noFacts: WebuiFacts = { name: null, version: null, loraFolder: null };

/** What a link tells of itself within a few seconds, or why not. */
async function look(link: WebuiLink, signal: AbortSignal): Promise<{ facts: WebuiFacts; problem: ErrorReport | null }> {
  const patience = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]);
  try {
    return { facts: await link.facts(patience), problem: null };
  } catch (error) {
    const late = patience.aborted && !signal.aborted;
    const hint = say("It may be drawing or loading; look again later.");
    const problem = late
      ? new StudioError("offline", say("The WebUI at {title} did not answer in time.", { title: link.title }), hint)
      : error;
    return { facts: noFacts, problem: reportError(problem) };
  }
}

export function webuiMethods(room: WebuiRoom) {
  const { webuis, handOver } = room;
  const row = async (link: WebuiLink, signal: AbortSignal): Promise<Result<"webui/list">["webuis"][number]> => {
    const { id, kind, title, isHere } = link;
    const { facts, problem } = await look(link, signal);
    return { id, kind, title, isHere, ...facts, problem };
  };
  const memory = (): Result<"webui/list">["memory"] => {
    // Who may be anybody learns no folders and addresses.
    if (room.roots.exposed) return { enabled: handOver.state().enabled, lent: [], waiting: [], problems: [] };
    const { problems, ...state } = handOver.state();
    return { ...state, problems: Object.entries(problems).map(([webui, problem]) => ({ webui, ...problem })) };
  };
  return {
    async "webui/attach"(params: Params<"webui/attach">, { client }: Context): Promise<Result<"webui/attach">> {
      requireOwner(room);
      if (client) client.onClose(webuis.attach(tabLink(params, { ask: client.ask, uploads: room.uploads })));
      return {};
    },
    async "webui/list"(_params: Params<"webui/list">, { signal }: Context): Promise<Result<"webui/list">> {
      requireOwner(room);
      await webuis.come();
      return { webuis: await Promise.all(webuis.all().map((link) => row(link, signal))), memory: memory() };
    },
    async "webui/memory"({ handOver: wanted }: Params<"webui/memory">): Promise<Result<"webui/memory">> {
      if (wanted !== undefined) {
        requireOwner(room);
        handOver.enable(wanted);
      }
      return memory();
    },
    async "webui/connect"({ address }: Params<"webui/connect">, context: Context): Promise<Result<"webui/connect">> {
      requireOwner(room);
      const parsed = webuiAddress(address);
      return { webui: await row(webuis.connect(parsed, address), context.signal) };
    },
    async "webui/disconnect"({ id }: Params<"webui/disconnect">): Promise<Result<"webui/disconnect">> {
      requireOwner(room);
      if (webuis.disconnect(id)) return {};
      throw new StudioError(
        "notFound",
        say("No WebUI was connected by the address {id}.", { id }),
        say("`webui list` names them."),
      );
    },
  };
}
