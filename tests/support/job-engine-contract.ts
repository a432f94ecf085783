import { expect, test } from "@jest/globals";
import type { JobEngine } from "../../sidecar/host/jobs/job-engine.js";
import type { JobContext, JobKind } from "../../sidecar/host/jobs/job-kind.js";
import { createJob, getJob, jobItems } from "../../sidecar/host/jobs/job-store.js";
import { type Database, openDatabase } from "../../sidecar/store/database.js";
import { temporaryFolders } from "./temporary-folder.js";

/** Doubles numbers; what it committed and how it is held up are the test's. */
interface ToyKind extends JobKind<{ to: number }, number, number> {
  committed: number[];
  running: number;
  most: number;
  /** Items wait here until the test lets them go; by default they do not wait. */
  gate(item: number): Promise<void>;
  /** What the engine gave the kind when it was opened last. */
  context: JobContext | null;
}

function toyKind(name = "double", needs: ToyKind["needs"] = "cpu"): ToyKind {
  const kind: ToyKind = {
    name,
    needs,
    concurrency: 2,
    committed: [],
    running: 0,
    most: 0,
    gate: async () => {},
    context: null,
    parseParams: (stored) => ({ to: Number(Object(stored).to) }),
    parseItem: Number,
    plan: async ({ to }) => Array.from({ length: to }, (_, item) => ({ item })),
    async open(_params, context) {
      kind.context = context;
      const run = async (item: number): Promise<number> => {
        kind.running += 1;
        kind.most = Math.max(kind.most, kind.running);
        await kind.gate(item);
        kind.running -= 1;
        if (item === 13) throw new Error("thirteen");
        return item * 2;
      };
      return { run, close: async () => {} };
    },
    openLedger: async () => ({
      commit: (_item, result) => {
        kind.committed.push(result);
        return result;
      },
      follow: async () => {},
    }),
  };
  return kind;
}

type MakeEngine = (database: Database, kinds: ToyKind[]) => JobEngine;

// Of which some are done, and many are not, when a test ends it: elsewhere results come several at a time.
const MANY = 80;

function untilEnd(engine: JobEngine, database: Database, job: number): Promise<string> {
  return new Promise((resolve) => {
    const look = (): boolean => {
      const { state } = getJob(database, job);
      if (state !== "running") resolve(state);
      return state !== "running";
    };
    if (!look()) engine.onChange(look);
  });
}

/**
 * What every job engine must do; each engine's own test file calls this. `elsewhere`: the items run on a worker, which does one
 * shard after the other, whatever their jobs need, and whose bench has nobody to tell of amounts.
 */
