import { count, number, pictures } from "./counts-en.js";
import { sweepAxisExamplesEn, sweepAxisNotesEn } from "./sweep-axis-notes-en.js";
import { sweepFormEn } from "./sweep-form-en.js";
import { sweepPlanProblemsEn } from "./sweep-plan-problems-en.js";
import type { SweepProblemWords } from "./sweep-problem-values.js";
import { sweepReasonsEn } from "./sweep-reasons-en.js";
import { sweepReportEn } from "./sweep-report-en.js";
import { type StandstillWords, sweepStandstillEn } from "./sweep-standstill-en.js";

const time = (seconds: number): string => {
  if (seconds < 90) return `${number(Math.max(1, Math.round(seconds)))} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return `${number(minutes)} min`;
  return `${(minutes / 60).toLocaleString("en", { maximumFractionDigits: 1 })} h`;
};

/** Sentences of the Sweep room around its grid. */
export const sweepPageEn = {
  form: sweepFormEn,
  report: sweepReportEn,
  time,
  nothingYet: "nothing drawn yet",
  roomPictures: (done: number, total: number) => `${number(done)} of ${pictures(total)}`,
  roomPaused: (done: number, total: number) => `paused at ${number(done)} of ${number(total)}`,
  inviteTitle: "Which checkpoint, at which strength?",
  invite:
    "A sweep draws the LoRA's saves at several strengths, proves that each picture has the LoRA in it, compares it with the same picture without, and says which is best.",
  inviteNoFiles: "It needs LoRA files: those of a training, or any others.",
  train: "Train one first",
  plan: "Plan a sweep",
  chooseFiles: "Choose LoRA files …",
  rehearse: "Rehearse it",
  rehearseTraining: "Rehearse a training first",
  rehearseNote:
    "A rehearsal draws with a stand-in: no WebUI and no graphics card are needed, and its pictures say that they are drawn figures.",
  rehearsal: "rehearsal",
  rehearsalNote: "Rehearsal: drawn by the stand-in, not by a model. What is said below is about drawn figures.",
  newSweep: "New sweep",
  change: "Change …",
  list: (value: number) => `All sweeps (${number(value)})`,
  names: { drawing: "is drawn", paused: "paused", done: "done", cancelled: "cancelled", failed: "failed" },
  rename: "Rename",
  renameNamed: (name: string) => `Rename ${name}`,
  renameDone: "Use this name",
  newName: (name: string) => `New name of ${name}`,
  remove: "Remove",
  removeNamed: (name: string) => `Remove ${name}`,
  removed: (name: string) => `“${name}” is removed; its pictures are still here.`,
  bringBack: "Bring it back",
  chips: {
    axis: (title: string, values: number) => `${title} × ${number(values)}`,
    proven: "every cell proven ✓",
    unproven: (value: number) => `${count(value, "cell", "cells")} not proven`,
    failed: (value: number) => `${count(value, "cell", "cells")} failed`,
    left: (value: number) => `${number(value)} left out by the search`,
    reused: (value: number) => `${number(value)} drawn before`,
  },
  pause: "Pause",
  resume: (left: number) => `Draw the other ${pictures(left)}`,
  cancel: "Cancel",
  pausing: "It stops after the picture that is being drawn.",
  rate: (seconds: number) => `${seconds.toLocaleString("en", { maximumFractionDigits: seconds < 10 ? 1 : 0 })} s each`,
  left: (seconds: number) => `about ${time(seconds)} left`,
  own: (milliseconds: number) =>
    `${milliseconds.toLocaleString("en", { maximumFractionDigits: 1 })} ms own time a cell`,
  merges: (requests: number, merges: number) =>
    `${count(requests, "request", "requests")}, ${count(merges, "LoRA merge", "LoRA merges")}`,
  webuis: "Who draws",
  webuiStates: {
    drawing: "draws",
    waiting: "waits for work",
    away: "does not answer",
    queued: "waits for the WebUI's own queue",
  },
  webuiDrawn: (value: number) => `${number(value)} drawn`,
  problems: "What went wrong",
  problemCells: (value: number) => count(value, "cell", "cells"),
  showCell: "Show the first",
  redrawThese: (value: number) => `Draw ${value === 1 ? "this one" : `these ${number(value)}`} again`,
  redrawAll: (value: number) => `Draw ${value === 1 ? "it" : `all ${number(value)}`} again`,
  job: "Sweep",
  jobNamed: (name: string) => `Sweep “${name}”`,
  jobScore: "Scoring the sweep's pictures",
  jobScored: "The sweep's pictures are scored.",
  show: (name: string) => `Show ${name}`,
  sweepRun: "Sweep its files",
  // What is wrong with a drawn cell the sidecar says in English itself.
  axisNotes: sweepAxisNotesEn as Readonly<Record<string, string>>,
  axisExamples: sweepAxisExamplesEn,
  problemWords: sweepPlanProblemsEn as Readonly<Record<string, SweepProblemWords>>,
  standstillWords: sweepStandstillEn as Readonly<Record<string, StandstillWords>>,
  reasonWords: sweepReasonsEn,
};

export type SweepPageWords = typeof sweepPageEn;
