import type { WebuiLink } from "./webui-link.js";

/** The first WebUI of this machine that draws now; one that does not answer draws nothing. @returns its title, or null */
export async function drawingNow(links: readonly WebuiLink[], signal: AbortSignal): Promise<string | null> {
  const asked = links
    .filter(({ isHere }) => isHere)
    .map(async (link) => ((await link.isDrawing(signal).catch(() => false)) ? link.title : null));
  return (await Promise.all(asked)).find((title) => title !== null) ?? null;
}
