import { readSafetensorsHeader } from "../../../host/safetensors.js";
import { lookAtModel } from "../../../planning/base-model/look-at-model.js";
import { fileStamp } from "../../../store/file-content.js";
import { familyOfCheckpoint as familyByParts } from "../../../training/tools/lora-layout.js";
import type { WebuiCheckpoint } from "../../../webui/drawing.js";

// Headers of checkpoints are long; each is read once while its file stays as it is.
const known = new Map<string, string | null>();

/** Some checkpoints have no cross-attention by its usual name; their text encoder tells. */
async function familyOfParts(path: string): Promise<string | null> {
  try {
    return familyByParts((await readSafetensorsHeader(path)).tensors);
  } catch {
    return null;
  }
}

/** Family of a base checkpoint by its own file, where it lies on this machine; null: unknown. */
export async function familyOfCheckpoint({ filename }: Pick<WebuiCheckpoint, "filename">): Promise<string | null> {
  const stamp = filename === null ? null : fileStamp(filename);
  if (filename === null || stamp === null) return null;
  const key = `${filename}\n${stamp.size}\n${stamp.modified}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const { family } = await lookAtModel(filename);
  const named = family ?? (await familyOfParts(filename));
  known.set(key, named);
  return named;
}
