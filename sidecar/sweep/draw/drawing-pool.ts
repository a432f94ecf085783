import { reportError } from "../../host/studio-error.js";
import type { DrawnPicture } from "../../webui/drawing.js";
import type { PictureLook } from "../proof/picture-look.js";
import type { ControlLooks } from "./control-looks.js";
import type { DrawingLink } from "./drawing-link.js";
import { type DrawingPatience, MOST_ATTEMPTS, MOST_WRONG } from "./drawing-patience.js";
import { createDrawingQueue } from "./drawing-queue.js";
import type { Arrival, DrawingRoom, WebuiState } from "./drawing-room.js";
import type { DrawingEntry, DrawingOutcome, DrawingTask } from "./drawing-task.js";
import { createDrawingWebui } from "./drawing-webui.js";
import { createFirstCell } from "./first-cell.js";
import type { Judge } from "./judge-picture.js";
import type { SeedBatches } from "./seed-batches.js";

/** The WebUIs that draw a sweep, with what waits for them. */
export interface DrawingPool {
  /** Settles when the picture is kept, or was tried often enough. @throws "diskFull"; the abort's reason */
  draw(task: DrawingTask): Promise<DrawingOutcome>;
  webuis(): WebuiState[];
  /** Finishes what is being drawn, and takes nothing more. */
  drain(): Promise<void>;
  /** Ends what is drawn. */
  close(): Promise<void>;
}

/** Why no WebUI draws any more: it is told with the sweep, which waits to be resumed. */
interface Standstill {
  code: string;
  message: string;
  hint: string;
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
  onDrawing(keys: readonly string[], isDrawing: boolean): void;
  /** A WebUI's state changed. */
  onTold(): void;
  onStandstill(why: Standstill): void;
}

// What will not mend by waiting is told sooner.
const HOPELESS_MS = 15_000;
const LOOK_EVERY_MS = 500;

const keysOf = (entries: readonly DrawingEntry[]): string[] => entries.map(({ task }) => task.key);

const withoutPicture = (
  { attempts }: DrawingEntry,
  { title }: DrawingLink,
  told: Pick<DrawingOutcome, "problem" | "detail">,
): DrawingOutcome => ({
  state: "failed",
  content: null,
  width: 0,
  height: 0,
  infotext: null,
  proof: null,
  ...told,
  webui: title,
  drawn: new Date().toISOString(),
  seconds: null,
  own: null,
  attempts,
});

const placeAgain: readonly (string | null)[] = ["missingLora", "wrongHash", "staleLora"];

