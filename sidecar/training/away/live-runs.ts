import { existsSync, readFileSync } from "node:fs";
import type { MachineHouse } from "../../machines/engine/machine-house.js";
import type { RunRecord } from "../runs/run-record.js";
import { awayFiles } from "./away-file.js";
import type { AwayLife } from "./mirror-report.js";
import type { ComingRun } from "./take-report.js";
import { parseTravelling } from "./travelling-run.js";

/** What is known of a run on another machine only as long as this program runs. */
export interface LiveRun {
  coming: ComingRun;
  life: AwayLife | null;
  reason: string;
  /** When the machine was heard of last, by this machine's clock. */
  heard: number;
  /** When it was put into the machine's line. */
  put: number;
  /** Reports are taken one after the other. */
  turn: Promise<unknown>;
  /** For whom its files are offered. */
  holder: object;
}

export interface LiveRuns {
  /** One whose files are being offered by who asks. */
  make(task: string, run: RunRecord): LiveRun;
  of(task: string, run: RunRecord): LiveRun;
  /** Nothing more comes of it. */
  end(task: string): Promise<void>;
}

interface LiveOptions {
  open(): Promise<MachineHouse | null>;
  /** The house, where it is open by now. */
  house(): MachineHouse | null;
  folderOf(run: number): string;
}

export function createLiveRuns({ open, house, folderOf }: LiveOptions): LiveRuns {
  const live = new Map<string, LiveRun>();
  const make = (task: string, { id, meant }: RunRecord): LiveRun => {
    const outputPath = (name: string): string => house()?.tasks.outputPath(task, name) ?? "";
    const fresh: LiveRun = {
      coming: { folder: folderOf(id), meant, sizes: new Map(), outputPath },
      ...{ life: null, reason: "", heard: performance.now(), put: 0, turn: Promise.resolve(), holder: {} },
    };
    live.set(task, fresh);
    return fresh;
  };
  /** After a restart: files that the machine has not fetched yet. */
  const offerAgain = async (folder: string, holder: object): Promise<void> => {
    const body = awayFiles(folder).body;
    const machines = await open();
    if (machines === null || !existsSync(body)) return;
    const { files, folders } = parseTravelling(readFileSync(body, "utf8"));
    const all = [...files.values(), ...[...folders.values()].flatMap((inside) => [...inside.values()])];
    for (const { path } of all) await machines.files.offer(path, holder).catch(() => {});
  };
  return {
    make,
    of(task, run) {
      const known = live.get(task);
      if (known) return known;
      const fresh = make(task, run);
      void offerAgain(folderOf(run.id), fresh.holder).catch(() => {});
      return fresh;
    },
    async end(task) {
      const holder = live.get(task)?.holder;
      live.delete(task);
      if (holder) house()?.files.release(holder);
      await house()?.tasks.withdraw(task);
    },
  };
}
