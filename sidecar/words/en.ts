import { arrangeEn } from "./arrange-en.js";
import { bucketsEn } from "./buckets-en.js";
import { captionFilesEn } from "./caption-files-en.js";
import { captionHelpEn } from "./caption-help-en.js";
import { captionsEn } from "./captions-en.js";
import { checkEn } from "./check-en.js";
import { chooseEn } from "./choose-en.js";
import { captions, count, number, pictures } from "./counts-en.js";
import { courseEn } from "./course-en.js";
import { cudaEn } from "./cuda-en.js";
import { cutoutEn } from "./cutout-en.js";
import { elsewhereEn } from "./elsewhere-en.js";
import { enModels } from "./en-models.js";
import type { ErrorWords } from "./errors.js";
import { filterMistakesEn } from "./filter-mistakes-en.js";
import { historyEn } from "./history-en.js";
import { lineageEn } from "./lineage-en.js";
import { machinesEn } from "./machines-en.js";
import { planPageEn } from "./plan-page-en.js";
import { projectsEn } from "./projects-en.js";
import { rehearseEn } from "./rehearse-en.js";
import { renameEn } from "./rename-en.js";
import { reportPageEn } from "./report-page-en.js";
import { resizeEn } from "./resize-en.js";
import { samplePromptsEn } from "./sample-prompts-en.js";
import { sendEn } from "./send-en.js";
import { inEnglish } from "./sentence.js";
import { settingsEn } from "./settings-en.js";
import { spreadEn } from "./spread-en.js";
import { subjectEn } from "./subject-en.js";
import { sweepPageEn } from "./sweep-page-en.js";
import { sweepPruneEn } from "./sweep-prune-en.js";
import { sweepViewEn } from "./sweep-view-en.js";
import { tourEn } from "./tour-en.js";
import { trainingHistoryEn } from "./training-history-en.js";
import { trainingPageEn } from "./training-page-en.js";
import { transferEn } from "./transfer-en.js";
import { webuiEn } from "./webui-en.js";
import { webuiPageEn } from "./webui-page-en.js";

const fixed = (value: number, digits: number): string =>
  value.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits });
function left(seconds: number): string {
  if (seconds < 90) return `${number(Math.ceil(seconds))} s left`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 90 ? `${number(minutes)} min left` : `${fixed(minutes / 60, 1)} h left`;
}
/** Decimal units, as the hub's pages have them. */
const size = (bytes: number): string =>
  bytes < 1e9 ? `${fixed(bytes / 1e6, bytes < 1e7 ? 1 : 0)} MB` : `${fixed(bytes / 1e9, 2)} GB`;

