import { arrangeEn } from "./arrange-en.js";
import { bucketsEn } from "./buckets-en.js";
import { captionFilesEn } from "./caption-files-en.js";
import { captionHelpEn } from "./caption-help-en.js";
import { captionsEn } from "./captions-en.js";
import { checkEn } from "./check-en.js";
import { chooseEn } from "./choose-en.js";
import { captions, count, fixed, number, pictures, size } from "./counts-en.js";
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
import { taggingEn } from "./tagging-en.js";
import { tourEn } from "./tour-en.js";
import { trainingHistoryEn } from "./training-history-en.js";
import { trainingPageEn } from "./training-page-en.js";
import { transferEn } from "./transfer-en.js";
import { webuiEn } from "./webui-en.js";
import { webuiPageEn } from "./webui-page-en.js";

function left(seconds: number): string {
  if (seconds < 90) return `${number(Math.ceil(seconds))} s left`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 90 ? `${number(minutes)} min left` : `${fixed(minutes / 60, 1)} h left`;
}
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
    sweepStopped: "stopped – the Sweep room goes on with it",
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
  tagging: taggingEn,
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