export function createDrawingPool(house: PoolHouse): DrawingPool {
  const { patience, batches, judge, controls } = house;
  const ended = new AbortController();
  const signal = AbortSignal.any([house.signal, ended.signal]);
  const queue = createDrawingQueue();
  const background = new Set<Promise<void>>();
  let draining = false;
  const listeners: (() => void)[] = [];
  const changed = (): void => {
    for (const listener of listeners.splice(0)) listener();
  };
  let idleSince: number | null = null;
  const firstCell = createFirstCell((id) => states().some((one) => one.id === id && one.state === "away"));

  const keep = async (arrival: Arrival, entry: DrawingEntry, picture: DrawnPicture): Promise<void> => {
    const { link, names, answer, entries } = arrival;
    const { task } = entry;
    const [content, { proof, look }] = await Promise.all([
      house.keep(picture.png),
      judge.judge(task, { picture, answer, names, webui: link.id }),
    ]);
    if (proof.code !== null && entry.wrong + 1 < MOST_WRONG && !draining) {
      entry.wrong += 1;
      entry.attempts += 1;
      if (placeAgain.includes(proof.code)) webuis.find((one) => one.state().id === link.id)?.lookAgain();
      queue.giveBack([entry]);
      return changed();
    }
    if (proof.code === null) note(link, { task, look, alone: entries.length === 1 });
    entry.resolve({
      state: proof.code === null ? "drawn" : "wrong",
      content,
      width: look.width,
      height: look.height,
      infotext: picture.infotext,
      proof,
      problem: proof.code ?? (proof.proven ? null : "notProvable"),
      detail: null,
      webui: link.title,
      drawn: new Date().toISOString(),
      seconds: arrival.seconds / entries.length,
      own: arrival.gap === null ? null : arrival.gap / entries.length,
      attempts: entry.attempts + 1,
    });
  };

  const note = (
    link: DrawingLink,
    { task, look, alone }: { task: DrawingTask; look: PictureLook; alone: boolean },
  ): void => {
    if (task.control === null) {
      controls.keep(task.key, look);
      firstCell.drawn(task, look);
    }
    if (alone) batches.drawnAlone(link, { task, look, left: queue.size() });
  };

  const failed = (entry: DrawingEntry, link: DrawingLink, error: unknown): void => {
    const { code, message } = reportError(error);
    entry.resolve(withoutPicture(entry, link, { problem: code, detail: message }));
  };
  const skipped = (entry: DrawingEntry, link: DrawingLink): void =>
    entry.resolve(withoutPicture(entry, link, { problem: "skippedInWebui", detail: null }));

  /** One that cannot be read is drawn again; a full disk ends the drawing. */
  const arrivedOne = async (
    arrival: Arrival,
    entry: DrawingEntry,
    picture: DrawnPicture | undefined,
  ): Promise<void> => {
    try {
      if (!picture) throw new Error("The WebUI sent too few pictures.");
      await keep(arrival, entry, picture);
    } catch (error) {
      if (reportError(error).code === "diskFull") entry.reject(error);
      else {
        entry.attempts += 1;
        entry.alone = true;
        if (entry.attempts >= MOST_ATTEMPTS) failed(entry, arrival.link, error);
        else queue.giveBack([entry]);
      }
    }
  };

  const room: DrawingRoom = {
    queue,
    signal,
    patience,
    rehearsal: house.rehearsal,
    placeLoras: house.placeLoras,
    isHeld: house.isHeld,
    isDraining: () => draining,
    isAlone: house.links.length < 2,
    batchOf: (link, { task }) => batches.most(link, task),
    batchFailed: (link, { task }, count) => batches.failed(link, task, count),
    changed: () =>
      new Promise((resolve) => {
        if (signal.aborted) resolve();
        else listeners.push(resolve);
      }),
    onDrawing: (entries, isDrawing) => house.onDrawing(keysOf(entries), isDrawing),
    arrived(arrival) {
      const { pictures } = arrival.answer;
      const kept = Promise.all(arrival.entries.map((entry, at) => arrivedOne(arrival, entry, pictures[at])));
      const done = kept.then(() => void background.delete(done));
      background.add(done);
    },
    failed,
    skipped,
    interrupted: (link) =>
      house.onStandstill({
        code: "interruptedInWebui",
        message: `Somebody pressed Interrupt in ${link.title}, so the sweep waits.`,
        hint: "Nothing that is drawn is lost. Resume it when the WebUI is free.",
      }),
    drawsAlike: async (link, names) => (house.links.length < 2 ? "alike" : firstCell.drawsAlike(link, names, signal)),
    tryBatch: (link, names) => batches.compare(link, names, signal).catch(() => "compared"),
    told: house.onTold,
  };
  const webuis = house.links.map((link) => createDrawingWebui(link, room));
  const states = (): WebuiState[] => webuis.map((one) => one.state());
  const work = Promise.all(webuis.map((one) => one.work()));

  const look = (): void => {
    const all = states();
    const problem = all.find((one) => one.problem?.code !== "offline")?.problem ?? all[0]?.problem ?? null;
    if (all.some(({ state }) => state !== "away")) idleSince = null;
    else idleSince ??= performance.now();
    if (idleSince === null || problem === null || draining) return;
    const waited = performance.now() - idleSince;
    if (waited >= (problem.code === "offline" ? patience.allAwayMs : Math.min(patience.allAwayMs, HOPELESS_MS))) {
      idleSince = null;
      house.onStandstill(problem);
    }
  };
  const timer = setInterval(look, LOOK_EVERY_MS);
  const rejectRest = (): void => {
    changed();
    for (const entry of queue.clear()) entry.reject(signal.reason);
  };
  signal.addEventListener("abort", () => {
    changed();
    controls.settleAll();
    void work.then(rejectRest);
  });

  const settled = async (): Promise<void> => {
    await work;
    while (background.size > 0) await Promise.all(background);
  };
  return {
    webuis: states,
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
      clearInterval(timer);
      ended.abort();
      await settled();
      rejectRest();
    },
  };
}
