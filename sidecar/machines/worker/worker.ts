import { setMaxListeners } from "node:events";
import { join } from "node:path";
import { processorShare } from "../../host/inference/processor-share.js";
import type { WorkerRole } from "../../host/jobs/job-kind.js";
import { type ErrorReport, reportError, StudioError } from "../../host/studio-error.js";
import { addressLink } from "../../webui/address-link.js";
import type { WebuiAddress } from "../../webui/http-request.js";
import { say } from "../../words/sentence.js";
import { openQueueServer } from "../queue/open-queue-server.js";
import type { QueueAddress } from "../queue/queue-address.js";
import { ANY_TIMES, queueTiming } from "../queue/queue-timing.js";
import { shardLine } from "../queue/shard-line.js";
import { provenAddress, STUDIO_KEY } from "../studio-address.js";
import { webuiLine } from "../webui/webui-task.js";
import { startBeats } from "./beats.js";
import { createFileCache } from "./file-cache.js";
import { type LongWorkKind, longLine } from "./long-work.js";
import { createOpenBenches } from "./open-benches.js";
import { performShard } from "./perform-shard.js";
import { performWebuiTask } from "./perform-webui-task.js";
import { createPlacedLoras } from "./placed-loras.js";
import type { PortableKind } from "./portable-kind.js";
import { createStudioClient } from "./studio-client.js";

export interface WorkerOptions {
  queue: QueueAddress;
  token: string;
  /** Where the studio listens for machines; null: as it announces in the queue's server. */
  studio: string | null;
  id: string;
  roles: readonly WorkerRole[];
  kinds: readonly PortableKind[];
  /** What it does for hours, where it does. */
  long?: LongWorkKind | null;
  card: string | null;
  /** The WebUI that it draws with, where it has the role "sweep". */
  webui: WebuiAddress | null;
  /** A folder of this machine's own, for files and what is in the making. */
  folder: string;
  cacheBytes: number;
  mapped(path: string): string | null;
  /** How long it rests when its bench broke. */
  restMs?: number;
  /** What people at this machine should know, a line each. */
  say(line: string): void;
}

export interface MachineWorker {
  /** Settles when it was told to end, and has. */
  ended: Promise<void>;
  close(): Promise<void>;
}

// One shard is worked on while the files of the next come.
const SHARDS_AT_A_TIME = 2;
// Questions are answered while a picture is drawn; two of those wait in the WebUI's own queue.
const WEBUI_TASKS_AT_A_TIME = 8;
// A bench that broke would break again at once, and take shard after shard from machines that can.
const REST_MS = 15_000;

const shardRoles: readonly WorkerRole[] = ["tag", "score", "prepare"];

const noStudio = (program: string): StudioError =>
  new StudioError(
    "offline",
    say("No studio with this token has announced itself in {program}.", { program }),
    say("Start it with the same {program}, name and token, or give its address: --studio http://HOST:7871", {
      program,
    }),
  );

