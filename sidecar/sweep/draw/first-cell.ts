import { setTimeout as wait } from "node:timers/promises";
import { isHalfMade } from "../../webui/drawing.js";
import type { DrawingLink } from "../../webui/drawing-link.js";
import { differenceBetween, lookAt, type PictureLook } from "../proof/picture-look.js";
import type { DrawingTask } from "./drawing-task.js";
import { type WebuiNames, webuiRequest } from "./webui-request.js";

// Cards of different makes, with noise from the CPU, differ by less; another model or setting by more.
const ALIKE_BELOW = 4;
const LOOK_EVERY_MS = 250;

/** "stopped": somebody ended the drawing in the WebUI, so nothing is known. */
export type Comparison = "alike" | "different" | "stopped";

/** Whether several WebUIs draw one cell alike: only then are their pictures compared with each other. */
export interface FirstCell {
  /** The first control that one of them has drawn. */
  drawn(task: DrawingTask, look: PictureLook): void;
  /**
   * Draws it too. The first WebUI that asks is what the others are compared with; when it draws alone, that costs nothing, and who
   * comes later is compared all the same. @throws as `draw`
   */
  drawsAlike(link: DrawingLink, names: WebuiNames, signal: AbortSignal): Promise<Comparison>;
}

/** A control with its picture. */
export interface DrawnControl {
  task: DrawingTask;
  look: PictureLook;
}

interface FirstCellHouse {
  /** There is but one WebUI: it need not be compared with pictures of an earlier time. */
  isAlone(): boolean;
  /** Whether a WebUI has left since. */
  isAway(id: string): boolean;
  /** A control of an earlier time: a sweep that goes on may have none left to draw. Null where it has none. */
  recorded(): Promise<DrawnControl | null>;
}

export function createFirstCell({ isAlone, isAway, recorded }: FirstCellHouse): FirstCell {
  let first: DrawnControl | null = null;
  let leader: string | null = null;
  const compared = new Set<string>();
  const refused = new Set<string>();
  return {
    drawn(task, look) {
      first ??= { task, look };
    },
    async drawsAlike(link, names, signal) {
      for (;;) {
        if (compared.has(link.id)) return "alike";
        if (refused.has(link.id)) return "different";
        if (!isAlone()) first ??= await recorded();
        if (first !== null) break;
        if (leader === null || leader === link.id || isAway(leader)) {
          leader = link.id;
          compared.add(link.id);
          return "alike";
        }
        await wait(LOOK_EVERY_MS, undefined, { signal });
      }
      const answer = await link.draw(webuiRequest(first.task.request, 1, names), signal);
      if (isHalfMade(answer)) return "stopped";
      const [picture] = answer.pictures;
      const difference = picture ? differenceBetween(first.look, await lookAt(picture.png)) : null;
      if (difference === null || difference >= ALIKE_BELOW) {
        refused.add(link.id);
        return "different";
      }
      compared.add(link.id);
      return "alike";
    },
  };
}
