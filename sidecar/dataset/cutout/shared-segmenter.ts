import type { Execution } from "../../host/inference/execution.js";
import { reportError } from "../../host/studio-error.js";
import type { OpenCutoutModel } from "./find-cutout.js";
import type { Segmenter } from "./segmenter.js";

// Who moves a slider is back sooner; who went away gets the memory back.
const IDLE_MS = 2 * 60_000;

export interface SharedSegmenter {
  /** Works with the model's process, started if another one or none is open. @throws what starting it or `work` throws */
  use<T>(model: OpenCutoutModel, execution: Execution, work: (segmenter: Segmenter) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

type Start = (model: OpenCutoutModel, execution: Execution) => Promise<Segmenter>;

/** One process that stays open between previews, ended when idle or when another model is wanted. */
export function sharedSegmenter(start: Start, idleMs = IDLE_MS): SharedSegmenter {
  let open: { key: string; segmenter: Promise<Segmenter> } | null = null;
  let users = 0;
  let idle: NodeJS.Timeout | null = null;
  let turn: Promise<unknown> = Promise.resolve();

  const end = async (): Promise<void> => {
    const before = open;
    open = null;
    await before?.segmenter.then(
      (segmenter) => segmenter.close(),
      () => {},
    );
  };
  const run = async <T>(model: OpenCutoutModel, execution: Execution, work: (one: Segmenter) => Promise<T>) => {
    const key = JSON.stringify([model.file, execution]);
    if (open?.key !== key) {
      await end();
      open = { key, segmenter: start(model, execution) };
    }
    try {
      return await work(await open.segmenter);
    } catch (error) {
      // One that ended, or never started, serves nobody again.
      if (reportError(error).code !== "unreadableImage") await end();
      throw error;
    }
  };
  return {
    // One after the other: a switch of models never takes the process from somebody who works with it.
    use(model, execution, work) {
      if (idle) clearTimeout(idle);
      users += 1;
      const mine = turn.then(() => run(model, execution, work));
      turn = mine.then(
        () => {},
        () => {},
      );
      return mine.finally(() => {
        users -= 1;
        if (users === 0) idle = setTimeout(() => void end(), idleMs).unref();
      });
    },
    async close() {
      if (idle) clearTimeout(idle);
      await end();
    },
  };
}
