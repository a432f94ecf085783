import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Database } from "../../store/database.js";
import type { WebuiLinks } from "../../webui/webui-links.js";
import { setTrainingSetting, trainingSetting } from "../runs/run-table.js";

const automaticChoices = ["none", "last", "all"] as const;
/** What is put among the WebUI's LoRA files by itself when a run has succeeded. */
export type AutomaticPublishing = (typeof automaticChoices)[number];

export interface LoraFolder {
  /** Null when no WebUI is known. */
  folder: string | null;
  origin: "chosen" | "webui" | "environment" | "none";
}

// A WebUI that does not answer by then has no say.
const PATIENCE_MS = 5000;

/** Where LoRA files belong: where the user said, else where the WebUI has its own. */
export async function loraFolder(
  database: Database,
  webuis: Pick<WebuiLinks, "all">,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<LoraFolder> {
  const chosen = trainingSetting(database, "resultsFolder");
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

export const automaticPublishing = (database: Database): AutomaticPublishing =>
  automaticChoices.find((choice) => choice === trainingSetting(database, "automaticPublishing")) ?? "none";

export const setAutomaticPublishing = (database: Database, choice: AutomaticPublishing): void =>
  setTrainingSetting(database, "automaticPublishing", choice === "none" ? null : choice);
