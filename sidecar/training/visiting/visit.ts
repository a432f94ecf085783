import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { reportError, StudioError } from "../../host/studio-error.js";
import { toJson } from "../../machines/plain-data.js";
import type { LongHouse } from "../../machines/worker/long-work.js";
import {
  type AwayLife,
  type MirrorAnswer,
  type MirrorReport,
  parseAnswer,
  type WholeFile,
} from "../away/mirror-report.js";
import type { TravellingRun } from "../away/travelling-run.js";
import { readEnd } from "../keeper/run-files.js";
import { askToStop, lifeOf } from "../keeper/start-keeper.js";
import { collect, hashOf } from "./collect.js";
import { createOrders } from "./orders.js";

/** A studio's run on this machine. */
export interface Visit {
  /** Settles when nothing more is to be done for it here. */
  ended: Promise<void>;
  /** Ends its trainer; the studio is told. */
  stop(): Promise<void>;
  /** The studio waits for it no more. */
  over(): Promise<void>;
  /** Leaves it alone: its trainer goes on by itself. */
  leave(): void;
}

interface VisitOptions {
  task: string;
  run: TravellingRun;
  folders: { all: string; run: string; out: string };
  house: LongHouse;
  /** Lays out its files and starts its trainer; not called for one that was started before. */
  begin(signal: AbortSignal): Promise<void>;
}

const LOOK_MS = 1000;
const SOON_MS = 100;
const AWAY_MS = 2000;
// Its keeper writes its first file within moments.
const STARTING_MS = 60_000;

/** The studio has nothing against the machine, but does not take this file. */
const isRefusal = (error: unknown): boolean =>
  error instanceof StudioError && (error.code === "notAllowed" || error.code === "badArguments");

/** Accompanies a run to its end: tells the studio what came of it, and its trainer what the studio asks. */
export function accompany({ task, run, folders, house, begin }: VisitOptions): Visit {
  const { client } = house;
  const leaving = new AbortController();
  const beginning = new AbortController();
  const orders = createOrders(folders.run, folders.out);
  const sent = new Map<WholeFile, string>();
  const unwanted = new Set<string>();
  let isEnding = false;
  const since = performance.now();
  let known: MirrorAnswer | null = null;
  let refusal: string | null = null;
  let isStopped = false;
  let isAllTold = false;
  const started = existsSync(join(folders.run, "command.json"))
    ? Promise.resolve()
    : begin(beginning.signal).catch((error: unknown) => {
        const { message, hint } = reportError(error);
        refusal = `${message} ${hint}`.trim();
      });
  let isStarted = false;
  void started.then(() => {
    isStarted = true;
  });

  const lifeHere = (): AwayLife => {
    if (!isStarted) return "preparing";
    if (refusal !== null) return isStopped ? "ended" : "refused";
    const life = lifeOf(folders.run);
    if (life === "starting") return performance.now() - since > STARTING_MS ? "vanished" : "running";
    return life === "unkept" ? "running" : life;
  };

  const tell = async (report: MirrorReport): Promise<boolean> => {
    const told = await client.exchange(task, toJson(report));
    if (told === null) return false;
    known = parseAnswer(told.answer);
    for (const { file, text } of report.wholes) sent.set(file, text);
    return true;
  };

  /** @returns false when the studio waits for it no more */
  const lookOnce = async (): Promise<boolean> => {
    const life = lifeHere();
    const nothing: MirrorReport = { life, reason: "", parts: [], wholes: [], arrived: [], removed: [], end: null };
    // What the studio has is asked first: this program may have been started anew.
    if (known === null) return tell({ ...nothing, life: "preparing" });
    if (life === "preparing") return tell(nothing);
    const isFinal = life === "ended" || life === "vanished" || life === "refused";
    const { wholes, parts, outputs, removed } = await collect({
      ...{ run: folders.run, out: folders.out, outputs: run.outputs, known, sent, isFinal },
    });
    const arrived: string[] = [];
    for (const { name, path } of outputs.filter((one) => !unwanted.has(one.name))) {
      const hash = await hashOf(path).catch(() => null);
      // The trainer took it away meanwhile.
      if (hash === null) continue;
      const isTaken = await client.output(task, { name, hash, path }).catch((error: unknown) => {
        if (!isRefusal(error)) throw error;
        house.say(`${name}: ${reportError(error).message}`);
        unwanted.add(name);
        return true;
      });
      if (!isTaken) return false;
      arrived.push(name);
    }
    // The end is told when the studio has said that it has the rest.
    const isWhole = isFinal && wholes.length === 0 && parts.length === 0 && arrived.every((name) => unwanted.has(name));
    const end = life === "ended" ? (readEnd(folders.run) ?? { ...noEnd, stopped: isStopped }) : null;
    isAllTold = isWhole;
    isEnding = isFinal;
    return tell({
      ...{ parts, wholes, arrived, removed, reason: refusal ?? "" },
      life: isFinal && !isWhole ? "running" : life,
      end: isWhole ? end : null,
    });
  };

  const accompanied = async (): Promise<void> => {
    while (!leaving.signal.aborted) {
      try {
        const wasKnown = known !== null;
        const goesOn = await lookOnce();
        // A studio that gave it up has not what was not told: that stays here.
        if (!goesOn || known?.over)
          return isAllTold ? await rm(folders.all, { recursive: true, force: true }) : await over();
        if (known?.stop) await stop();
        if (known && isStarted && refusal === null) await orders(known);
        await wait(wasKnown ? (isEnding ? SOON_MS : LOOK_MS) : 0, null, { signal: leaving.signal });
      } catch (error) {
        if (leaving.signal.aborted) return;
        // The trainer goes on; what came of it meanwhile is sent when the studio is back.
        if (!(error instanceof StudioError && error.code === "offline")) house.say(reportError(error).message);
        await wait(AWAY_MS, null, { signal: leaving.signal }).catch(() => {});
      }
    }
  };

  const stop = async (): Promise<void> => {
    isStopped = true;
    beginning.abort();
    if (isStarted && refusal === null && lifeOf(folders.run) !== "ended") await askToStop(folders.run);
  };
  const over = async (): Promise<void> => {
    await stop();
    leaving.abort();
    await started;
    if (refusal === null) await askToStop(folders.run);
    // Pictures and checkpoints are the studio's; as links they would keep what the cache has let go.
    await rm(join(folders.all, "in"), { recursive: true, force: true });
    // What was trained and is not at the studio may still be of use to somebody.
    house.say(`The studio does not wait for ${task} any more; what is left of it lies in ${folders.all}.`);
    await rm(join(folders.all, "body.json"), { force: true });
  };
  return { ended: accompanied().catch(() => {}), stop, over, leave: () => leaving.abort() };
}

const noEnd = { exitCode: null, signal: null, error: null, stopped: true };
