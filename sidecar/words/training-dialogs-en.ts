import { count, number } from "./counts-en.js";

const size = (bytes: number): string =>
  bytes < 1e6 ? `${number(Math.ceil(bytes / 1000))} kB` : `${number(Math.round(bytes / 1e5) / 10)} MB`;

/** Sentences of the training room before the start, in its dialogs, and in the right pane. */
export const trainingDialogsEn = {
  startTitle: "Next training",
  noPlan: "No plan is open. One is made in the Plan room, from your pictures or from a configuration.",
  toPlan: "To the plan",
  planSentence: (name: string, steps: number | null, files: number, time: string | null) =>
    [
      steps === null
        ? `“${name}”: its steps cannot be counted until its pictures are here`
        : `“${name}”: ${count(steps, "step", "steps")}, ${count(files, "file", "files")}`,
      time !== null && time,
    ]
      .filter(Boolean)
      .join(", "),
  renamed: (name: string) => `Files of its name are there or promised already: this run writes ${name}.`,
  writes: (name: string) => `It writes ${name}.safetensors.`,
  lookingAt: "Looking whether it can start …",
  ready: "Ready to start.",
  notReady: (errors: number) => `Cannot start yet: ${count(errors, "thing is", "things are")} in the way.`,
  readyWith: (warnings: number) => `It can start; ${count(warnings, "thing", "things")} to consider.`,
  rehearsalReady: "A rehearsal can start.",
  allFindings: (value: number) => `${number(value)} more to consider`,
  change: (what: string) => `Change: ${what}`,
  start: "Start training",
  startingNow: "Looking once more, then it starts …",
  enqueue: "Put into the queue",
  rehearse: "Rehearse it",
  rehearsalHint: "With a stand-in, on the CPU: it walks through the whole run and learns nothing.",
  trainIt: "Train it",
  trainerUsed: "Trainer",
  noTrainer: "No trainer was found on this machine.",
  chooseOther: "Choose another trainer …",
  chooseOne: "Choose or install a trainer …",
  exactly: "The exact command and its files",
  command: "Command",
  toml: "Configuration (TOML)",
  datasetToml: "Pictures (TOML)",

  trainersTitle: "Trainers on this machine",
  lookingForTrainers: "Looking for trainers and asking each what it can do …",
  inUse: "in use",
  useThis: "Use this one",
  useNamed: (folder: string) => `Use this one: ${folder}`,
  pythonOf: (version: string) => `Python ${version}`,
  packages: "Packages",
  notInstalled: "not installed",
  namedFolder: "Folder of sd-scripts or kohya_ss",
  namedPython: "Its Python, where it is elsewhere",
  pythonHint: "found by itself",
  useFolder: "Use this folder",
  lookAgain: "Look for one again",
  copyNamed: (title: string) => `Copy: ${title}`,

  logTitle: "Log",
  logOf: (name: string) => `Log of ${name}`,
  streams: { stderr: "progress and errors (stderr)", stdout: "output (stdout)" },
  stream: "Stream",
  logEmpty: "Nothing has been written here.",
  logReading: "Reading the log …",
  logEarlier: (left: number) => `Load what came before (${size(left)} more)`,
  logSearch: "Search in what is loaded",
  logFound: (at: number, total: number) => (total === 0 ? "not found" : `${number(at)} of ${number(total)}`),
  logManyFound: (at: number, total: number) => `${number(at)} of more than ${number(total)}`,
  next: "Next",
  previous: "Previous",
  follow: "follow the end",
  close: "Close",

  startedAt: "Started",
  endedAt: "Ended",
  queuedAt: "Queued",
  duration: "Took",
  durationSoFar: "Running for",
  baseModel: "Base model",
  noBaseModel: "none",
  settings: {
    steps: "Steps",
    resolution: "Resolution",
    train_batch_size: "Batch size",
    optimizer_type: "Optimizer",
    learning_rate: "Learning rate",
    lr_scheduler: "Scheduler",
    network_dim: "Network dim / alpha",
    mixed_precision: "Precision",
  },
  folders: "Folders",
  outputFolder: "LoRA files",
  pictureFolder: "Pictures",
  runFolder: "Log and configuration",
  trainerFolder: "Trainer",
  fromRun: (id: number) => `goes on from run ${number(id)}`,
  trainerKinds: { "sd-scripts": "sd-scripts", rehearsal: "stand-in (rehearsal)" } as Record<string, string>,
};

export type TrainingDialogsWords = typeof trainingDialogsEn;
