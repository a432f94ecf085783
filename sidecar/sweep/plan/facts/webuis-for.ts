import { reportError, StudioError } from "../../../host/studio-error.js";
import type { DrawingFacts } from "../../../webui/drawing.js";
import { canDraw, type DrawingLink } from "../../../webui/drawing-link.js";
import { say } from "../../../words/sentence.js";
import type { SweepRoom } from "../../sweep-room.js";
import type { SweepSettings } from "../resolved-sweep.js";
import { otherKind } from "./other-kind.js";

// What a WebUI offers is asked while the user writes: one that draws answers late, one that is gone not at all.
const PATIENCE_MS = 8000;

/**
 * WebUIs that may draw a sweep, in the order of its settings; none named: all that are known, those of this machine first,
 * or the stand-in of our own for a rehearsal.
 * @throws StudioError "notFound" for one that is not known any more, or when none is
 */
export async function webuisFor(
  { webuis, rehearsalWebui }: SweepRoom,
  settings: Pick<SweepSettings, "webuis" | "rehearsal">,
): Promise<DrawingLink[]> {
  if (settings.rehearsal && settings.webuis.length === 0) {
    const link = await rehearsalWebui?.();
    if (link !== undefined && canDraw(link)) return [link];
    throw new StudioError("notFound", say("The stand-in WebUI is not there."), say("Install LoRA Atelier again."));
  }
  const known = webuis.all().filter(canDraw);
  const missing = settings.webuis.find((id) => !known.some((link) => link.id === id));
  if (missing !== undefined) {
    throw new StudioError(
      "notFound",
      say("The WebUI {missing} is not known.", { missing }),
      say("Connect it: webui connect ADDRESS."),
    );
  }
  const wanted = settings.webuis.flatMap((id) => known.filter((link) => link.id === id));
  const found = settings.webuis.length > 0 ? wanted : known.sort((a, b) => Number(b.isHere) - Number(a.isHere));
  if (found.length > 0) return found;
  throw new StudioError(
    "notFound",
    say("No WebUI is known that could draw."),
    say("Open the studio as a tab of your WebUI, or name its address: webui connect http://127.0.0.1:7860."),
  );
}

/**
 * What the first WebUI that answers can draw with. @throws StudioError as its error tells when none does; "webuiFailed" where it
 * is a stand-in and should be none, or the other way round
 */
export async function drawingFactsOf(
  links: readonly DrawingLink[],
  { rehearsal }: Pick<SweepSettings, "rehearsal">,
): Promise<{ link: DrawingLink; drawing: DrawingFacts }> {
  let first: unknown = null;
  let other: StudioError | null = null;
  for (const link of links) {
    try {
      const drawing = await link.drawingFacts(AbortSignal.timeout(PATIENCE_MS));
      if (drawing.rehearsal === rehearsal) return { link, drawing };
      other ??= otherKind(link.title, drawing.rehearsal);
    } catch (error) {
      first ??= error;
    }
  }
  if (other !== null) throw other;
  const { said, message, hint } = reportError(first);
  throw new StudioError("offline", said?.message ?? message, said?.hint ?? hint, first);
}
