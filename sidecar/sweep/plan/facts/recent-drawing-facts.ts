import type { DrawingFacts } from "../../../webui/drawing.js";
import type { SweepRoom } from "../../sweep-room.js";
import type { SweepSettings } from "../resolved-sweep.js";
import { drawingFactsOf, webuisFor } from "./webuis-for.js";

// While somebody writes a sweep it is looked at again and again; a WebUI need not be asked each time.
const FRESH_MS = 20_000;

type Wish = Pick<SweepSettings, "webuis" | "rehearsal">;

/** What WebUIs can draw with, asked at most every 20 seconds. */
export function recentDrawingFacts(room: SweepRoom, now: () => number = () => performance.now()) {
  const recent = new Map<string, { asked: number; drawing: Promise<DrawingFacts> }>();
  /** @throws StudioError as `webuisFor` and `drawingFactsOf` */
  return async (wish: Wish): Promise<DrawingFacts> => {
    const links = await webuisFor(room, wish);
    const key = JSON.stringify([wish.rehearsal, ...links.map(({ id }) => id)]);
    const known = recent.get(key);
    if (known !== undefined && now() - known.asked < FRESH_MS) return known.drawing;
    const drawing = drawingFactsOf(links, wish).then((found) => found.drawing);
    recent.set(key, { asked: now(), drawing });
    // One that did not answer may do so the next time.
    drawing.catch(() => recent.delete(key));
    return drawing;
  };
}
