import { captions, count, pictures } from "./counts-en.js";

/** Sentences of captions and pictures as files: in and out, moved, copied, deleted. */
export const captionFilesEn = {
  filesButton: "Files …",
  filesTitle: "Captions and pictures as files",
  saving: "When captions are written",
  savedAtOnce: "At once, with every change",
  savedWhenAsked: "When I save (Ctrl+S); until then the studio keeps them",
  inAndOut: "In and out",
  formats: "By the suffix: .json (kohya's metadata), .jsonl, .csv or .zip with one text a picture.",
  file: "File",
  export: (total: number) => `Write ${captions(total)} to it`,
  import: "Read captions from it",
  imported: (changed: number, matched: number) => `${captions(changed)} changed, of ${pictures(matched)} in the file.`,
  exported: (total: number, file: string) => `${captions(total)} written to ${file}.`,
  movePictures: "Pictures with their captions, masks and all that shares their name",
  moveNote: "The marked ones, else all that are displayed. Nothing is overwritten; every step can be undone.",
  toFolder: "To folder",
  move: (total: number) => `Move ${pictures(total)}`,
  copy: (total: number) => `Copy ${pictures(total)}`,
  delete: (total: number) => `Delete ${pictures(total)}`,
  moved: (files: number) => `${count(files, "file", "files")} moved.`,
  inTrash: (files: number) => `${count(files, "file", "files")} in the trash`,
  restore: "Restore them",
  restored: (files: number) => `${count(files, "file", "files")} restored.`,
};

export type CaptionFilesWords = typeof captionFilesEn;
