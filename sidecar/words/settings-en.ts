import type { SettingGroup, SettingName } from "./setting-names.js";

interface SettingWords {
  label: string;
  note: string;
}

const names: Record<SettingName, SettingWords> = {
  "folders.work": {
    label: "Working folder",
    note: "New training folders are made here, and looking for a folder begins here.",
  },
  "folders.loras": {
    label: "Folder of the WebUI's LoRA files",
    note: "Trained files are put there. Empty: where the WebUI has them.",
  },
  "folders.models": {
    label: "Further folders with taggers and cut-out models",
    note: "They are looked for in the usual places too.",
  },
  "tagger.model": { label: "Tagger", note: "Its name, or its folder. Empty: the built-in one." },
  "tagger.preset": { label: "Preset", note: "The choice of tags that a new folder begins with." },
  "tagger.threshold": {
    label: "Threshold, general tags",
    note: "Empty: that of the preset or the tagger, else 0.35.",
  },
  "tagger.characterThreshold": {
    label: "Threshold, characters",
    note: "Empty: that of the preset or the tagger, else 0.85.",
  },
  "tagger.existing": { label: "Captions that exist", note: "What tagging does with them, unless you say otherwise." },
  "tagger.provider": { label: "Taggers run on", note: "auto takes the best that works on this machine." },
  "tagger.threads": { label: "Threads of a tagger", note: "Empty: all but one." },
  "tagger.batchSize": { label: "Pictures at a time", note: "Empty: one on the CPU, measured on a GPU." },
  "trainer.folder": {
    label: "Folder of the trainer",
    note: "kohya's sd-scripts, or kohya_ss. Empty: the first that works on this machine.",
  },
  "trainer.python": { label: "The trainer's Python", note: "Empty: that of its folder." },
  "training.pauseOnFailure": {
    label: "A run that fails pauses the queue",
    note: "Those behind it wait until you have looked.",
  },
  "training.publish": {
    label: "Put among the WebUI's LoRA files by itself",
    note: "When a run has succeeded.",
  },
  "webui.addresses": {
    label: "WebUIs by their address",
    note: "Started with --api. As a tab of one we know it by ourselves.",
  },
  "webui.handOver": {
    label: "The WebUI's checkpoint leaves the graphics card while something trains",
    note: "It is put back after.",
  },
  "page.tour": { label: "Offer the tour", note: "On the front page, until it was seen or declined." },
  "machines.queue": {
    label: "Queue for several machines",
    note: "A Redis or PostgreSQL, for example redis://192.168.1.10:6379. Empty: this machine works alone. How to: docs/machines.md.",
  },
  "machines.listen": {
    label: "Where machines come in",
    note: "HOST:PORT; 0.0.0.0:7871 for all networks. Empty: this machine only.",
  },
  "machines.address": {
    label: "How machines reach that",
    note: "An address, where it is another one: behind a proxy. Empty: by this machine's name.",
  },
  "machines.workHere": { label: "This machine works along", note: "Off: only the others do." },
  "course.rename": { label: "Rename the pictures", note: "By serial numbers; it can be undone." },
  "course.arrange": { label: "Arrange the pictures for the trainer", note: "By copying; it can be undone." },
  "course.prune": { label: "Take the proposed tags out of the captions", note: "It can be undone." },
  "course.plan": { label: "Take the plan as it is proposed", note: "With its number of steps." },
  "course.train": {
    label: "Start the training",
    note: "You allow it with the course's first button; here you can be asked once more.",
  },
  "course.sweep": { label: "Draw the sweep as it is proposed", note: "With your WebUI." },
  "course.install": { label: "Put the recommended file among the WebUI's", note: "Nothing there is written over." },
  node: {
    label: "Node program",
    note: "The WebUI starts the studio with it. Empty: found by itself.",
  },
  roots: {
    label: "Folders for visitors without a login",
    note: "Who reaches this studio from outside, without a login, sees only these.",
  },
  "allow.training": { label: "Visitors may train", note: "With data, models and results in these folders." },
  "allow.installs": { label: "Visitors may install a trainer", note: "In its usual place." },
  "allow.downloads": { label: "Visitors may download taggers and cut-out models", note: "They fill the disk." },
  "allow.customModules": {
    label: "Visitors may name modules of their own",
    note: "Network and optimizer modules, and pickled models, run any code on this machine.",
  },
};

const groups: Record<SettingGroup, string> = {
  folders: "Folders",
  tagging: "Tagging",
  training: "Training",
  webui: "WebUI",
  program: "Program",
  machines: "Several machines",
  course: "The rest of the way, unattended",
  visitors: "Visitors without a login",
};

/** Sentences of the settings. */
export const settingsEn = {
  title: "Settings",
  groups,
  names,
  choices: {
    "tagger.existing": {
      skip: "leave them",
      "only-empty": "write only empty ones",
      overwrite: "write anew",
      append: "add at the end",
      prepend: "add at the front",
    },
    "tagger.provider": { auto: "the best that works", cpu: "CPU" },
    "course.rename": { alone: "alone", ask: "ask first", no: "no" },
    "course.arrange": { alone: "alone", ask: "ask first", no: "no" },
    "course.prune": { alone: "alone", ask: "ask first", no: "no" },
    "course.plan": { alone: "alone", ask: "ask first" },
    "course.train": { alone: "alone", ask: "ask first" },
    "course.sweep": { alone: "alone", ask: "ask first" },
    "course.install": { alone: "alone", ask: "ask first", no: "no" },
    "training.publish": { none: "nothing", last: "the last file", all: "all files" },
  } as Readonly<Record<string, Readonly<Record<string, string>>>>,
  noPreset: "none",
  usual: "as usual",
  listHint: "One a line.",
  reset: "Default",
  resetNamed: (label: string) => `Default again: ${label}`,
  saved: (label: string) => `Kept: ${label}`,
  fixed: "set in the local file",
  hidden: "Set; not told to visitors.",
  byHandOnly: "Only in the local file.",
  atNextStart: "holds from the next start",
  ownerOnly: "Set on the machine itself, or behind a login.",
  keptIn: (path: string) => `Kept in ${path}`,
  localFile: (path: string) => `What you write into ${path} wins over all of these, and decides for visitors:`,
  localFileHere: (path: string) => `${path} is there. What stands in it wins, and is changed only there.`,
  example: "An example",
  exampleText: `roots = ["/data/sets"]           # what they may see and change
node = "/opt/node/bin/node"     # for the WebUI's extension

[trainer]
folder = "/opt/sd-scripts"

[webui]
addresses = ["http://192.168.1.5:7860"]

[allow]
training = true                 # also: installs, downloads, customModules`,
  inWebui: "Starting with the WebUI and rooms as tabs of their own are chosen in the WebUI: Settings, LoRA Atelier.",
  perBrowser: "Language and colours are chosen above, each browser for itself.",
  problemsTitle: "Something is off in the settings' files",
  problems: {
    unreadable: () => "The file cannot be read; it sets and allows nothing.",
    syntax: () => "The file is no TOML; it sets and allows nothing.",
    unknown: (name: string) => `There is no setting "${name}".`,
    value: (name: string) => `${name} has a value that does not fit, and counts as not written.`,
    setAside: () => "The settings' file was broken. It lies aside now, and every setting has its default.",
  },
  close: "Close",
};

export type SettingsWords = typeof settingsEn;
