import { captions, number, pictures, size } from "./counts-en.js";

/** Sentences of the tagging room's own. */
export const taggingEn = {
  needFolder: "Open a folder first: then its pictures are tagged here.",
  model: "Tagger",
  builtIn: "Small built-in tagger",
  builtInNote:
    "The built-in tagger sees colours, brightness, shape and a rehearsal's drawn figures, not what else is drawn. For real tags choose a WD tagger.",
  here: "On this machine",
  toDownload: "To download",
  download: (bytes: number | undefined) => (bytes === undefined ? "Download" : `Download (${size(bytes)})`),
  downloadFirst: "Not on this machine yet; other programs will share the download.",
  otherModel: "A WD tagger in a folder",
  modelFolder: "Folder with model.onnx and selected_tags.csv",
  general: "Threshold for general tags",
  character: "Threshold for characters",
  existing: "Captions that exist",
  modes: {
    skip: "stay as they are",
    "only-empty": "stay, unless they are empty",
    overwrite: "are replaced",
    append: "get the new tags at their end",
    prepend: "get the new tags at their beginning",
  },
  output: "Folder for the captions",
  outputHint: "beside each picture",
  more: "More",
  nothing: "Every picture has a caption: there is nothing to tag.",
  start: (total: number) => `Tag ${pictures(total)}`,
  startReplace: (replaced: number, added: number) =>
    added === 0 ? `Replace ${captions(replaced)}` : `Replace ${captions(replaced)}, write ${number(added)} new`,
  startExtend: (changed: number, added: number) =>
    added === 0 ? `Add tags to ${captions(changed)}` : `Add tags to ${captions(changed)}, write ${number(added)} new`,
  undoable: "Can be undone.",
  result: (written: number, skipped: number, failed: number) =>
    [
      `${pictures(written)} tagged`,
      skipped > 0 && `${number(skipped)} left alone`,
      failed > 0 && `${number(failed)} failed`,
    ]
      .filter(Boolean)
      .join(", "),
  failures: "Could not be tagged",
  rating: "Rating",
  /** What a tagger's word for a rating means, beside it. */
  ratingNotes: {} as Readonly<Record<string, string>>,
};
