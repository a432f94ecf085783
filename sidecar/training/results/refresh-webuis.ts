import { reportError } from "../../host/studio-error.js";
import type { WebuiLinks } from "../../webui/webui-links.js";

const REFRESH_MS = 20_000;

/** Tells the WebUIs of this machine to look for LoRA files; one that does not listen is no failure of what was done. */
export async function refreshWebuis(
  webuis: Pick<WebuiLinks, "all">,
): Promise<{ refreshed: string[]; warnings: string[] }> {
  const refreshed: string[] = [];
  const warnings: string[] = [];
  for (const link of webuis.all().filter(({ isHere }) => isHere)) {
    try {
      await link.refreshLoras(AbortSignal.timeout(REFRESH_MS));
      refreshed.push(link.title);
    } catch (error) {
      if (reportError(error).code !== "offline") warnings.push(reportError(error).message);
    }
  }
  return { refreshed, warnings };
}
