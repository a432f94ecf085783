import { mkdir, rename } from "node:fs/promises";
import { dirname } from "node:path";
import type { JobBench, JobContext, JobKind, JobTravel } from "../../host/jobs/job-kind.js";
import { breaksTheBench } from "../../host/jobs/job-run.js";
import { type ErrorReport, errorOf, reportError } from "../../host/studio-error.js";
import { shardLine } from "../queue/shard-line.js";
import { createLuggage, type PackedLuggage } from "./luggage.js";
import type { MachineHouse } from "./machine-house.js";
import { createShardPlan, type Shard, type ShardEnd, type ShardEntry } from "./shard-plan.js";
import { type ItemResult, parseShardResults } from "./shard-results.js";
import { shardTitle } from "./shard-title.js";
import { takingPart } from "./taking-part.js";
import { type SentShard, watchLost } from "./watch-lost.js";
import { whyStuck } from "./why-stuck.js";

// The queue is left alone so long after it failed.
const REST_MS = 5000;
// A job's items come one by one, but close together: who takes part, and with how much, is decided when there are some.
const GATHER_MS = 20;
const MOST_OUTPUT_BYTES = 1024 ** 3;

interface SpreadOptions<P, I, R> {
  kind: JobKind<P, I, R>;
  travel: JobTravel<P, I, R>;
  params: P;
  context: JobContext;
  house: MachineHouse;
}

