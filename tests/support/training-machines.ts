import { join } from "node:path";
import { afterEach } from "@jest/globals";
import { localRoots } from "../../sidecar/host/roots.js";
import { openSettings } from "../../sidecar/host/settings/settings.js";
import { type OpenMachines, openMachines } from "../../sidecar/machines/open-machines.js";
import { queueAddress } from "../../sidecar/machines/queue/queue-address.js";
import { type MachineWorker, startWorker } from "../../sidecar/machines/worker/worker.js";
import { planningMethods } from "../../sidecar/planning/methods.js";
import { openDatabase } from "../../sidecar/store/database.js";
import { type AwayRuns, createAwayRuns } from "../../sidecar/training/away/away-runs.js";
import { createBoards } from "../../sidecar/training/boards/boards.js";
import { trainingMethods } from "../../sidecar/training/methods.js";
import { createCurveStore } from "../../sidecar/training/metrics/curve-store.js";
import { createTrainingRunner } from "../../sidecar/training/runs/runner.js";
import { trainerChoice } from "../../sidecar/training/trainer/trainer-choice.js";
import { trainingWork } from "../../sidecar/training/visiting/training-work.js";
import { createGpuHandOver } from "../../sidecar/webui/gpu-hand-over.js";
import { createWebuiLinks } from "../../sidecar/webui/webui-links.js";

const TOKEN = "token-of-the-test";

export type OpenStudio = Awaited<ReturnType<ReturnType<typeof trainingStudios>["studio"]>>;

/** Studios whose runs other machines train, and such machines, in this process; what they start are processes of their own. */
export function trainingStudios() {
  const open: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const close of open.splice(0).reverse()) await close();
  });
  /** @param port of its door; 0 for any */
  const studio = async (home: string, redis: string, port = 0) => {
    const database = openDatabase(home);
    const settings = openSettings(home);
    const webuis = createWebuiLinks(settings, {});
    const handOver = createGpuHandOver(database, webuis, { settings });
    let machines: OpenMachines | null = null;
    const away: AwayRuns = createAwayRuns({
      database,
      house: async () => machines,
      folderOf: (run) => join(home, "runs", String(run)),
    });
    machines = await openMachines({
      ...{ database, stateFolder: home, server: queueAddress(redis), listen: `127.0.0.1:${port}`, address: null },
      ...{ token: TOKEN, worksHere: () => true, lookUp: (task) => away.task(task), onRefused: () => {} },
    });
    const door = machines;
    const runner = createTrainingRunner(database, home, { away, handOver, settings, whenSucceeded: async () => {} });
    const boards = createBoards();
    const room = { database, roots: localRoots(), runner, away, settings, boards, webuis };
    let isClosed = false;
    const close = async (): Promise<void> => {
      if (isClosed) return;
      isClosed = true;
      handOver.close();
      await Promise.all([runner.close(), boards.close()]);
      await door.close();
      database.close();
    };
    open.push(close);
    const methods = {
      ...planningMethods(room),
      ...trainingMethods({ ...room, trainers: trainerChoice(settings, home), curves: createCurveStore() }),
    };
    return { methods, machines: door, close, away };
  };
  const machine = async (folder: string, redis: string, id = "rack"): Promise<MachineWorker> => {
    const { standIn } = trainerChoice(openSettings(folder), folder);
    const worker = await startWorker({
      ...{ queue: queueAddress(redis), token: TOKEN, studio: null, id, folder, roles: ["train"], kinds: [] },
      ...{ card: null, webui: null, cacheBytes: 1e9, mapped: () => null, say: () => {} },
      long: trainingWork({ trainer: null, standIn: standIn(), ownCode: false }),
    });
    open.push(() => worker.close());
    return worker;
  };
  return { studio, machine };
}
