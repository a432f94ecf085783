import { parse } from "node:path";
import { readSafetensorsHeader } from "../../../host/safetensors.js";
import { StudioError } from "../../../host/studio-error.js";
import type { Database } from "../../../store/database.js";
import { contentOf } from "../../../sweep/draw/place-loras.js";
import { type LoraFacts, loraFacts } from "../../../sweep/plan/candidates/lora-facts.js";
import { say } from "../../../words/sentence.js";

/** A LoRA file with all that it can be known by. */
export interface LoraFile {
  path: string;
  /** Without suffix. */
  name: string;
  /** SHA-256 of the whole file, hex. */
  content: string;
  facts: LoraFacts;
  metadata: ReadonlyMap<string, string>;
}

/** @throws StudioError "notFound" | "modelInvalid" */
export async function readLoraFile(database: Database, path: string): Promise<LoraFile> {
  const { metadata } = await readSafetensorsHeader(path);
  const [facts, content] = [await loraFacts(path), await contentOf(database, path)];
  if (content === null)
    throw new StudioError("notFound", say("There is no file {path}.", { path }), say("Check the spelling."));
  return { path, name: parse(path).name, content, facts, metadata };
}
