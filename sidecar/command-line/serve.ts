import { delimiter } from "node:path";
import { parseArgs } from "node:util";
import { protocolVersion } from "../../protocol/validate.js";
import { stateFolder } from "../host/state-folder.js";
import { reportError, StudioError } from "../host/studio-error.js";
import { queueAddress } from "../machines/queue/queue-address.js";
import { tokenHeader } from "../server/access.js";
import type { Endpoint } from "../server/endpoint.js";
import { type Sidecar, type SidecarOptions, startSidecar } from "../server/sidecar.js";
import { fromWhereTheUserStands } from "./arguments.js";
import { endWithSignals } from "./end-with-signals.js";
import { openBrowser } from "./open-browser.js";
import type { Output } from "./output.js";
import { ownOrJoin } from "./own-or-join.js";
import { linkParent } from "./parent-link.js";
import { serveUsage } from "./serve-usage.js";
import { joinSidecar } from "./studio-client.js";

const DEFAULT_PORT = 7870;

const options = {
  host: { type: "string", default: "127.0.0.1" },
  port: { type: "string", default: String(DEFAULT_PORT) },
  engine: { type: "string" },
  root: { type: "string", multiple: true },
  parent: { type: "string" },
  attach: { type: "string" },
  open: { type: "boolean", default: false },
} as const;

function parse(argumentList: string[]) {
  try {
    return parseArgs({ args: argumentList, options }).values;
  } catch (error) {
    throw new StudioError("badArguments", reportError(error).message, serveUsage);
  }
}

function number(name: string, value: string, maximum: number): number {
  const parsed = Number(value);
  if (Number.isInteger(parsed) && parsed >= 0 && parsed <= maximum) return parsed;
  throw new StudioError(
    "badArguments",
    `--${name} expects a whole number up to ${maximum}; found "${value}".`,
    serveUsage,
  );
}

function factsOf(written: string): Record<string, unknown> {
  try {
    return Object(JSON.parse(written));
  } catch (error) {
    throw new StudioError("badArguments", `--attach expects JSON: ${reportError(error).message}.`, serveUsage);
  }
}

const isLoopback = (host: string): boolean => ["127.0.0.1", "localhost", "::1"].includes(host);

// For the WebUI's sidecar: only who starts the WebUI can set it, no visitor of its page.
const rootsFromEnvironment = (): string[] =>
  (process.env.ATELIER_ROOTS ?? "").split(delimiter).filter((root) => root !== "");

/** The program that started us waits for this line on stdout. */
function printReady(port: number, token: string): void {
  process.stdout.write(`${JSON.stringify({ ready: { port, protocol: protocolVersion, token } })}\n`);
}

async function oneTimeAddress({ port, token }: Endpoint): Promise<string> {
  const address = `http://127.0.0.1:${port}/`;
  const answer: unknown = await (
    await fetch(`${address}one-time-token`, { method: "POST", headers: { [tokenHeader]: token } })
  ).json();
  return `${address}?token=${Object(answer).token}`;
}

/** Who starts us, and how it wants to be told. */
interface Starter {
  parent: number | undefined;
  /** What a WebUI tells of itself, which the shim in it then speaks for by our stdin and stdout. */
  attach: Record<string, unknown> | undefined;
  open: boolean;
}

async function joinRunning(
  endpoint: Endpoint,
  { parent, attach, open }: Starter,
  output: Output,
): Promise<() => Promise<number>> {
  const client = await joinSidecar(endpoint, parent);
  await client.close();
  if (parent !== undefined) printReady(endpoint.port, endpoint.token);
  else {
    const address = await oneTimeAddress(endpoint);
    output.print(`The studio is already running: ${address}`);
    if (open) await openBrowser(address, output);
  }
  return async () => {
    // The shim begins anew when that sidecar is gone.
    if (attach !== undefined) await linkParent(endpoint, attach, { comesBack: false }).ended;
    return 0;
  };
}

async function serveUntilEnd(
  sidecar: Sidecar,
  { parent, attach, open, host }: Starter & { host: string },
  output: Output,
): Promise<number> {
  endWithSignals(sidecar);
  const link = attach === undefined ? null : linkParent(sidecar, attach, { comesBack: true });
  if (parent !== undefined) printReady(sidecar.port, sidecar.token);
  else {
    const name = isLoopback(host) ? "127.0.0.1" : host;
    const address = `http://${name}:${sidecar.port}/?token=${sidecar.newOneTimeToken()}`;
    output.print(`The studio is open at ${address}\nCtrl-C ends it.`);
    if (open) await openBrowser(address, output);
  }
  await sidecar.ended;
  link?.close();
  return 0;
}

/** `serve`: the studio as a page of its own, or with --parent as the sidecar of the program that started it, with --attach of a WebUI. */
export async function serveCommand(argumentList: string[], output: Output): Promise<number> {
  const { host, open, ...given } = parse(argumentList);
  // As if the environment named it: for this studio only.
  if (given.engine !== undefined) {
    queueAddress(given.engine);
    process.env.ATELIER_REDIS_URL = given.engine;
  }
  const parent = given.parent === undefined ? undefined : number("parent", given.parent, Number.MAX_SAFE_INTEGER);
  const attach = given.attach === undefined ? undefined : factsOf(given.attach);
  // Where the WebUI keeps its models: taggers that lie there need no download.
  if (typeof attach?.id === "string") process.env.ATELIER_WEBUI_ROOT ??= attach.id;
  const token = process.env.ATELIER_TOKEN;
  const options: SidecarOptions = {
    stateFolder: stateFolder(),
    host,
    port: number("port", given.port, 65_535),
    roots: [...(given.root ?? []).map(fromWhereTheUserStands), ...rootsFromEnvironment()],
    exposed: !isLoopback(host),
    ...(token ? { token } : {}),
    ...(parent === undefined ? {} : { parent }),
  };
  const own = async (): Promise<(() => Promise<number>) | null> => {
    const sidecar = await startSidecar(options);
    return sidecar && (() => serveUntilEnd(sidecar, { parent, attach, open, host }, output));
  };
  const join = (endpoint: Endpoint): Promise<() => Promise<number>> =>
    joinRunning(endpoint, { parent, attach, open }, output);
  const run = await ownOrJoin(options.stateFolder, own, join);
  return run();
}
