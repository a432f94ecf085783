import type { JobBench, JobContext, JobKind, JobTravel } from "../../host/jobs/job-kind.js";
import type { MachineHouse } from "./machine-house.js";
import { openShardMail } from "./shard-mail.js";
import { createShardPlan, type ShardEntry } from "./shard-plan.js";
import { takingPart } from "./taking-part.js";
import { watchLost } from "./watch-lost.js";
import { whyStuck } from "./why-stuck.js";

// A job's items come one by one, but close together: who takes part, and with how much, is decided when there are some.
const GATHER_MS = 20;

interface SpreadOptions<P, I, R> {
  kind: JobKind<P, I, R>;
  travel: JobTravel<P, I, R>;
  params: P;
  context: JobContext;
  house: MachineHouse;
}

/** A kind's bench that is spread over machines: this one, where it works along, and all that are ready for its role. */
export function openSpread<P, I, R>({ kind, travel, params, context, house }: SpreadOptions<P, I, R>): JobBench<I, R> {
  const { machines, now } = house;
  const { role } = travel;
  const taking = takingPart({ machines, role, here: house.here });
  const plan = createShardPlan<I>(house.newName());
  const promises = new Map<ShardEntry<I>, { resolve(result: R): void; reject(error: unknown): void }>();
  let isOver = false;
  let hasBegun = false;
  let gathering: NodeJS.Timeout | null = null;
  let here = 0;
  let bench: Promise<JobBench<I, R>> | null = null;
  let leaveBenches = (): void => {};

  const succeed = (entry: ShardEntry<I>, result: R): void => {
    promises.get(entry)?.resolve(result);
    promises.delete(entry);
  };
  const fail = (entry: ShardEntry<I>, error: unknown): void => {
    promises.get(entry)?.reject(error);
    promises.delete(entry);
  };
  const mail = openShardMail({
    ...{ kind: kind.name, travel, params, house, plan, onResult: succeed, onFailed: fail },
    isOver: () => isOver,
    onCame(machine) {
      pump();
      help((one) => one === machine);
    },
  });

  const benchHere = (): Promise<JobBench<I, R>> => {
    if (bench === null) {
      leaveBenches = house.benches.join(() => !isOver && (here > 0 || plan.waiting() > 0));
      bench = kind.open(params, context);
    }
    return bench;
  };
  const workHere = async (entry: ShardEntry<I>): Promise<void> => {
    here += 1;
    try {
      const result = await (await benchHere()).run(entry.item);
      if (plan.settle(entry)) succeed(entry, result);
    } catch (error) {
      if (plan.settle(entry)) fail(entry, error);
    } finally {
      here -= 1;
      plan.leaveHere(entry, now());
      pump();
    }
  };

  /** Gives out what waits. */
  const pump = (): void => {
    if (isOver || gathering) return;
    const time = now();
    const crowd = time < mail.restsUntil() ? [] : taking(plan.added());
    // One for each before any has two.
    for (const held of [0, 1])
      for (const machine of crowd) {
        if (plan.held(machine) !== held) continue;
        const shard = plan.nextShard(machine, crowd.length, time);
        if (shard) void mail.send(shard);
      }
    if (!house.worksHere()) {
      for (let entry = plan.takeStuck(); entry; entry = plan.takeStuck())
        if (plan.settle(entry)) fail(entry, whyStuck(mail.lastBreak()));
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
    if (isOver || now() < mail.restsUntil()) return;
    for (const machine of taking(plan.added()).filter(isAsked)) {
      const shard = plan.lateShard(machine, now());
      if (shard) void mail.send(shard);
    }
  };
  const begin = (): void => {
    hasBegun = true;
    gathering = setTimeout(() => {
      gathering = null;
      pump();
    }, GATHER_MS);
  };

  const stopWatching = watchLost({
    ...{ plan, role, house, sent: mail.sent, end: mail.end, isOver: () => isOver },
    onLooked() {
      pump();
      help(() => true);
    },
  });
  const stopListening = machines.onChange(pump);

  const finish = async (): Promise<void> => {
    if (isOver) return;
    isOver = true;
    clearTimeout(gathering ?? undefined);
    stopWatching();
    stopListening();
    leaveBenches();
    await Promise.all(plan.outstanding().map(({ id }) => mail.end(id, "returned")));
    mail.close();
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
        if (hasBegun) pump();
        else begin();
      });
    },
    async close() {
      context.signal.removeEventListener("abort", abort);
      await finish();
      await (await bench)?.close();
    },
  };
}
