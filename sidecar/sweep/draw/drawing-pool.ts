import type { DrawingLink } from "../../webui/drawing-link.js";
import type { ControlLooks } from "./control-looks.js";
import type { DrawingPatience } from "./drawing-patience.js";
import { createDrawingQueue } from "./drawing-queue.js";
import type { DrawingRoom, WebuiState } from "./drawing-room.js";
import type { DrawingEntry, DrawingOutcome, DrawingTask } from "./drawing-task.js";
import { createDrawingWebui, type DrawingWebui } from "./drawing-webui.js";
import { createFirstCell, type DrawnControl } from "./first-cell.js";
import type { Judge } from "./judge-picture.js";
import { createPictureArrivals } from "./picture-arrivals.js";
import type { SeedBatches } from "./seed-batches.js";
import { type Standstill, watchStandstill } from "./watch-standstill.js";
import type { WebuiNeed } from "./webui-needs.js";

/** The WebUIs that draw a sweep, with what waits for them. */
export interface DrawingPool {
  /** Settles when the picture is kept, or was tried often enough. @throws "diskFull"; the abort's reason */
  draw(task: DrawingTask): Promise<DrawingOutcome>;
  webuis(): WebuiState[];
  /** One more takes part from now on; one that does already is left as it is. */
  join(link: DrawingLink): void;
  /** Finishes what is being drawn, and takes nothing more. */
  drain(): Promise<void>;
  /** Ends what is drawn. */
  close(): Promise<void>;
}

export interface PoolHouse {
  links: readonly DrawingLink[];
  patience: DrawingPatience;
  signal: AbortSignal;
  /** Drawn by the stand-in, and by no real WebUI; or the other way round. */
  rehearsal: boolean;
  judge: Judge;
  controls: ControlLooks;
  batches: SeedBatches;
  placeLoras: DrawingRoom["placeLoras"];
  isHeld: DrawingRoom["isHeld"];
  keep(png: Buffer): Promise<string>;
  /** What every WebUI must have, where several draw. */
  needs(): readonly WebuiNeed[];
  /** A control that was drawn before, to compare WebUIs with. */
  recordedControl(): Promise<DrawnControl | null>;
  onDrawing(keys: readonly string[], isDrawing: boolean): void;
  /** A WebUI's state changed. */
  onTold(): void;
  onStandstill(why: Standstill): void;
}

const keysOf = (entries: readonly DrawingEntry[]): string[] => entries.map(({ task }) => task.key);

export function createDrawingPool(house: PoolHouse): DrawingPool {
  const { patience, batches, controls } = house;
  const ended = new AbortController();
  const signal = AbortSignal.any([house.signal, ended.signal]);
  const queue = createDrawingQueue();
  let draining = false;
  const listeners: (() => void)[] = [];
  const changed = (): void => {
    for (const listener of listeners.splice(0)) listener();
  };
  const firstCell = createFirstCell({
    isAlone: () => webuis.length < 2,
    isAway: (id) => states().some((one) => one.id === id && one.state === "away"),
    recorded: house.recordedControl,
  });

  const arrivals = createPictureArrivals({
    queue,
    judge: house.judge,
    controls,
    batches,
    firstCell,
    keep: house.keep,
    isDraining: () => draining,
    lookAgain: (id) => webuis.find((one) => one.state().id === id)?.lookAgain(),
    changed,
  });

  const room: DrawingRoom = {
    queue,
    signal,
    patience,
    rehearsal: house.rehearsal,
    placeLoras: house.placeLoras,
    isHeld: house.isHeld,
    isDraining: () => draining,
    isAlone: () => webuis.length < 2,
    needs: house.needs,
    batchOf: (link, { task }) => batches.most(link, task),
    batchFailed: (link, { task }, count) => batches.failed(link, task, count),
    changed: () =>
      new Promise((resolve) => {
        if (signal.aborted) resolve();
        else listeners.push(resolve);
      }),
    onDrawing: (entries, isDrawing) => house.onDrawing(keysOf(entries), isDrawing),
    arrived: arrivals.arrived,
    failed: arrivals.failed,
    skipped: arrivals.skipped,
    interrupted: (link) =>
      house.onStandstill({
        code: "interruptedInWebui",
        message: `Somebody pressed Interrupt in ${link.title}, so the sweep waits.`,
        hint: "Nothing that is drawn is lost. Resume it when the WebUI is free.",
      }),
    drawsAlike: (link, names) => firstCell.drawsAlike(link, names, signal),
    tryBatch: (link, names) => batches.compare(link, names, signal).catch(() => "compared"),
    told: house.onTold,
  };
  const webuis: DrawingWebui[] = [];
  const states = (): WebuiState[] => webuis.map((one) => one.state());
  const works: Promise<void>[] = [];
  const join = (link: DrawingLink): void => {
    if (draining || signal.aborted || states().some(({ id }) => id === link.id)) return;
    const webui = createDrawingWebui(link, room);
    webuis.push(webui);
    works.push(webui.work());
  };
  for (const link of house.links) join(link);

  const endWatch = watchStandstill({ states, isDraining: () => draining, patience, onStandstill: house.onStandstill });
  const rejectRest = (): void => {
    changed();
    for (const entry of queue.clear()) entry.reject(signal.reason);
  };
  signal.addEventListener("abort", () => {
    changed();
    controls.settleAll();
    void Promise.all(works).then(rejectRest);
  });

  const settled = async (): Promise<void> => {
    await Promise.all(works);
    await arrivals.settled();
  };
  return {
    webuis: states,
    join,
    draw(task) {
      if (signal.aborted) return Promise.reject(signal.reason);
      if (task.control === null) controls.expect(task.key);
      return new Promise<DrawingOutcome>((resolve, reject) => {
        const settle = (): void => {
          if (task.control === null) controls.settle(task.key);
          house.onDrawing([task.key], false);
        };
        queue.add({
          task,
          attempts: 0,
          wrong: 0,
          alone: false,
          notBefore: 0,
          avoidedUntil: new Map(),
          resolve: (outcome) => {
            resolve(outcome);
            settle();
          },
          reject: (error) => {
            reject(error);
            settle();
          },
        });
        changed();
      });
    },
    async drain() {
      draining = true;
      changed();
      controls.settleAll();
      await settled();
    },
    async close() {
      endWatch();
      ended.abort();
      await settled();
      rejectRest();
    },
  };
}
