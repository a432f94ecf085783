import { count, number } from "./counts-en.js";

const rate = (perSecond: number): string =>
  perSecond.toLocaleString("en", { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const silence = (seconds: number): string =>
  seconds < 90 ? `${number(Math.round(seconds))} s` : `${number(Math.round(seconds / 60))} min`;

/** Sentences about machines that work for the studio. */
export const machinesEn = {
  title: "Machines",
  chip: (here: number) => count(here, "more machine", "more machines"),
  chipTrouble: "machines: look here",
  show: "Show the machines …",
  alone: "This studio works alone.",
  whatFor:
    "Other machines can work for it: they tag, check, cut out and score its pictures, draw its sweeps and train its plans. They meet in a Redis or PostgreSQL; pictures, models and results go from machine to machine, checked by content.",
  howTo:
    "Name one in the settings, under “Several machines”, then start the studio anew. docs/machines.md has every step.",
  openSettings: "Open the settings",
  meet: "Machines meet in",
  meetAs: (server: string, name: string | null) => (name === null ? server : `${server}, as “${name}”`),
  door: "They fetch work at",
  here: "This machine",
  worksHere: "works along",
  leavesWork: "leaves all work to the others",
  doorIsLocal:
    "No other machine reaches that address: set “Where machines come in” to 0.0.0.0:7871, and start the studio anew.",
  queueIsLocal: "No other machine reaches that server by this address.",
  none: "No machine has joined yet.",
  roles: { tag: "tags", score: "scores", prepare: "checks and cuts out", sweep: "draws sweeps", train: "trains" },
  noCard: "no graphics card",
  load: (load: number, processors: number) => `load ${rate(load)} of ${number(processors)}`,
  threads: (threads: number, processors: number) =>
    `computes with ${number(threads)} of ${count(processors, "processor", "processors")}`,
  done: (items: number) => `${number(items)} done`,
  rate: (perSecond: number) => `${rate(perSecond)} a second`,
  fetched: (size: string) => `${size} fetched`,
  version: (version: string) => `version ${version}`,
  waits: "waits for work",
  yields: (machine: string) => `waits: ${machine || "this studio"} uses its processors`,
  rests: "rests",
  drains: "ends when it is done",
  ends: "ends",
  silent: (seconds: number) => `does not answer for ${silence(seconds)}`,
  pause: "Rest",
  resume: "Go on",
  drain: "End when done",
  remove: "End now",
  forget: "Take off the list",
  orderNamed: (order: string, machine: string) => `${order}: ${machine}`,
  join: "Let a machine join",
  joinSteps:
    "On the other machine, in its folder of LoRA Atelier, with this studio's token in ATELIER_WORKER_TOKEN or in a file that --token-file names:",
  token: "The token is secret, and not shown here. On this machine, this prints it:",
  password:
    "If that server has a password, the address needs it: redis://:PASSWORD@HOST:6379, postgres://USER:PASSWORD@HOST/DATABASE.",
  copy: "Copy",
  copyCommand: "Copy the command that joins",
  copyToken: "Copy the command that prints the token",
  happened: "What happened",
  nothing: "Nothing yet.",
  times: (times: number) => `${number(times)} times`,
  time: (iso: string) => new Date(iso).toLocaleString("en", { dateStyle: "short", timeStyle: "medium" }),
  weights: { good: "good", look: "look here", broken: "broken" },
  close: "Close",
};

export type MachinesWords = typeof machinesEn;