export const en = {
  name: "LoRA Atelier",
  number,
  probability: (value: number) => fixed(value, 3),
  date: (iso: string) => new Date(iso).toLocaleString("en", { dateStyle: "medium", timeStyle: "short" }),
  details: "Details",
  dismiss: "Dismiss",
  elsewhere: elsewhereEn,
  /** What the machine said, in this language. */
  sentence: inEnglish,
  rooms: {
    projects: "Projects",
    dataset: "Dataset",
    tagging: "Tagging",
    captions: "Captions",
    planning: "Plan",
    training: "Training",
    sweep: "Sweep",
  },
  state: {
    noFolder: "no folder yet",
    pictures,
    reading: "reading the folder …",
    captioned: (done: number, total: number) => `${number(done)} of ${number(total)} have captions`,
    running: (done: number, total: number) => `${number(done)} of ${number(total)} tagged`,
  },
  top: {
    openFolder: "Open a folder",
    find: "Find",
    theme: "Colours",
    themes: { auto: "As the system", light: "Light", dark: "Dark" },
    language: "Language",
    details: "Details",
  },
  health: {
    connected: "studio ok",
    connecting: "connecting …",
    reconnecting: "reconnecting – your work goes on",
    refused: "not let in",
    check: "What works here?",
    works: "works",
    broken: "broken",
    close: "Close",
    parts: {
      node: "Node.js",
      state: "State",
      disk: "Disk",
      tagger: "Tagger",
      gpu: "GPU",
      trainer: "Trainer",
      settings: "Settings",
      machines: "Machines",
    } as Record<string, string>,
  },
  refused: "Open the studio with the address that it printed when it started: it lets this browser in.",
  refusedByWebui: "The WebUI does not let this page in any more: log in to it again, then reload this page.",
  jobs: {
    none: "nothing is running",
    titles: { tag: "Tagging", download: "Downloading a tagger", measure: "Checking pictures" },
    beside: {
      training: (name: string) => `“${name}” trains on the graphics card: on the CPU meanwhile`,
      sweep: (title: string) => `a sweep is drawn by ${title}: on the CPU meanwhile`,
      webui: (title: string) => `${title} is drawing: it waits a little, then goes on on the CPU`,
    },
    downloadFirst: "Tagging: the tagger is being downloaded first",
    downloaded: "The tagger is here.",
    size,
    byteRate: (perSecond: number) => `${size(perSecond)}/s`,
    rate: (perSecond: number) => `${fixed(perSecond, 1)} pictures/s`,
    left,
    cancel: "Cancel",
    /** A job and what is told of it. */
    line: (title: string, told: string) => `${title}: ${told}`,
    cancelled: "cancelled – start again to go on where it was",
    failed: "failed",
    done: (total: number) => `${pictures(total)} done`,
  },
  dataset: {
    inviteTitle: "Begin with a folder of pictures",
    invite: "Open the folder that holds what your LoRA is to learn. Nothing in it is changed by looking.",
    open: "Open a folder …",
    recent: "Opened before",
    wall: "Pictures of the folder",
    sentence: (images: number, done: number) => `${pictures(images)}, ${captions(done)}`,
    orphans: (value: number) => `${captions(value)} without a picture`,
    unreadableCaptions: (value: number) => `${captions(value)} cannot be read`,
    unreadable: (value: number) => `${pictures(value)} cannot be read`,
    noPictures: "There are no pictures in this folder, nor in its 10_name subfolders.",
    recursive: "with all subfolders",
    noCaption: "no caption",
    broken: "cannot be read",
    tags: (value: number) => count(value, "tag", "tags"),
    nothingSelected: "Choose a picture to see it here.",
    repeats: (value: number) => `seen ${number(value)} × an epoch`,
    caption: "Caption",
    tagThem: "Tag these pictures",
  },
  picker: {
    title: "Open a folder",
    path: "Path of the folder",
    up: "One folder up",
    images: (value: number) => (value === 0 ? "no pictures directly inside" : `${pictures(value)} inside`),
    folders: "Folders",
    open: "Open this folder",
    cancel: "Cancel",
  },
  tagging: {
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
  },
  choose: chooseEn,
  editor: { ...captionsEn, ...captionHelpEn, ...captionFilesEn },
  filterMistakes: filterMistakesEn,
  rename: renameEn,
  buckets: bucketsEn,
  subject: subjectEn,
  check: checkEn,
  transfer: transferEn,
  arrange: arrangeEn,
  resize: resizeEn,
  spread: spreadEn,
  cuda: cudaEn,
  cutout: cutoutEn,
  history: historyEn,
  plan: planPageEn,
  training: trainingPageEn,
  webui: webuiEn,
  settings: settingsEn,
  runs: trainingHistoryEn,
  lineage: lineageEn,
  course: courseEn,
  projects: projectsEn,
  rehearse: rehearseEn,
  send: sendEn,
  sweep: sweepPageEn,
  sweepView: sweepViewEn,
  sweepPrune: sweepPruneEn,
  tour: tourEn,
  machines: machinesEn,
  webuiPage: webuiPageEn,
  samplePrompts: samplePromptsEn,
  report: reportPageEn,
  models: enModels,
  finder: { placeholder: "A room, a picture, a command …", nothing: "Nothing by that name." },
  keys: {
    title: "Keys",
    rows: [
      ["← ↑ → ↓", "move over the wall"],
      ["Home End", "first and last picture"],
      ["Enter", "details of the picture (narrow windows)"],
      ["/  Ctrl-K", "find anything"],
      ["1 – 6  0", "go to a room, to the projects"],
      ["o", "open a folder"],
      ["Esc", "close what is open, choose nothing"],
      ["?", "these keys"],
    ] as [string, string][],
  },
  // The sidecar itself speaks English: only what it did not say is worded here.
  errors: {
    pictureTooLarge: {
      message: "The picture's file is too large: 20 MB at most.",
      hint: "Open its folder instead, or save it smaller.",
    },
    pictureGone: {
      message: "The WebUI's picture cannot be read any more.",
      hint: "Draw it again, or choose another one.",
    },
    disconnected: {
      message: "The studio does not answer just now.",
      hint: "The page connects again by itself; then try once more.",
    },
  } as ErrorWords,
};

/** Every sentence of the page; another language has the same shape. */
export type Words = typeof en;