export function describeJobEngine(title: string, make: MakeEngine, { elsewhere = false } = {}): void {
  const testHere = elsewhere ? test.skip : test;
  const newFolder = temporaryFolders();
  const setUp = async (...kinds: ToyKind[]) => {
    const database = openDatabase(await newFolder());
    const begin = async (kind: ToyKind, to: number): Promise<number> =>
      createJob(database, kind.name, { to }, await kind.plan({ to }));
    return { database, begin, engine: make(database, kinds) };
  };

  test(`${title}: every item is committed once; a failing one stops no other and keeps its error`, async () => {
    const kind = toyKind();
    const { database, begin, engine } = await setUp(kind);
    const job = await begin(kind, 20);

    engine.start(job);
    engine.start(job);

    expect(await untilEnd(engine, database, job)).toBe("done");
    expect(kind.committed.sort((a, b) => a - b)).toEqual(
      [...Array(20).keys()].filter((item) => item !== 13).map((item) => item * 2),
    );
    expect(getJob(database, job)).toMatchObject({ done: 19, failed: 1, total: 20 });
    expect(jobItems(database, job)[13]).toMatchObject({ state: "failed", error: { message: "thirteen" } });
    expect(kind.most).toBe(2);
  });

  test(`${title}: the revision rises with every change, and listeners hear the last one`, async () => {
    const kind = toyKind();
    const { database, begin, engine } = await setUp(kind);
    const job = await begin(kind, 5);
    const heard: number[] = [];
    engine.onChange(({ revision }) => heard.push(revision));

    engine.start(job);
    await untilEnd(engine, database, job);

    expect(heard).toEqual([...heard].sort((a, b) => a - b));
    expect(heard.at(-1)).toBe(getJob(database, job).revision);
  });

  test(`${title}: an engine that closes leaves its job to the next one, which repeats nothing`, async () => {
    const kind = toyKind();
    const { database, begin, engine } = await setUp(kind);
    const job = await begin(kind, MANY);
    engine.onChange(({ done }) => done >= 4 && void engine.close());
    engine.start(job);
    await new Promise((resolve) => setImmediate(resolve));
    while (engine.busy()) await new Promise((resolve) => setImmediate(resolve));
    const early = kind.committed.length;

    const next = make(database, [kind]);
    next.resume();

    expect(early).toBeLessThan(MANY - 1);
    expect(await untilEnd(next, database, job)).toBe("done");
    // All but thirteen.
    expect(kind.committed.length).toBe(MANY - 1);
    expect(new Set(kind.committed).size).toBe(MANY - 1);
  });

  test(`${title}: a cancelled job stays cancelled, and its open items stay open`, async () => {
    const kind = toyKind();
    const { database, begin, engine } = await setUp(kind);
    const job = await begin(kind, MANY);
    engine.onChange(({ done }) => done >= 2 && engine.cancel(job));
    engine.start(job);

    expect(await untilEnd(engine, database, job)).toBe("cancelled");
    make(database, [kind]).resume();
    await new Promise((resolve) => setImmediate(resolve));

    expect(getJob(database, job).state).toBe("cancelled");
    expect(jobItems(database, job).filter(({ state }) => state === "pending").length).toBeGreaterThan(0);
  });

  testHere(`${title}: jobs that need the same thing wait for each other, others do not`, async () => {
    const [first, second, other] = [toyKind("a", "cpu"), toyKind("b", "cpu"), toyKind("c", "network")];
    const { database, begin, engine } = await setUp(first, second, other);
    let open = (): void => {};
    const opened = new Promise<void>((resolve) => {
      open = resolve;
    });
    first.gate = () => opened;
    const jobs = [await begin(first, 2), await begin(second, 2), await begin(other, 2)];

    for (const job of jobs) engine.start(job);
    const third = await untilEnd(engine, database, Number(jobs[2]));
    const waited = second.committed.length;
    open();
    const rest = await Promise.all(jobs.slice(0, 2).map((job) => untilEnd(engine, database, job)));

    expect([third, waited, ...rest]).toEqual(["done", 0, "done", "done"]);
  });

  testHere(`${title}: an amount is told while it lasts, with no new revision, and is never kept`, async () => {
    const kind = toyKind();
    const { database, begin, engine } = await setUp(kind);
    const job = await begin(kind, 2);
    const amount = { done: 3, total: 9, unit: "bytes" } as const;
    const heard: unknown[] = [];
    engine.onChange((state) => heard.push([state.state, state.revision, state.amount]));
    const asked: unknown[] = [];
    kind.gate = async () => {
      kind.context?.onAmount(amount);
      asked.push(engine.liveOf(job).amount);
      kind.context?.onAmount(null);
      asked.push(engine.liveOf(job).amount);
    };

    engine.start(job);
    await untilEnd(engine, database, job);

    expect(asked).toEqual([amount, undefined, amount, undefined]);
    expect(heard.slice(0, 2)).toEqual([
      ["running", 0, amount],
      ["running", 0, undefined],
    ]);
    expect(heard.at(-1)).toEqual(["done", getJob(database, job).revision, undefined]);
    expect(getJob(database, job)).not.toHaveProperty("amount");
  });

  test(`${title}: a job whose kind cannot start fails with its reason`, async () => {
    const kind = toyKind();
    kind.open = async () => {
      throw new Error("no model");
    };
    const { database, begin, engine } = await setUp(kind);
    const job = await begin(kind, 3);

    engine.start(job);

    expect(await untilEnd(engine, database, job)).toBe("failed");
    expect(getJob(database, job).message).toBe("no model");
  });
}
