import { setTimeout as wait } from "node:timers/promises";
import { StudioError } from "../../host/studio-error.js";
import { addressLink } from "../../webui/address-link.js";
import { canDraw, type DrawingLink } from "../../webui/drawing-link.js";
import { isWebuiAddress, webuiAddress } from "../../webui/http-request.js";
import type { WebuiLink } from "../../webui/webui-link.js";
import { say } from "../../words/sentence.js";
import { drawTogether, meantWebuis } from "../plan/facts/meant-webuis.js";
import type { SweepSettings } from "../plan/resolved-sweep.js";
import type { DrawingHouse } from "./drawing-house.js";

const LOOK_EVERY_MS = 1000;
const ANSWER_MS = 5000;

const nobody = (): StudioError =>
  new StudioError(
    "offline",
    say("No WebUI is there to draw."),
    say("Start the WebUI, or connect it: webui connect http://127.0.0.1:7860. Then resume the sweep."),
  );

/** A WebUI that is not known by name, by its address. */
function atAddress(name: string): WebuiLink | null {
  return isWebuiAddress(name) && /[:.]/.test(name) && !name.startsWith("/") ? addressLink(webuiAddress(name)) : null;
}

async function firstThatAnswers(links: readonly WebuiLink[], signal: AbortSignal): Promise<WebuiLink | null> {
  for (const link of links) {
    const patience = AbortSignal.any([signal, AbortSignal.timeout(ANSWER_MS)]);
    const isThere = await link.facts(patience).then(
      () => true,
      () => false,
    );
    if (isThere) return link;
  }
  return null;
}

async function linksNow(settings: SweepSettings, house: DrawingHouse, signal: AbortSignal): Promise<WebuiLink[]> {
  const meant = await meantWebuis(house, settings);
  const links = meant.flatMap(({ name, link }) => link ?? atAddress(name) ?? []);
  if (settings.webuis.length > 0 || settings.rehearsal) return links;
  const first = await firstThatAnswers(
    links.filter(({ kind }) => kind !== "machine"),
    signal,
  );
  return drawTogether(links, first);
}

/**
 * The WebUIs that draw a sweep: those that were chosen, else the first that answers and all of machines that work for the studio. A
 * tab or a machine comes by itself some time after this program has started, and is waited for. @throws StudioError "offline"
 */
export async function linksFor(
  settings: SweepSettings,
  house: DrawingHouse,
  { signal, waitMs }: { signal: AbortSignal; waitMs: number },
): Promise<DrawingLink[]> {
  const until = performance.now() + waitMs;
  for (;;) {
    const found = (await linksNow(settings, house, signal)).filter(canDraw);
    if (found.length > 0) return found;
    if (performance.now() >= until) throw nobody();
    await wait(LOOK_EVERY_MS, undefined, { signal });
  }
}
