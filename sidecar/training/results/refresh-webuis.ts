import { reasonOf, reportError } from "../../host/studio-error.js";
import type { WebuiLinks } from "../../webui/webui-links.js";
import { type Sentence, say } from "../../words/sentence.js";

const REFRESH_MS = 20_000;

/** Tells the WebUIs of this machine to look for LoRA files; one that does not listen is no failure of what was done. */
export async function refreshWebuis(
  webuis: Pick<WebuiLinks, "all">,
): Promise<{ refreshed: string[]; warnings: Sentence[] }> {
  const refreshed: string[] = [];
  const warnings: Sentence[] = [];
  for (const link of webuis.all().filter(({ isHere }) => isHere)) {
    try {
      await link.refreshLoras(AbortSignal.timeout(REFRESH_MS));
      refreshed.push(link.title);
    } catch (error) {
      if (reportError(error).code === "offline") continue;
      warnings.push(
        say("{title} did not read its LoRA list again: {reason}", { title: link.title, reason: reasonOf(error) }),
      );
    }
  }
  return { refreshed, warnings };
}
