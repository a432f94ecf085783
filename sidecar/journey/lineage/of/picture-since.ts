import type { SnapshotCaption, SnapshotPicture } from "../../../training/history/snapshot.js";

export type PictureState = "same" | "changed" | "moved" | "gone" | "uncertain";
export type CaptionState = "same" | "changed" | "gone" | "none";

/** A file as it lies at its place now. */
export interface FileNow {
  bytes: number;
  modified: number;
  /** SHA-256; null where it need not be known. */
  content: string | null;
}

/**
 * What became of a picture since it was trained.
 * @param now what lies at its place; null: nothing
 * @param elsewhere where the same bytes lie now, if that is known
 */
export function pictureState(trained: SnapshotPicture, now: FileNow | null, elsewhere: string | null): PictureState {
  if (trained.changed === true) return "uncertain";
  if (now !== null) {
    if (now.bytes === trained.bytes && now.modified === trained.modified) return "same";
    if (trained.sha256 !== null && now.content === trained.sha256) return "same";
  }
  if (elsewhere !== null) return "moved";
  return now === null ? "gone" : "changed";
}

/** @param now SHA-256 of what lies at its place; null: nothing */
export function captionState(trained: SnapshotCaption | null, now: string | null): CaptionState {
  if (trained === null) return "none";
  if (now === null) return "gone";
  return now === trained.sha256 ? "same" : "changed";
}
