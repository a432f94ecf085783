import { existsSync } from "node:fs";
import { dirname } from "node:path";
import { reportError } from "../../host/studio-error.js";
import type { Database } from "../../store/database.js";
import { publishedLoras } from "../../training/results/published-table.js";
import type { WebuiLora } from "../../webui/drawing.js";
import type { DrawingLink } from "../../webui/drawing-link.js";
import { sweepLoraName } from "../draw/lora-names.js";
import { contentOf, isSameFile, placeLoras, type SweepLora } from "../draw/place-loras.js";

export interface KnownLora {
  /** As a prompt names it. */
  name: string;
  /** placed: put among the WebUI's just now; missing: it could not be. */
  status: "known" | "placed" | "missing";
}

/** The user's own file first, then what was put there for good, then what a sweep has put there, which goes again. */
async function listedName(database: Database, lora: SweepLora, listed: readonly WebuiLora[]): Promise<string | null> {
  const ofSweep = sweepLoraName(lora.path, lora.content);
  if ((await contentOf(database, lora.path)) === lora.content) {
    // A sweep's is a link to the user's file, and so is the same.
    const same = listed.filter(({ path, name }) => path !== null && name !== ofSweep && isSameFile(path, lora.path));
    if (same[0]) return same[0].name;
  }
  const published = publishedLoras(database).filter(({ content, isThere }) => content === lora.content && isThere);
  const names = [...published.map(({ name }) => name), ofSweep];
  return (
    names.find((name) => listed.some((one) => one.name === name && (one.path === null || existsSync(one.path)))) ?? null
  );
}

/** The name of a sweep's LoRA in a WebUI; its file is put there again where the sweep is over and it was taken away. */
export async function knownLora(
  database: Database,
  lora: SweepLora,
  { link, loraFolder, listed, signal }: PlaceToKnow,
): Promise<KnownLora> {
  const name = await listedName(database, lora, listed);
  if (name !== null) return { name, status: "known" };
  try {
    const names = await placeLoras(database, { link, loraFolder, loras: [lora], signal });
    return { name: names.get(lora.content) ?? sweepLoraName(lora.path, lora.content), status: "placed" };
  } catch (error) {
    process.stderr.write(`${dirname(lora.path)}: ${reportError(error).message}\n`);
    return { name: sweepLoraName(lora.path, lora.content), status: "missing" };
  }
}

interface PlaceToKnow {
  link: DrawingLink;
  loraFolder: string | null;
  listed: readonly WebuiLora[];
  signal: AbortSignal;
}
