import type { DrawnPicture } from "../../webui/drawing.js";
import type { DrawingLink } from "../../webui/drawing-link.js";
import type { Arrival } from "./drawing-room.js";
import type { DrawingEntry, DrawingOutcome } from "./drawing-task.js";
import type { JudgedPicture } from "./judge-picture.js";

/** What is written of a picture that came. @param kept its content, and what the proof says of it */
export const withPicture = (
  { attempts }: DrawingEntry,
  { link, entries, seconds, gap }: Arrival,
  { content, picture, proof, look }: { content: string; picture: DrawnPicture } & JudgedPicture,
): DrawingOutcome => ({
  state: proof.code === null ? "drawn" : "wrong",
  content,
  width: look.width,
  height: look.height,
  infotext: picture.infotext,
  proof,
  problem: proof.code ?? (proof.proven ? null : "notProvable"),
  detail: null,
  webui: link.title,
  drawn: new Date().toISOString(),
  seconds: seconds / entries.length,
  own: gap === null ? null : gap / entries.length,
  attempts: attempts + 1,
});

/** What is written of one that did not come. */
export const withoutPicture = (
  { attempts }: DrawingEntry,
  { title }: DrawingLink,
  told: Pick<DrawingOutcome, "problem" | "detail">,
): DrawingOutcome => ({
  state: "failed",
  content: null,
  width: 0,
  height: 0,
  infotext: null,
  proof: null,
  ...told,
  webui: title,
  drawn: new Date().toISOString(),
  seconds: null,
  own: null,
  attempts,
});
