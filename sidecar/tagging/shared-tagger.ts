import type { Execution } from "../host/inference/execution.js";
import { reportError } from "../host/studio-error.js";
import type { TaggerModel } from "./model.js";
import type { Tagger } from "./tagger.js";

const IDLE_MS = 5 * 60_000;

// Each holds its weights in memory, half a gigabyte to two.
const OPEN_AT_ONCE = 2;

/** Taggers that stay open between single pictures: one a model, ended when idle. */
export interface SharedTaggers {
  /** Works with the model's tagger, started if it is not open. @throws what starting it or `work` throws */
  use<T>(model: TaggerModel, execution: Execution, work: (tagger: Tagger) => Promise<T>): Promise<T>;
  /** Ends all as soon as nobody works with them; the names of their models. */
  unload(): string[];
  /** Ends all at once, whoever works with them. */
  close(): Promise<void>;
}

interface OpenTagger {
  name: string;
  tagger: Promise<Tagger>;
  users: number;
  idle: NodeJS.Timeout | null;
}

type Start = (model: TaggerModel, execution: Execution) => Promise<Tagger>;

/** Keeps the taggers that `start` gives. */
export function sharedTaggers(start: Start, idleMs = IDLE_MS): SharedTaggers {
  // In the order of their last use.
  const open = new Map<string, OpenTagger>();
  const leaving = new Set<OpenTagger>();

  const end = async (one: OpenTagger): Promise<void> => {
    if (one.idle) clearTimeout(one.idle);
    await one.tagger.then(
      (tagger) => tagger.close(),
      () => {},
    );
    leaving.delete(one);
  };
  const leave = (key: string, one: OpenTagger): void => {
    if (open.get(key) === one) open.delete(key);
    leaving.add(one);
    if (one.users === 0) void end(one);
  };
  const makeRoom = (): void => {
    for (const [key, one] of open) {
      if (open.size <= OPEN_AT_ONCE) return;
      if (one.users === 0) leave(key, one);
    }
  };
  const take = (key: string, makeOne: () => OpenTagger): OpenTagger => {
    const one = open.get(key) ?? makeOne();
    if (one.idle) clearTimeout(one.idle);
    one.users += 1;
    open.delete(key);
    open.set(key, one);
    makeRoom();
    return one;
  };
  const giveBack = (key: string, one: OpenTagger): void => {
    one.users -= 1;
    if (one.users > 0) return;
    if (leaving.has(one)) void end(one);
    else one.idle = setTimeout(() => leave(key, one), idleMs).unref();
  };

  return {
    async use(model, execution, work) {
      const key = JSON.stringify([model.folder, execution]);
      const one = take(key, () => ({ name: model.name, tagger: start(model, execution), users: 0, idle: null }));
      try {
        return await work(await one.tagger);
      } catch (error) {
        // A tagger whose process ended, or that never started, serves nobody again.
        if (reportError(error).code !== "unreadableImage") leave(key, one);
        throw error;
      } finally {
        giveBack(key, one);
      }
    },
    unload() {
      const names = [...open.values()].map(({ name }) => name);
      for (const [key, one] of open) leave(key, one);
      return names;
    },
    async close() {
      const all = [...open.values(), ...leaving];
      open.clear();
      await Promise.all(all.map(end));
    },
  };
}
