import type { JobKind } from "../host/jobs/job-kind.js";
import type { Settings } from "../host/settings/settings.js";
import { type ErrorReport, reportError } from "../host/studio-error.js";
import type { Database } from "../store/database.js";
import type { Task } from "./door/tasks.js";
import { spreadKind } from "./engine/spread-kind.js";
import { type OpenMachines, openMachines } from "./open-machines.js";
import { redisAddress } from "./redis-address.js";
import { workerToken } from "./worker-token.js";

/** Machines that work for a studio, where it has a Redis; without one every kind runs here as it is. */
export interface StudioMachines {
  /** A kind as the studio's engine runs it. */
  spread<P, I, R>(kind: JobKind<P, I, R>): JobKind<P, I, R>;
  /** Lets machines in; null without a Redis, or where that failed. The same each time. */
  open(): Promise<OpenMachines | null>;
  /** Why they cannot be let in; null when they can, or when there is no Redis. */
  trouble(): ErrorReport | null;
  close(): Promise<void>;
}

export interface StudioMachinesOptions {
  database: Database;
  stateFolder: string;
  settings: Settings;
  /** Finds work that goes on over a restart of the studio, by its id. */
  lookUp?(task: string): Task | null;
  onRefused?(why: "noToken", from: string): void;
  environment?: NodeJS.ProcessEnv;
}

const usualListen = "127.0.0.1:7871";

/** The Redis that the environment names before that of the settings; null without one. */
const redisOf = (settings: Settings, environment: NodeJS.ProcessEnv): string | null =>
  environment.ATELIER_REDIS_URL || settings.get("machines.redis");

export function machinesOf({
  database,
  stateFolder,
  settings,
  lookUp = () => null,
  onRefused = () => {},
  environment = process.env,
}: StudioMachinesOptions): StudioMachines {
  const redis = redisOf(settings, environment);
  if (redis === null || redis === "")
    return { spread: (kind) => kind, open: async () => null, trouble: () => null, close: async () => {} };
  let opened: Promise<OpenMachines | null> | null = null;
  let trouble: ErrorReport | null = null;
  const openOnce = async (): Promise<OpenMachines> =>
    openMachines({
      database,
      stateFolder,
      redis: redisAddress(redis),
      listen: environment.ATELIER_MACHINES_LISTEN || settings.get("machines.listen") || usualListen,
      address: environment.ATELIER_MACHINES_ADDRESS || settings.get("machines.address"),
      token: await workerToken(stateFolder, environment),
      worksHere: () => settings.get("machines.workHere"),
      lookUp,
      onRefused,
    });
  const open = (): Promise<OpenMachines | null> => {
    opened ??= openOnce().then(
      (machines) => {
        trouble = null;
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
    async close() {
      await (await opened)?.close();
    },
  };
}
