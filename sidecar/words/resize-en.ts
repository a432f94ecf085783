import { count, number, pictures } from "./counts-en.js";

/** Sentences of resizing and cropping. */
export const resizeEn = {
  open: "Resize and crop …",
  title: "Resize and crop",
  note: "Originals are never changed: a new set is made, or they move to a folder of their own. The history takes it back.",
  kinds: {
    limit: "No larger than",
    size: "Exactly one size",
    keep: "Keep the size",
  },
  kind: "Size",
  maxSize: "Largest picture (pixels squared)",
  width: "Width",
  height: "Height",
  multiple: "Sides are multiples of",
  aspect: "Crop to",
  aspects: { own: "own shape", square: "1:1", portrait: "2:3", tall: "3:4", wide: "3:2", landscape: "4:3" },
  focus: "Keep when cropping",
  focusNames: {
    top: "top",
    middle: "middle",
    bottom: "bottom",
    subject: "the subject, where it is known",
  },
  trim: "Trim bars and frames",
  enlarge: "Enlarge small pictures too",
  inPlace: "Replace the pictures; keep the originals in a folder of their own",
  upscaler: "Enlarge with a WebUI's upscaler instead of Lanczos",
  upscalerUrl: "Address of the WebUI",
  upscalerName: "Name of the upscaler",
  start: (total: number, into: string) => `Resize ${pictures(total)} into ${into}`,
  startInPlace: (total: number, originals: string) => `Replace ${pictures(total)}, originals into ${originals}`,
  row: (before: readonly number[], after: readonly number[], lost: number) =>
    `${before.join(" × ")} → ${after.join(" × ")}${lost >= 0.005 ? `, ${number(Math.round(lost * 100))} % cut away` : ""}`,
  unchanged: (total: number) => `${pictures(total)} ${total === 1 ? "keeps its" : "keep their"} pixels`,
  enlarged: (total: number) => `${pictures(total)} will be enlarged, which adds no detail`,
  bordersUnknown: "Bars are looked for when it runs; check the pictures first to see them here.",
  preview: "What stays",
  done: (done: number, failed: number) =>
    `${pictures(done)} made${failed > 0 ? `, ${count(failed, "failed", "failed")}` : ""}.`,
  openSet: "Open the new set",
  job: "Resizing",
};

export type ResizeWords = typeof resizeEn;
