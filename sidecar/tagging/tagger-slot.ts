import type { CardUser } from "../host/jobs/job-kind.js";
import type { Tagger } from "./tagger.js";

/**
 * Room for one open tagger at a time, so that several models never fill the memory together. A user of the next model
 * waits until the last one of the present model is done; users come model by model. The same model on the CPU, because
 * something else has the graphics card, is another tagger.
 */
export function taggerSlot(start: (model: number, beside: CardUser | null) => Promise<Tagger>) {
  let present: { model: number; isBeside: boolean; tagger: Promise<Tagger>; users: number } | null = null;
  let turn: Promise<void> = Promise.resolve();
  let free = (): void => {};
  const switchTo = async (model: number, beside: CardUser | null): Promise<void> => {
    const isBeside = beside !== null;
    if (present?.model === model && present.isBeside === isBeside) return;
    while (present && present.users > 0) {
      await new Promise<void>((resolve) => {
        free = resolve;
      });
    }
    const before = present;
    present = null;
    if (before) await before.tagger.then((tagger) => tagger.close());
    present = { model, isBeside, tagger: start(model, beside), users: 0 };
  };
  return {
    /** @param beside who has the graphics card, where the CPU is to be used because of it */
    async use<T>(
      { model, beside = null }: { model: number; beside?: CardUser | null },
      work: (tagger: Tagger) => Promise<T>,
    ): Promise<T> {
      const mine = turn.then(async () => {
        await switchTo(model, beside);
        if (!present) throw new Error("the slot is empty after a switch");
        present.users += 1;
        return present;
      });
      turn = mine.then(
        () => {},
        () => {},
      );
      const used = await mine;
      try {
        return await work(await used.tagger);
      } finally {
        used.users -= 1;
        if (used.users === 0) free();
      }
    },
    async close(): Promise<void> {
      const before = present;
      present = null;
      await before?.tagger.then(
        (tagger) => tagger.close(),
        () => {},
      );
    },
  };
}
