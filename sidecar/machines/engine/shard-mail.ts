import { mkdir, rename } from "node:fs/promises";
import { dirname } from "node:path";
import type { JobTravel } from "../../host/jobs/job-kind.js";
import { breaksTheBench } from "../../host/jobs/job-run.js";
import { type ErrorReport, errorOf, reportError } from "../../host/studio-error.js";
import { shardLine } from "../queue/shard-line.js";
import { createLuggage, type PackedLuggage } from "./luggage.js";
import type { MachineHouse } from "./machine-house.js";
import type { Shard, ShardEnd, ShardEntry, ShardPlan } from "./shard-plan.js";
import { type ItemResult, parseShardResults } from "./shard-results.js";
import { shardTitle } from "./shard-title.js";

// The queue is left alone so long after it failed.
const REST_MS = 5000;
const MOST_OUTPUT_BYTES = 1024 ** 3;

/** A shard that its machine was given. */
export interface SentShard {
  /** The machine's process then. */
  process: number | null;
  /** How often it was put into the queue. */
  puts: number;
}

interface MailOptions<P, I, R> {
  kind: string;
  travel: JobTravel<P, I, R>;
  params: P;
  house: MachineHouse;
  plan: ShardPlan<I>;
  onResult(entry: ShardEntry<I>, result: R): void;
  onFailed(entry: ShardEntry<I>, error: unknown): void;
  /** A machine has brought something, or lost it. */
  onCame(machine: string): void;
  isOver(): boolean;
}

/** The way of shards to their machines, and of what comes of them back. */
export interface ShardMail<I> {
  send(shard: Shard<I>): Promise<void>;
  /** Nothing more comes of a shard: it is taken out of its line, and its machine is told. */
  end(id: string, how: ShardEnd): Promise<void>;
  /** Those that their machines were given. */
  sent: ReadonlyMap<string, SentShard>;
  /** Until then nothing can be sent, by the house's clock. */
  restsUntil(): number;
  /** Why a machine, or what all of them need, broke last; null when nothing has. */
  lastBreak(): ErrorReport | null;
  close(): void;
}

export function openShardMail<P, I, R>(options: MailOptions<P, I, R>): ShardMail<I> {
  const { kind, travel, params, house, plan, isOver } = options;
  const { machines, tasks, files, queue, now } = house;
  const { role } = travel;
  // Whose files are offered.
  const holder = {};
  const sent = new Map<string, SentShard>();
  // Files of a shard that are on their way to their places.
  const arriving = new Map<string, Promise<unknown>>();
  let lastBreak: ErrorReport | null = null;
  let restsUntil = 0;
  let packedParams: Promise<unknown> | null = null;

  const end = async (id: string, how: ShardEnd): Promise<void> => {
    const machine = plan.shard(id)?.machine;
    plan.end(id, now(), how);
    sent.delete(id);
    // What was sent twice, or by one that was thought lost, must not take the files of the first away.
    await arriving.get(id);
    await Promise.all([tasks.withdraw(id), machine && queue.remove(shardLine(role, machine), id)]);
  };
  /** Others have done all of it meanwhile. */
  const endDone = (): void => {
    for (const { id, entries } of plan.outstanding())
      if (entries.every(({ isOpen }) => !isOpen)) void end(id, "returned");
  };

  /** One item's result takes the place that it would have had here. */
  const arrive = async (shard: Shard<I>, one: ItemResult, bag: PackedLuggage | undefined): Promise<void> => {
    const entry = shard.entries[one.index];
    if (!entry?.isOpen) return;
    if ("error" in one) {
      if (plan.settle(entry)) options.onFailed(entry, errorOf(one.error));
      return;
    }
    const { outputs = [], sent: luggage = new Map() } = bag ?? {};
    const result = travel.parseResult(entry.item, one.result, luggage);
    if (!plan.settle(entry)) return;
    try {
      for (const { name, path } of outputs) {
        await mkdir(dirname(path), { recursive: true });
        await rename(tasks.outputPath(shard.id, name), path);
      }
      options.onResult(entry, result);
    } catch (error) {
      options.onFailed(entry, error);
    }
  };

  const came = async (shard: Shard<I>, text: string, bags: readonly PackedLuggage[]): Promise<void> => {
    const { results, whole } = parseShardResults(text);
    const broken = results.find((one) => "error" in one && breaksTheBench(one.error));
    if (broken && "error" in broken) lastBreak = broken.error;
    const settled = results.filter((one) => !("error" in one && breaksTheBench(one.error)));
    const arrived = Promise.all(settled.map((one) => arrive(shard, one, bags[one.index])));
    const all = Promise.allSettled([arriving.get(shard.id), arrived]);
    arriving.set(shard.id, all);
    await all;
    if (arriving.get(shard.id) === all) arriving.delete(shard.id);
    await arrived;
    const isDone = whole || shard.entries.every(({ isOpen }) => !isOpen);
    if (broken !== undefined || isDone) await end(shard.id, broken === undefined ? "done" : "lost");
    endDone();
    options.onCame(shard.machine);
  };

  /** What all items need, a model's files; looked for anew after it could not be had. */
  const paramsToSend = async (): Promise<unknown> => {
    packedParams ??= travel.packParams(params, createLuggage(files, holder));
    try {
      return await packedParams;
    } catch (error) {
      packedParams = null;
      lastBreak = reportError(error);
      throw error;
    }
  };

  const send = async (shard: Shard<I>): Promise<void> => {
    const packed = await paramsToSend().catch(() => null);
    if (packed === null) {
      // No machine can do without: what waits is worked on here, or fails with the reason.
      restsUntil = now() + REST_MS;
      await end(shard.id, "lost");
      return;
    }
    try {
      const luggage = shard.entries.map((_, index) => createLuggage(files, holder, `${index}-`));
      const items = await Promise.all(
        shard.entries.map(async (entry, index) => {
          const bag = luggage[index];
          if (!bag) return null;
          return travel.packItem(entry.item, bag).catch((error: unknown) => {
            if (plan.settle(entry)) options.onFailed(entry, error);
            return null;
          });
        }),
      );
      // Over, or done by another meanwhile.
      if (isOver() || plan.shard(shard.id) === null) return;
      const names = luggage.flatMap(({ outputs }) => outputs.map(({ name }) => name));
      tasks.offer(shard.id, {
        title: shardTitle(kind, items.length),
        items: items.length,
        machine: shard.machine,
        body: JSON.stringify({ kind, params: packed, items }),
        outputs: new Map(names.map((name) => [name, MOST_OUTPUT_BYTES])),
        onResult: (text) => came(shard, text, luggage),
      });
      sent.set(shard.id, { process: machines.find(shard.machine)?.pid ?? null, puts: 1 });
      await queue.put(shardLine(role, shard.machine), shard.id);
    } catch {
      // The queue is away or full: what waits is worked on here meanwhile.
      restsUntil = now() + REST_MS;
      await end(shard.id, "returned");
    }
  };

  return {
    send,
    end,
    sent,
    restsUntil: () => restsUntil,
    lastBreak: () => lastBreak,
    close: () => files.release(holder),
  };
}
