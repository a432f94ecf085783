import { call } from "../rpc.js";
import type { Run } from "./training.js";
import { act } from "./training-actions.js";

export type NowKind = "save" | "sample";
export type NowState = NonNullable<Run["now"]>[NowKind];

/** Asks a run to save, or to draw samples, at its next step. */
export const askNow = (id: number, kind: NowKind): Promise<void> =>
  act(async () => {
    await call(`training/${kind}`, { id });
  });

/** Whether it is still to come. */
export const isUnderWay = ({ state }: NowState): boolean => state === "asked" || state === "taken";
