import { usualThreads } from "../host/inference/execution.js";
import type { JobKind } from "../host/jobs/job-kind.js";
import type { Settings } from "../host/settings/settings.js";
import { type ErrorReport, reportError } from "../host/studio-error.js";
import type { Database } from "../store/database.js";
import type { Task } from "./door/tasks.js";
import { spreadKind } from "./engine/spread-kind.js";
import { type OpenMachines, openMachines } from "./open-machines.js";
import { queueFacts } from "./queue/ask-facts.js";
import { queueAddress, withoutPassword } from "./queue/queue-address.js";
import type { QueueFacts } from "./queue/queue-facts.js";
import { workerToken } from "./worker-token.js";

/** Machines that work for a studio, where it has a queue to meet at; without one every kind runs here as it is. */
export interface StudioMachines {
  /** A kind as the studio's engine runs it. */
  spread<P, I, R>(kind: JobKind<P, I, R>): JobKind<P, I, R>;
  /** Lets machines in; null without a queue, or where that failed. The same each time. */
  open(): Promise<OpenMachines | null>;
  /** Why they cannot be let in; null when they can, or when there is no queue. */
  trouble(): ErrorReport | null;
  /** What was let in so far, without letting anybody in. */
  opened(): OpenMachines | null;
  /** The address of the queue's server without its password; null without one. */
  server: string | null;
  /** What that server says of itself; null without one. @throws Error when it does not answer | StudioError "badArguments" */
  queueFacts(): Promise<QueueFacts | null>;
  /** Called, now and then, when machines changed or something happened to them. */
  onNews(listener: () => void): void;
  close(): Promise<void>;
}

export interface StudioMachinesOptions {
  database: Database;
  stateFolder: string;
  settings: Settings;
  /** Finds work that goes on over a restart of the studio, by its id. */
  lookUp?(task: string): Task | null;
  onRefused?(why: "noToken", from: string): void;
  /** Called once they may come in; returns what is to be done when they may not any more. */
  onOpen?(machines: OpenMachines): () => void;
  environment?: NodeJS.ProcessEnv;
}

// Each machine tells of itself every two seconds.
const NEWS_MS = 2000;

const usualListen = "127.0.0.1:7871";

/** Calls at most once in so many milliseconds, and once after the last `tell`. */
function atMostEvery(ms: number, call: () => void): { tell(): void; stop(): void } {
  let timer: NodeJS.Timeout | undefined;
  let last = Number.NEGATIVE_INFINITY;
  return {
    tell() {
      timer ??= setTimeout(
        () => {
          timer = undefined;
          last = performance.now();
          call();
        },
        Math.max(0, last + ms - performance.now()),
      ).unref();
    },
    stop: () => clearTimeout(timer),
  };
}

/** The server that the environment names before that of the settings; null without one. */
const serverOf = (settings: Settings, environment: NodeJS.ProcessEnv): string | null =>
  environment.ATELIER_REDIS_URL || settings.get("machines.queue");

export function machinesOf({
  database,
  stateFolder,
  settings,
  lookUp = () => null,
  onRefused = () => {},
  onOpen = () => () => {},
  environment = process.env,
}: StudioMachinesOptions): StudioMachines {
  const server = serverOf(settings, environment);
  if (server === null || server === "")
    return {
      spread: (kind) => kind,
      open: async () => null,
      trouble: () => null,
      opened: () => null,
      server: null,
      queueFacts: async () => null,
      onNews: () => {},
      close: async () => {},
    };
  const listeners = new Set<() => void>();
  const news = atMostEvery(NEWS_MS, () => {
    for (const listener of listeners) listener();
  });
  let machinesNow: OpenMachines | null = null;
  let opened: Promise<OpenMachines | null> | null = null;
  let trouble: ErrorReport | null = null;
  let leave = (): void => {};
  const openOnce = async (): Promise<OpenMachines> =>
    openMachines({
      database,
      stateFolder,
      server: queueAddress(server),
      listen: environment.ATELIER_MACHINES_LISTEN || settings.get("machines.listen") || usualListen,
      address: environment.ATELIER_MACHINES_ADDRESS || settings.get("machines.address"),
      token: await workerToken(stateFolder, environment),
      worksHere: () => settings.get("machines.workHere"),
      threads: () => settings.get("tagger.threads") ?? usualThreads(environment),
      lookUp,
      onRefused,
      onNews: news.tell,
    });
  const open = (): Promise<OpenMachines | null> => {
    opened ??= openOnce().then(
      (machines) => {
        trouble = null;
        machinesNow = machines;
        leave = onOpen(machines);
        return machines;
      },
      (error: unknown) => {
        trouble = reportError(error);
        // May be mended by the next time: a port that was taken.
        opened = null;
        return null;
      },
    );
    return opened;
  };
  return {
    spread: (kind) => spreadKind(kind, open),
    open,
    trouble: () => trouble,
    opened: () => machinesNow,
    server: withoutPassword(server),
    queueFacts: async () => queueFacts(queueAddress(server)),
    onNews: (listener) => void listeners.add(listener),
    async close() {
      listeners.clear();
      news.stop();
      const machines = await opened;
      leave();
      await machines?.close();
    },
  };
}