/** Joins a studio and works for it until it is told to end. */
export async function startWorker(options: WorkerOptions): Promise<MachineWorker> {
  const { token, id, roles, folder } = options;
  const server = await openQueueServer(options.queue);
  let known: string | null = options.studio;
  const address = async (): Promise<string> => {
    if (options.studio !== null) return options.studio;
    const announced = await server.get(STUDIO_KEY).catch(() => null);
    // The server may be away; the studio is where it was.
    known = provenAddress(announced, token) ?? known;
    if (known === null) throw noStudio(options.queue.program);
    return known;
  };
  const client = createStudioClient({ address, token, machine: id, onShare: processorShare.tell });
  const cache = createFileCache({
    folder: join(folder, "cache"),
    client,
    mapped: options.mapped,
    most: options.cacheBytes,
  });
  const benches = createOpenBenches(options.kinds);
  const long = (await options.long?.open({ client, cache, folder, say: options.say })) ?? null;
  const tasks = new Map<string, AbortController>();
  let done = 0;
  let trouble: ErrorReport | null = null;
  // Neither yet: the first answer is told either way.
  let studioTrouble: string | null | undefined;
  let isOver = false;
  let end = (): void => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const onDone = (): void => {
    done += 1;
  };
  const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, options.restMs ?? REST_MS).unref());

  const perform = async (task: string): Promise<void> => {
    const controller = new AbortController();
    // Each file that comes listens to it.
    setMaxListeners(0, controller.signal);
    tasks.set(task, controller);
    try {
      const house = { client, cache, benches, scratch: join(folder, "scratch"), onDone };
      const broke = await performShard(task, house, controller.signal);
      if (broke && broke.message !== trouble?.message) options.say(`${broke.message} ${broke.hint}`);
      trouble = broke;
    } catch (error) {
      trouble = reportError(error);
    } finally {
      tasks.delete(task);
    }
    if (trouble) await rest();
  };
  const takeFrom = (line: string, concurrency: number, work: (task: string) => Promise<void>) => {
    const worker = server.worker(line, work, {
      name: id,
      concurrency,
      lockDuration: queueTiming.lockMs,
      stalledInterval: queueTiming.stalledMs,
      maxStalledCount: ANY_TIMES,
      removeOnComplete: { count: 0 },
      removeOnFail: { count: 0 },
    });
    // Told with the beat; BullMQ connects again by itself.
    worker.on("error", () => {});
    return worker;
  };
  const workers = roles
    .filter((role) => shardRoles.includes(role))
    .map((role) => takeFrom(shardLine(role, id), SHARDS_AT_A_TIME, perform));
  if (options.webui !== null && roles.includes("sweep")) {
    const house = {
      client,
      webui: addressLink(options.webui),
      loras: createPlacedLoras(join(folder, "loras.json"), cache),
      scratch: join(folder, "scratch"),
      onDone,
    };
    const draw = async (task: string): Promise<void> => {
      // The queue was emptied, and the studio has put it there again.
      if (tasks.has(task)) return;
      const controller = new AbortController();
      tasks.set(task, controller);
      // A studio that cannot be told has given it up, and asks again.
      await performWebuiTask(task, house, controller.signal)
        .catch(() => {})
        .finally(() => tasks.delete(task));
    };
    workers.push(takeFrom(webuiLine(id), WEBUI_TASKS_AT_A_TIME, draw));
  }
  if (long && options.long) workers.push(takeFrom(longLine(options.long.role, id), 1, long.accept));

  let isPaused = false;
  const close = async (how: "drain" | "remove" | "close"): Promise<void> => {
    const ending = how === "remove" ? long?.end() : undefined;
    if (isOver) return;
    isOver = true;
    const force = how !== "drain";
    if (force) for (const controller of tasks.values()) controller.abort();
    await Promise.all(workers.map((worker) => worker.close(force)));
    await (how === "drain" ? long?.idle() : ending);
    await long?.close();
    await stopBeats();
    await benches.close();
    await server.close();
    end();
  };
  const stopBeats = startBeats({
    client,
    share: processorShare,
    machine: {
      id,
      roles,
      card: options.card,
      webui: options.webui?.url ?? null,
      trainer: options.long?.trainer ?? null,
    },
    pulse: () => ({
      doing: [...tasks.keys(), ...(long?.doing() ?? [])],
      done,
      fetched: cache.fetched(),
      trouble: trouble?.message ?? null,
      said: trouble?.said?.message ?? null,
    }),
    onOver: (over) => {
      for (const task of over) tasks.get(task)?.abort();
      long?.over(over);
    },
    onStudio(now) {
      if (now !== studioTrouble) options.say(now ?? "Joined the studio.");
      studioTrouble = now;
    },
    onOrder(order) {
      if (order === "remove" || order === "drain") void close(order);
      else if ((order === "pause") !== isPaused) {
        isPaused = order === "pause";
        for (const worker of workers) {
          if (isPaused) void worker.pause(true);
          else worker.resume();
        }
      }
    },
  });
  return { ended, close: () => close("close") };
}
