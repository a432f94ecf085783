import type { DrawRequest } from "../../draw/draw-request.js";

// A letter that no prompt has stands for the place of the LoRA's tag (Unicode, private use).
const PLACE = "\u{F8FF}";

/** Changes the prompt as one text, the place of the LoRA's tag in it kept. */
export function changePrompt(request: DrawRequest, change: (prompt: string) => string): DrawRequest {
  const changed = change(`${request.promptBefore}${PLACE}${request.promptAfter}`);
  const at = changed.indexOf(PLACE);
  // Only a change that takes the place away itself loses it; then the tag goes to the end.
  const [before, after] = at < 0 ? [changed, ""] : [changed.slice(0, at), changed.slice(at + PLACE.length)];
  return { ...request, promptBefore: before, promptAfter: after.replaceAll(PLACE, "") };
}
