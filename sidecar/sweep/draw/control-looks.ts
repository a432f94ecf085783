import { readFile } from "node:fs/promises";
import { lookAt, type PictureLook } from "../proof/picture-look.js";

/** Pixels of the latest controls, up to a few dozen megabytes. */
export interface ControlLooks {
  /** Null when there is no such control, or when its drawing failed; waits for one that is being drawn. */
  of(key: string): Promise<PictureLook | null>;
  keep(key: string, look: PictureLook): void;
  /** A control that will be drawn here. */
  expect(key: string): void;
  /** It came, or did not. */
  settle(key: string): void;
  settleAll(): void;
}

const KEPT_BYTES = 64_000_000;

/** @param fileOf path of the PNG of a control that is drawn already */
export function createControlLooks(fileOf: (key: string) => string | null): ControlLooks {
  const kept = new Map<string, PictureLook>();
  const awaited = new Map<string, { settled: Promise<void>; settle: () => void }>();
  const keep = (key: string, look: PictureLook): void => {
    kept.delete(key);
    kept.set(key, look);
    let bytes = [...kept.values()].reduce((sum, { pixels }) => sum + pixels.length, 0);
    for (const [oldest, { pixels }] of kept) {
      if (bytes <= KEPT_BYTES || oldest === key) break;
      kept.delete(oldest);
      bytes -= pixels.length;
    }
  };
  const settle = (key: string): void => {
    awaited.get(key)?.settle();
    awaited.delete(key);
  };
  return {
    keep,
    settle,
    expect(key) {
      let settleIt = (): void => {};
      const settled = new Promise<void>((resolve) => {
        settleIt = resolve;
      });
      awaited.set(key, { settled, settle: settleIt });
    },
    settleAll() {
      for (const key of [...awaited.keys()]) settle(key);
    },
    async of(key) {
      await awaited.get(key)?.settled;
      const known = kept.get(key);
      if (known) return known;
      const file = fileOf(key);
      if (file === null) return null;
      const look = await lookAt(await readFile(file)).catch(() => null);
      if (look) keep(key, look);
      return look;
    },
  };
}
