import { reportError, StudioError } from "../../../host/studio-error.js";
import type { DrawingFacts } from "../../../webui/drawing.js";
import type { DrawingLink } from "../../../webui/drawing-link.js";
import { say } from "../../../words/sentence.js";
import type { SweepRoom } from "../../sweep-room.js";
import type { SweepSettings } from "../resolved-sweep.js";
import { drawTogether, meantWebuis } from "./meant-webuis.js";
import { otherKind } from "./other-kind.js";

// What a WebUI offers is asked while the user writes: one that draws answers late, one that is gone not at all.
const PATIENCE_MS = 8000;

/**
 * WebUIs that may draw a sweep, as its settings mean them.
 * @throws StudioError "notFound" for one that is not known any more, or when none is
 */
export async function webuisFor(
  room: SweepRoom,
  settings: Pick<SweepSettings, "webuis" | "rehearsal">,
): Promise<DrawingLink[]> {
  const meant = await meantWebuis(room, settings);
  const missing = meant.find(({ link }) => link === null)?.name;
  if (missing !== undefined) {
    throw new StudioError(
      "notFound",
      say("The WebUI {missing} is not known.", { missing }),
      say("Connect it: webui connect ADDRESS."),
    );
  }
  const found = meant.flatMap(({ link }) => link ?? []);
  if (found.length > 0) return found;
  if (settings.rehearsal) {
    throw new StudioError("notFound", say("The stand-in WebUI is not there."), say("Install LoRA Atelier again."));
  }
  throw new StudioError(
    "notFound",
    say("No WebUI is known that could draw."),
    say("Open the studio as a tab of your WebUI, or name its address: webui connect http://127.0.0.1:7860."),
  );
}

/** A WebUI that answered, and what it can draw with. */
export interface AnsweringWebui {
  link: DrawingLink;
  drawing: DrawingFacts;
}

/** Titles of those that would draw, the first that answered among them. */
export async function titlesOfWho(
  room: SweepRoom,
  settings: Pick<SweepSettings, "webuis" | "rehearsal">,
  { link: first }: Pick<AnsweringWebui, "link">,
): Promise<string[]> {
  const meant = (await meantWebuis(room, settings)).flatMap(({ link }) => link ?? []);
  const isChosen = settings.webuis.length > 0 || settings.rehearsal;
  return (isChosen ? meant : drawTogether(meant, first)).map(({ title }) => title);
}

/**
 * What the first WebUI that answers can draw with. @throws StudioError as its error tells when none does; "webuiFailed" where it
 * is a stand-in and should be none, or the other way round
 */
export async function drawingFactsOf(
  links: readonly DrawingLink[],
  { rehearsal }: Pick<SweepSettings, "rehearsal">,
): Promise<AnsweringWebui> {
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