/** A kind's bench that is spread over machines: this one, where it works along, and all that are ready for its role. */
export function openSpread<P, I, R>({ kind, travel, params, context, house }: SpreadOptions<P, I, R>): JobBench<I, R> {
  const { machines, tasks, files, queue, now } = house;
  const { role } = travel;
  const taking = takingPart({ machines, role, here: house.here });
  const plan = createShardPlan<I>(house.newName());
  // Whose files are offered.
  const holder = {};
  const promises = new Map<ShardEntry<I>, { resolve(result: R): void; reject(error: unknown): void }>();
  const sent = new Map<string, SentShard>();
  // Files of a shard that are on their way to their places.
  const arriving = new Map<string, Promise<unknown>>();
  let lastBreak: ErrorReport | null = null;
  let isOver = false;
  let gathering: NodeJS.Timeout | null = null;
  let hasBegun = false;
  let queueRestsUntil = 0;
  let here = 0;
  let bench: Promise<JobBench<I, R>> | null = null;
  let leaveBenches = (): void => {};
  let packedParams: Promise<unknown> | null = null;

  const benchHere = (): Promise<JobBench<I, R>> => {
    if (bench === null) {
      leaveBenches = house.benches.join(() => !isOver && (here > 0 || plan.waiting() > 0));
      bench = kind.open(params, context);
    }
    return bench;
  };
  const settle = (
    entry: ShardEntry<I>,
    how: (one: { resolve(result: R): void; reject(error: unknown): void }) => void,
  ) => {
    const promise = promises.get(entry);
    promises.delete(entry);
    if (promise) how(promise);
  };

  const workHere = async (entry: ShardEntry<I>): Promise<void> => {
    here += 1;
    try {
      const result = await (await benchHere()).run(entry.item);
      if (plan.settle(entry)) settle(entry, ({ resolve }) => resolve(result));
    } catch (error) {
      if (plan.settle(entry)) settle(entry, ({ reject }) => reject(error));
    } finally {
      here -= 1;
      plan.leaveHere(entry, now());
      pump();
    }
  };

  const end = async (id: string, how: ShardEnd): Promise<void> => {
    const machine = plan.shard(id)?.machine;
    plan.end(id, now(), how);
    sent.delete(id);
    // What was sent twice, or by one that was thought lost, must not take the files of the first away.
    await arriving.get(id);
    await Promise.all([tasks.withdraw(id), machine && queue.remove(shardLine(role, machine), id)]);
  };
  /** Others have done all of it meanwhile. */
  const endIdle = (): void => {
    for (const { id, entries } of plan.outstanding())
      if (entries.every(({ isOpen }) => !isOpen)) void end(id, "returned");
  };

  /** One item's result takes the place that it would have had here. */
  const arrive = async (shard: Shard<I>, one: ItemResult, bag: PackedLuggage | undefined): Promise<void> => {
    const entry = shard.entries[one.index];
    if (!entry?.isOpen) return;
    if ("error" in one) {
      if (plan.settle(entry)) settle(entry, ({ reject }) => reject(errorOf(one.error)));
      return;
    }
    const { outputs = [], sent = new Map() } = bag ?? {};
    const result = travel.parseResult(entry.item, one.result, sent);
    if (!plan.settle(entry)) return;
    try {
      for (const { name, path } of outputs) {
        await mkdir(dirname(path), { recursive: true });
        await rename(tasks.outputPath(shard.id, name), path);
      }
      settle(entry, ({ resolve }) => resolve(result));
    } catch (error) {
      settle(entry, ({ reject }) => reject(error));
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
    endIdle();
    pump();
    help((machine) => machine === shard.machine);
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
      queueRestsUntil = now() + REST_MS;
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
            if (plan.settle(entry)) settle(entry, ({ reject }) => reject(error));
            return null;
          });
        }),
      );
      // Over, or done by another meanwhile.
      if (isOver || plan.shard(shard.id) === null) return;
      const names = luggage.flatMap(({ outputs }) => outputs.map(({ name }) => name));
      tasks.offer(shard.id, {
        title: shardTitle(kind.name, items.length),
        items: items.length,
        machine: shard.machine,
        body: JSON.stringify({ kind: kind.name, params: packed, items }),
        outputs: new Map(names.map((name) => [name, MOST_OUTPUT_BYTES])),
        onResult: (text) => came(shard, text, luggage),
      });
      sent.set(shard.id, { process: machines.find(shard.machine)?.pid ?? null, puts: 1 });
      await queue.put(shardLine(role, shard.machine), shard.id);
    } catch {
      // The queue is away or full: what waits is worked on here meanwhile.
      queueRestsUntil = now() + REST_MS;
      await end(shard.id, "returned");
    }
  };

  const begin = (): void => {
    if (hasBegun) {
      pump();
      return;
    }
    hasBegun = true;
    gathering = setTimeout(() => {
      gathering = null;
      pump();
    }, GATHER_MS);
  };

  const pump = (): void => {
    if (isOver || gathering) return;
    const time = now();
    const crowd = time < queueRestsUntil ? [] : taking(plan.added());
    // One for each before any has two.
    for (const held of [0, 1])
      for (const machine of crowd) {
        if (plan.held(machine) !== held) continue;
        const shard = plan.nextShard(machine, crowd.length, time);
        if (shard) void send(shard);
      }
    if (!house.worksHere()) {
      for (let entry = plan.takeStuck(); entry; entry = plan.takeStuck()) {
        const one = entry;
        if (plan.settle(one)) settle(one, ({ reject }) => reject(whyStuck(lastBreak)));
      }
      return;
    }
    // Alone, as many as the kind wants; with others, no more than a fair part of the rest.
    const share = crowd.length === 0 ? kind.concurrency : Math.ceil(plan.waiting() / (4 * crowd.length + 2));
    while (here < Math.min(kind.concurrency, Math.max(2, share))) {
      const entry = plan.takeHere(time);
      if (!entry) break;
      void workHere(entry);
    }
  };

  /** Machines that have nothing to do take over what others are late with. */
  const help = (isAsked: (machine: string) => boolean): void => {
    if (isOver || now() < queueRestsUntil) return;
    for (const machine of taking(plan.added()).filter(isAsked)) {
      const shard = plan.lateShard(machine, now());
      if (shard) void send(shard);
    }
  };

  const look = (): void => {
    pump();
    help(() => true);
  };
  const stopWatching = watchLost({ plan, role, house, sent, end, look, isOver: () => isOver });
  const stopListening = machines.onChange(pump);

  const finish = async (): Promise<void> => {
    if (isOver) return;
    isOver = true;
    clearTimeout(gathering ?? undefined);
    stopWatching();
    stopListening();
    leaveBenches();
    await Promise.all(plan.outstanding().map(({ id }) => end(id, "returned")));
    files.release(holder);
  };
  const abort = (): void => {
    for (const { reject } of promises.values()) reject(context.signal.reason);
    promises.clear();
    void finish();
  };
  context.signal.addEventListener("abort", abort, { once: true });

  return {
    async run(item) {
      context.signal.throwIfAborted();
      if (!travel.travels(item)) return (await benchHere()).run(item);
      return new Promise<R>((resolve, reject) => {
        promises.set(plan.add(item), { resolve, reject });
        begin();
      });
    },
    async close() {
      context.signal.removeEventListener("abort", abort);
      await finish();
      await (await bench)?.close();
    },
  };
}
