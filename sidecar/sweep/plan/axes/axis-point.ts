import type { DrawRequest } from "../../draw/draw-request.js";
import type { ListPiece } from "../values/split-list.js";

/** One value of a further axis, ready to be drawn. */
export interface AxisPoint {
  /** As sheets name it. */
  label: string;
  text: string;
  skip: boolean;
  /** What the value makes of a request; pure. */
  change(request: DrawRequest): DrawRequest;
}

/** Points of pieces, each text once; drawn where one of its mentions is. */
export function pointsOf(
  pieces: readonly Pick<ListPiece, "text" | "skip">[],
  change: (request: DrawRequest, text: string) => DrawRequest,
  label: (text: string) => string = (text) => text,
): AxisPoint[] {
  const skips = new Map<string, boolean>();
  for (const { text, skip } of pieces) skips.set(text, skip && (skips.get(text) ?? true));
  return [...skips].map(([text, skip]) => ({
    label: label(text),
    text,
    skip,
    change: (request) => change(request, text),
  }));
}
