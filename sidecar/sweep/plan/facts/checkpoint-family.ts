import { lookAtModel } from "../../../planning/base-model/look-at-model.js";
import { fileStamp } from "../../../store/file-content.js";
import type { WebuiCheckpoint } from "../../../webui/drawing.js";

// Headers of checkpoints are long; each is read once while its file stays as it is.
const known = new Map<string, string | null>();

/** Family of a base checkpoint by its own file, where it lies on this machine; null: unknown. */
export async function familyOfCheckpoint({ filename }: Pick<WebuiCheckpoint, "filename">): Promise<string | null> {
  const stamp = filename === null ? null : fileStamp(filename);
  if (filename === null || stamp === null) return null;
  const key = `${filename}\n${stamp.size}\n${stamp.modified}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const { family } = await lookAtModel(filename);
  known.set(key, family);
  return family;
}
