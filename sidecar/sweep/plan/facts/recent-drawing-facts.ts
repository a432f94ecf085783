import type { SweepRoom } from "../../sweep-room.js";
import type { SweepSettings } from "../resolved-sweep.js";
import { type AnsweringWebui, drawingFactsOf, webuisFor } from "./webuis-for.js";

// While somebody writes a sweep it is looked at again and again; a WebUI need not be asked each time.
const FRESH_MS = 20_000;

type Wish = Pick<SweepSettings, "webuis" | "rehearsal">;

/** What WebUIs can draw with, asked at most every 20 seconds. */
export function recentDrawingFacts(room: SweepRoom, now: () => number = () => performance.now()) {
  const recent = new Map<string, { asked: number; found: Promise<AnsweringWebui> }>();
  /** @throws StudioError as `webuisFor` and `drawingFactsOf` */
  return async (wish: Wish): Promise<AnsweringWebui> => {
    const links = await webuisFor(room, wish);
    const key = JSON.stringify([wish.rehearsal, ...links.map(({ id }) => id)]);
    const known = recent.get(key);
    if (known !== undefined && now() - known.asked < FRESH_MS) return known.found;
    const found = drawingFactsOf(links, wish);
    recent.set(key, { asked: now(), found });
    // One that did not answer may do so the next time.
    found.catch(() => recent.delete(key));
    return found;
  };
}
