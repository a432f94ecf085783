import type { RoomName } from "../state/address.js";

/** One sign for each room, where its name has no place. */
export const roomMarks: Record<RoomName, string> = {
  projects: "⌂",
  dataset: "▦",
  tagging: "#",
  captions: "✎",
  planning: "∑",
  training: "▶",
  sweep: "⊞",
};
