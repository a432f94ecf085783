import type { FileReference } from "../references.js";

/** What the studio asks of a machine's WebUI. */
export const webuiAsks = [
  "facts",
  "drawingFacts",
  "isDrawing",
  "loras",
  "refreshLoras",
  "draw",
  "interrupt",
  "releaseMemory",
  "restoreMemory",
  "bringLoras",
  "keepLoras",
] as const;
export type WebuiAsk = (typeof webuiAsks)[number];

/** Of a line of its own: only the machine that the WebUI belongs to takes from it. */
export const webuiLine = (machine: string): string => `webui-${machine}`;

/** Name under which the picture at this place of a request's comes back. */
export const pictureOutput = (at: number): string => `${at}.png`;

/** A LoRA file on its way: under which name it is to lie among the WebUI's, without suffix. */
export interface LoraLuggage {
  name: string;
  file: FileReference;
}
