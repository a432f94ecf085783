import type { JobKind } from "../../host/jobs/job-kind.js";
import { reportError } from "../../host/studio-error.js";
import { canDraw } from "../../webui/drawing-link.js";
import type { WebuiLink } from "../../webui/webui-link.js";
import { putPicture } from "../cells/picture-table.js";
import { changeSweep, oneSweep, type SweepRecord } from "../cells/sweep-table.js";
import { isMeantToo } from "../plan/facts/meant-webuis.js";
import { batchTable } from "./batch-table.js";
import { createControlLooks } from "./control-looks.js";
import type { DrawingHouse } from "./drawing-house.js";
import { createDrawingPool } from "./drawing-pool.js";
import type { DrawingOutcome } from "./drawing-task.js";
import { createJudge } from "./judge-picture.js";
import { type LiveSweep, remember } from "./live-sweeps.js";
import { keepPicture, picturePath } from "./picture-files.js";
import { placeLoras, type SweepLora } from "./place-loras.js";
import { createSeedBatches } from "./seed-batches.js";
import { linksFor } from "./sweep-links.js";
import { recordedControl, requestsOf, type SweepItem, taskOf } from "./sweep-tasks.js";
import { needsOf, type WebuiNeed } from "./webui-needs.js";

export const SWEEP_JOB = "sweep";

// Enough that every WebUI finds a group of its own; each is one row that is written when a job goes on.
const PICTURES_IN_FLIGHT = 1024;
// Who looks need not know of every change of a WebUI's state.
const TELL_EVERY_MS = 500;

export const lorasOf = ({ settings, facts }: SweepRecord): SweepLora[] =>
  settings.loras.flatMap((path) => {
    const content = facts.contents[path];
    return content === undefined ? [] : [{ path, content }];
  });

/** The job kind "sweep": one item a picture, which is kept as it comes. The table of pictures is the state of record. */
export function sweepJob(house: DrawingHouse): JobKind<{ sweep: number }, SweepItem, DrawingOutcome> {
  const { database, revisions, sweeps, live, troubles, stateFolder, patience } = house;
  const hashesOf = ({ facts }: SweepRecord): Map<string, string | null> =>
    new Map(facts.candidates.map(({ path, hash }) => [facts.contents[path] ?? "", hash]));

  return {
    name: SWEEP_JOB,
    needs: "gpu:0",
    concurrency: PICTURES_IN_FLIGHT,
    parseParams: (stored) => ({ sweep: Number(Object(stored).sweep) }),
    parseItem(stored) {
      const { index, key, group } = Object(stored);
      return { index: Number(index), key: String(key), group: Number(group) };
    },
    // Items are written when the sweep starts, from its own table.
    plan: async () => [],
    async open({ sweep: id }, { signal, onAmount }) {
      const sweep = oneSweep(database, id);
      const cells = sweeps.cellsOf(sweep);
      const loras = lorasOf(sweep);
      const hashes = hashesOf(sweep);
      const links = await linksFor(sweep.settings, house, { signal, waitMs: patience.allAwayMs }).catch((error) => {
        troubles.set(id, reportError(error));
        throw error;
      });
      let toldAt = 0;
      const tell = (): void => {
        if (performance.now() - toldAt < TELL_EVERY_MS) return;
        toldAt = performance.now();
        onAmount(null);
      };
      const controls = createControlLooks((key) => {
        const mark = cells.markOf(key);
        return mark?.state === "drawn" && mark.content !== null ? picturePath(stateFolder, mark.content) : null;
      });
      let known: WebuiNeed[] | null = null;
      const needs = (): WebuiNeed[] => {
        known ??= needsOf(requestsOf(cells));
        return known;
      };
      const pool = createDrawingPool({
        links,
        patience,
        signal,
        rehearsal: sweep.settings.rehearsal,
        controls,
        judge: createJudge(controls, (content) => hashes.get(content) ?? null),
        batches: createSeedBatches(batchTable(database), sweep.settings.batchSize),
        placeLoras: (link, loraFolder) => placeLoras(database, { link, loraFolder, loras, signal }),
        isHeld: (link) => !sweep.settings.rehearsal && house.isHeld(link),
        keep: (png) => keepPicture(stateFolder, png),
        needs,
        recordedControl: () => recordedControl(cells, controls),
        onDrawing: (keys, isDrawing) => cells.setDrawing(keys, isDrawing),
        onTold: tell,
        onStandstill: (why) => house.onStandstill(id, why),
      });
      const one: LiveSweep = { pool, seconds: [], own: [] };
      live.set(id, one);
      const join = (link: WebuiLink): void => {
        if (canDraw(link) && isMeantToo(link, sweep.settings)) pool.join(link);
      };
      const stopListening = house.webuis.onAttach(join);
      for (const link of house.webuis.all()) join(link);
      return {
        async run(item) {
          try {
            const outcome = await pool.draw(taskOf(cells, item));
            remember(one, outcome);
            return outcome;
          } catch (error) {
            if (!signal.aborted) troubles.set(id, reportError(error));
            throw error;
          }
        },
        async close() {
          stopListening();
          await pool.close();
          live.delete(id);
        },
      };
    },
    async openLedger({ sweep: id }) {
      const sweep = oneSweep(database, id);
      const cells = sweeps.cellsOf(sweep);
      return {
        commit({ key, index }, outcome) {
          const row = { ...outcome, key, revision: revisions.next() };
          putPicture(database, row, cells.resolved.requestOf(index));
          sweeps.put(row);
          return { state: outcome.state };
        },
        follow: async () => {},
        finish() {
          const change = { state: "done" as const, problem: null, counts: cells.counts(), picture: cells.picture() };
          changeSweep(database, id, { change, revision: revisions.next() });
        },
      };
    },
  };
}
