import type { IncomingHttpHeaders } from "node:http";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { protocolVersion } from "../../protocol/validate.js";
import { previewFolder } from "../dataset/cutout/previews.js";
import { visibleChanges } from "../host/jobs/visible-jobs.js";
import { openLog } from "../host/log.js";
import { watchParents } from "../host/parent-watch.js";
import { exposedRoots, localRoots, type Roots } from "../host/roots.js";
import { newSecret } from "../host/secret.js";
import { allowedByFile, readLocalFile } from "../host/settings/local-file.js";
import { takeStateLock } from "../store/state-lock.js";
import { createAccess, exposedHeader } from "./access.js";
import { changeNews } from "./change-news.js";
import { removeEndpoint, writeEndpoint } from "./endpoint.js";
import { refusalLog } from "./refusal-log.js";
import { openStudio, type Studio } from "./studio.js";
import { startWebServer, type WebServer } from "./web-server.js";

const program = fileURLToPath(new URL("../../..", import.meta.url)).replace(/[\\/]$/, "");

// A reloading page or WebUI is back within this time.
const GRACE_MS = 10_000;

export interface SidecarOptions {
  stateFolder: string;
  host: string;
  port: number;
  token?: string;
  /** The sidecar ends when this process and all others it was told of are gone, and no page is open. */
  parent?: number;
  /** The only folders for clients that may be anybody. */
  roots: string[];
  /** True when every client may be anybody, false when only those that the shim marks. */
  exposed: boolean;
  /** How long a request's body may stand still; half a minute if left out. */
  silenceMs?: number;
}

export interface Sidecar {
  port: number;
  token: string;
  newOneTimeToken(): string;
  close(): Promise<void>;
  /** Settles when the sidecar has ended by itself or by `close`. */
  ended: Promise<void>;
}

/** Starts the one sidecar of a state folder, or answers null when another process holds it. */
export async function startSidecar(options: SidecarOptions): Promise<Sidecar | null> {
  const { stateFolder, exposed } = options;
  const lock = takeStateLock(stateFolder);
  if (!lock) return null;
  const { log, close: closeLog } = await openLog(stateFolder);
  const token = options.token ?? newSecret();
  const access = createAccess(token);
  const file = readLocalFile(stateFolder);
  for (const problem of file.problems) log.warn(problem, "the local file");
  const rootsOfAll = [...options.roots, ...(file.values.roots ?? [])];
  const [local, open] = [localRoots(), exposedRoots(rootsOfAll, allowedByFile(file))];
  const isVisitor = (headers: IncomingHttpHeaders): boolean =>
    exposedHeader in headers || (exposed && !access.isOwner(headers));
  const rootsFor = (headers: IncomingHttpHeaders): Roots => (isVisitor(headers) ? open : local);
  const changes = changeNews();
  const refused = refusalLog(log);
  let studio: Studio | undefined;
  let server: WebServer | undefined;
  let end = (): void => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  let closing: Promise<void> | undefined;
  const parents = watchParents(() => {
    // Who waits in the queue is to be trained, also when nobody looks.
    if (studio?.runner.busy() || studio?.courses.busy()) return;
    if (server?.clients() === 0 && performance.now() - lastChange > GRACE_MS) void close();
  });
  let lastChange = performance.now();
  const closeNow = async (): Promise<void> => {
    parents.stop();
    await removeEndpoint(stateFolder);
    await server?.close();
    await studio?.close();
    lock.release();
    log.info("ended");
    await closeLog();
    end();
  };
  const close = (): Promise<void> => {
    closing ??= closeNow();
    return closing;
  };
  // After the answer has left.
  const shutdown = (): void => void setTimeout(() => void close(), 50);
  try {
    studio = await openStudio(stateFolder, shutdown, refused);
    const { database, engine, machines, runner, uploads, handlersFor } = studio;
    machines.onNews(() => changes.tellOf("machine"));
    server = await startWebServer({
      host: options.host,
      port: options.port,
      exposed,
      refused,
      ...(options.silenceMs === undefined ? {} : { silenceMs: options.silenceMs }),
      isVisitor,
      shutdown,
      isBusy: () => engine.busy() || runner.busy(),
      access,
      tagger: { handlersFor: (headers) => handlersFor(rootsFor(headers)) },
      api: {
        handlersFor: (headers) => handlersFor(rootsFor(headers)),
        changed: (call) => void changes.tell(call, { name: "script" }),
      },
      files: {
        rootsFor,
        cache: join(stateFolder, "thumbnails"),
        previews: previewFolder(stateFolder),
        stateFolder: stateFolder,
        drawn: uploads,
      },
      connectionFor: (headers) => ({
        handlers: handlersFor(rootsFor(headers)),
        changes: { tell: changes.tell, listen: (listener) => changes.listen(rootsFor(headers), listener) },
        onJobChange: visibleChanges({ database, engine, roots: rootsFor(headers) }),
        onInitialize: (parent) => parent !== undefined && parents.add(parent),
      }),
      onClientsChange: () => {
        lastChange = performance.now();
      },
    });
  } catch (error) {
    await close();
    throw error;
  }
  if (options.parent !== undefined) parents.add(options.parent);
  const { port } = server;
  await writeEndpoint(stateFolder, {
    port,
    token,
    pid: process.pid,
    started: new Date().toISOString(),
    program,
    protocol: protocolVersion,
  });
  log.info({ port, protocol: protocolVersion }, "ready");
  await studio.machines.open();
  const trouble = studio.machines.trouble();
  if (trouble) log.warn(trouble, "no other machines");
  studio.engine.resume();
  studio.runner.wake();
  studio.courses.resume();
  return { port, token, newOneTimeToken: access.newOneTimeToken, close, ended };
}
