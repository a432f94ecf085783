import PQueue from "p-queue";
import { StudioError } from "../../host/studio-error.js";
import { say } from "../../words/sentence.js";
import type { PortableKind } from "./portable-kind.js";

type Bench = Awaited<ReturnType<PortableKind["open"]>>;

/** Benches that stay open between shards of the same work: a model is loaded once. */
export interface OpenBenches {
  /** `run` waits for its turn: a bench has no more items at a time than its kind wants, whosever they are. */
  use<T>(work: { kind: string; params: unknown }, task: (run: Bench["run"]) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

// The next shard comes within this time, or the memory is worth more.
const IDLE_MS = 60_000;

interface Kept {
  bench: Promise<Bench>;
  lanes: PQueue;
  controller: AbortController;
  users: number;
  idle?: NodeJS.Timeout;
}

export function createOpenBenches(kinds: readonly PortableKind[], idleMs = IDLE_MS): OpenBenches {
  const open = new Map<string, Kept>();
  const end = async (key: string, kept: Kept): Promise<void> => {
    if (open.get(key) === kept) open.delete(key);
    clearTimeout(kept.idle);
    await kept.bench.then((bench) => bench.close()).catch(() => {});
    kept.controller.abort();
  };
  return {
    async use({ kind: name, params }, task) {
      const kind = kinds.find((one) => one.name === name);
      if (!kind)
        throw new StudioError(
          "protocolMismatch",
          say("This machine does not know work of the kind {name}.", { name }),
          say("Update LoRA Atelier there to the studio's version."),
        );
      const key = JSON.stringify([name, params]);
      // Two models side by side would need twice the memory.
      for (const [other, kept] of open) if (other !== key && kept.users === 0) await end(other, kept);
      let kept = open.get(key);
      if (!kept) {
        const controller = new AbortController();
        const context = { signal: controller.signal, onAmount: () => {} };
        const lanes = new PQueue({ concurrency: kind.concurrency });
        kept = { bench: kind.open(params, context), lanes, controller, users: 0 };
        open.set(key, kept);
      }
      const mine = kept;
      clearTimeout(mine.idle);
      mine.users += 1;
      try {
        const bench = await mine.bench;
        return await task((item) => mine.lanes.add(() => bench.run(item)));
      } catch (error) {
        // What could not be opened, or broke, is opened anew next time.
        if (open.get(key) === mine) open.delete(key);
        void mine.bench.then((bench) => bench.close()).catch(() => {});
        throw error;
      } finally {
        mine.users -= 1;
        if (mine.users === 0 && open.get(key) === mine) {
          mine.idle = setTimeout(() => void end(key, mine), idleMs);
          mine.idle.unref();
        }
      }
    },
    async close() {
      await Promise.all([...open].map(([key, kept]) => end(key, kept)));
    },
  };
}
