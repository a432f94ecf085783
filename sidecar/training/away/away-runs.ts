import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { StudioError } from "../../host/studio-error.js";
import type { Task } from "../../machines/door/tasks.js";
import type { MachineHouse } from "../../machines/engine/machine-house.js";
import { longLine } from "../../machines/worker/long-work.js";
import { writeText } from "../../store/atomic-file.js";
import type { Database } from "../../store/database.js";
import { say } from "../../words/sentence.js";
import { runFiles } from "../keeper/run-files.js";
import type { RunLife } from "../keeper/start-keeper.js";
import type { RunRecord } from "../runs/run-record.js";
import { runsThat } from "../runs/run-table.js";
import { awayFiles, forgetAway, readAway, runOfTask, taskName, writeAway } from "./away-file.js";
import { awayState } from "./away-life.js";
import type { ChoiceMachine } from "./choice-machine.js";
import { fittingMachine } from "./fitting-machine.js";
import { createLiveRuns } from "./live-runs.js";
import { packRun } from "./pack-run.js";
import { runTask } from "./run-task.js";
import { formatTravelling } from "./travelling-run.js";

/** Runs that other machines train. Their folders are filled here, so that everything that reads a run reads these. */
export interface AwayRuns {
  /** Those that train, also what is away now; null where none can join. */
  machines(): Promise<ChoiceMachine[] | null>;
  /** The machine that has it; null as long as it waits. */
  machineOf(run: number): string | null;
  /** The machine that could begin it now; null: it waits. */
  choose(run: RunRecord): Promise<string | null>;
  /** Gives it to a machine. @throws StudioError when what it needs is gone, or cannot travel */
  begin(run: RunRecord, machine: string): Promise<void>;
  /** How it is; "waits" when it was never begun there and waits again. */
  look(run: RunRecord): Promise<RunLife | "waits">;
  /** It has ended: nothing more is taken of it. */
  release(run: RunRecord): Promise<void>;
  /** For the door: a run's work by its name; null when it is over. */
  task(name: string): Task | null;
}

interface AwayOptions {
  database: Database;
  house(): Promise<MachineHouse | null>;
  folderOf(run: number): string;
}

// Redis may have lost it, or the machine could not take it.
const PUT_AGAIN_MS = 5000;

/** Nothing of its end will come, so it is written here; the words are known to the verdict. */
async function writeLost(
  folder: string,
  { machine, why, reason, stopped }: { machine: string; why: string; reason: string; stopped: boolean },
): Promise<void> {
  const told: Record<string, string> = {
    refused: `could not begin: ${reason}`,
    vanished: "lost the run",
    silent: "was not heard of any more",
  };
  const error = `The machine ${machine} ${told[why]}`;
  const end = { exitCode: null, signal: null, error: stopped ? null : error, stopped };
  await writeText(runFiles(folder).end, JSON.stringify({ ...end, ended: new Date().toISOString() }));
}

export const noMachines = (): StudioError =>
  new StudioError(
    "notFound",
    say("No machines can join this studio: it has no queue for them to meet at."),
    say("Start it with --engine redis://HOST:6379, or set machines.queue."),
  );

export function createAwayRuns({ database, house, folderOf }: AwayOptions): AwayRuns {
  // Runs whose files are being read for the way, and for which machine.
  const packing = new Map<number, string>();
  let opened: MachineHouse | null = null;
  const open = async (): Promise<MachineHouse | null> => {
    opened = await house();
    return opened;
  };
  const live = createLiveRuns({ open, house: () => opened, folderOf });
  const running = (task: string): RunRecord | null => {
    const number = runOfTask(task);
    const run = runsThat(database, "running").find(({ id }) => id === number);
    return run !== undefined && readAway(folderOf(run.id))?.task === task ? run : null;
  };
  const give = async (run: RunRecord, machine: string): Promise<void> => {
    const machines = await open();
    if (machines === null) throw noMachines();
    const folder = folderOf(run.id);
    const task = taskName(run.id, randomBytes(6).toString("hex"));
    const now = live.make(task, run);
    try {
      const body = formatTravelling(await packRun(run.meant, machines.files, now.holder));
      await writeText(awayFiles(folder).body, body);
      await writeAway(folder, { task, machine, begun: false });
    } catch (error) {
      // Nobody will fetch what was read for it.
      await live.end(task);
      throw error;
    }
    now.put = performance.now();
    // A Redis that is away gets it later.
    await machines.queue.put(longLine("train", machine), task).catch(() => {});
  };

  return {
    async machines() {
      const machines = await open();
      if (machines === null) return null;
      return machines.machines
        .all()
        .filter(({ roles }) => roles.includes("train"))
        .map(({ id, host, card, trainer, isHere, order }) => {
          return { id, host, card, trainer, isReady: isHere && order === "run" };
        });
    },
    machineOf: (run) => packing.get(run) ?? readAway(folderOf(run))?.machine ?? null,
    async choose({ meant }) {
      const machines = await open();
      if (machines === null) return null;
      const given = runsThat(database, "running").flatMap(({ id }) => readAway(folderOf(id))?.machine ?? []);
      const taken = [...given, ...packing.values()];
      return fittingMachine(meant, machines.machines.ready("train"), new Set(taken));
    },
    async begin(run, machine) {
      packing.set(run.id, machine);
      try {
        await give(run, machine);
      } finally {
        packing.delete(run.id);
      }
    },
    async look(run) {
      const folder = folderOf(run.id);
      const away = readAway(folder);
      // A studio that ended while its files were read for the way begins anew.
      if (away === null) return packing.has(run.id) ? "starting" : "waits";
      const machines = await open();
      const now = live.of(away.task, run);
      const machine = machines?.machines.all().find(({ id }) => id === away.machine);
      const hears = machine?.isHere === true;
      if (hears) now.heard = performance.now() - machine.silentMs;
      const begun = away.begun || machine?.doing.includes(away.task) === true;
      const state = awayState({
        ended: existsSync(runFiles(folder).end),
        stopAsked: existsSync(runFiles(folder).stop),
        begun,
        told: now.life === "refused" || now.life === "vanished" ? now.life : null,
        silentMs: hears ? null : performance.now() - now.heard,
      });
      const line = longLine("train", away.machine);
      if (state.kind === "goesOn") {
        if (!begun && machines !== null && performance.now() - now.put > PUT_AGAIN_MS) {
          now.put = performance.now();
          if (!(await machines.queue.has(line, away.task).catch(() => true)))
            await machines.queue.put(line, away.task).catch(() => {});
        }
        return state.life;
      }
      await machines?.queue.remove(line, away.task);
      if (state.kind === "back") {
        forgetAway(folder);
        await live.end(away.task);
        return "waits";
      }
      const { stopped, why } = state;
      await writeLost(folder, { machine: away.machine, why, reason: now.reason, stopped });
      return "ended";
    },
    async release(run) {
      const folder = folderOf(run.id);
      const away = readAway(folder);
      if (away === null) return;
      await live.end(away.task);
      await rm(awayFiles(folder).body, { force: true });
    },
    task(name) {
      const run = running(name);
      return run && runTask(live.of(name, run), open);
    },
  };
}
