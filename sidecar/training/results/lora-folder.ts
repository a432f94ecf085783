import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Settings } from "../../host/settings/settings.js";
import type { WebuiLinks } from "../../webui/webui-links.js";

export interface LoraFolder {
  /** Null when no WebUI is known. */
  folder: string | null;
  origin: "chosen" | "webui" | "environment" | "none";
}

// A WebUI that does not answer by then has no say.
const PATIENCE_MS = 5000;

/** Where LoRA files belong: where the user said, else where the WebUI has its own. */
export async function loraFolder(
  settings: Settings,
  webuis: Pick<WebuiLinks, "all">,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<LoraFolder> {
  const chosen = settings.get("folders.loras");
  if (chosen !== null) return { folder: chosen, origin: "chosen" };
  for (const link of webuis.all()) {
    if (!link.isHere) continue;
    const facts = await link.facts(AbortSignal.timeout(PATIENCE_MS)).catch(() => null);
    if (facts?.loraFolder) return { folder: facts.loraFolder, origin: "webui" };
  }
  const root = environment.ATELIER_WEBUI_ROOT;
  const usual = root ? join(root, "models", "Lora") : null;
  if (usual !== null && existsSync(usual)) return { folder: usual, origin: "environment" };
  return { folder: null, origin: "none" };
}
