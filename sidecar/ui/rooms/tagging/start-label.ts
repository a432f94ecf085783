import { pictures } from "../../state/dataset.js";
import { words } from "../../state/look.js";
import { effectOfRun, existing, output, usualExisting } from "../../state/tagging.js";

/** What the start button will do, in a sentence; not possible when nothing would change. */
export function startLabel(): { label: string; possible: boolean } {
  const { tagging } = words.value;
  const { missing, empty, present } = effectOfRun.value;
  const mode = existing.value ?? usualExisting(false);
  // Elsewhere there may be captions that the wall does not know.
  if (output.value.trim() !== "") return { label: tagging.start(pictures.value.length), possible: true };
  if (mode === "skip" || mode === "only-empty") {
    const total = missing + (mode === "only-empty" ? empty : 0);
    return total === 0 ? { label: tagging.nothing, possible: false } : { label: tagging.start(total), possible: true };
  }
  if (present === 0) return { label: tagging.start(missing), possible: true };
  const label = mode === "overwrite" ? tagging.startReplace(present, missing) : tagging.startExtend(present, missing);
  return { label, possible: true };
}
