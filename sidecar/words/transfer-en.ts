import { captions, count, pictures } from "./counts-en.js";

/** Sentences of adding files to a folder, and of exporting it. */
export const transferEn = {
  open: "Add and export …",
  title: "Add pictures, export the set",
  note: "Pictures, captions and ZIP archives can also be dropped on the wall. Nothing is overwritten, and the history takes it back.",
  drop: "Drop pictures, captions or ZIP archives to add them",
  choose: "Choose files …",
  sending: (done: number, total: number) => `Sending ${done} of ${count(total, "file", "files")} …`,
  willCome: (files: number) => `${count(files, "file", "files")} will be added`,
  nothing: "None of them is a picture, a caption or a ZIP archive.",
  add: (files: number) => `Add ${count(files, "file", "files")}`,
  added: (files: number) => `${count(files, "file", "files")} added.`,
  wouldAdd: (files: number) => `${count(files, "file", "files")} would be added.`,
  taken: (name: string, place: string) => `${name} comes as ${place}: its name is taken`,
  leftOut: {
    unknown: "left out: no picture, caption or ZIP archive",
    refused: "left out: its name leads out of the folder",
    encrypted: "left out: it is encrypted",
  },
  video: "Frames of a video",
  videoFile: "Path of the video",
  every: "Seconds between frames",
  most: "At most so many frames",
  takeFrames: "Take frames",
  frames: (total: number) => `${count(total, "frame", "frames")} added.`,
  exportTitle: "Export as ZIP",
  exportTo: "Path of the archive",
  export: (total: number) => `Export ${pictures(total)}`,
  exported: (total: number, texts: number, file: string) => `${pictures(total)} and ${captions(texts)} are in ${file}.`,
};

export type TransferWords = typeof transferEn;
