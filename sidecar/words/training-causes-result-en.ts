import { count, number } from "./counts-en.js";
import { known, numberOf, type TrainingCauseValues, type TrainingCauseWords } from "./training-cause-values.js";

const saved = (values: TrainingCauseValues): string =>
  numberOf(values, "checkpoints") > 0
    ? `${count(numberOf(values, "checkpoints"), "file", "files")} saved on the way can be used.`
    : "Nothing was saved on the way.";

/** What came of it. */
export const trainingCausesResultEn = {
  nanLoss: {
    title: "The loss became NaN",
    message: () => "It ran to its end, but the loss became NaN on the way: the LoRA may give black pictures.",
    remedy: () => "Try it. If it is broken, lower the learning rate, use bf16, or turn on no_half_vae.",
  },
  finalFileMissing: {
    title: "Ended without a LoRA",
    message: (values) =>
      `The trainer ended as if all were well, but wrote no LoRA: ${number(numberOf(values, "step"))} of ${number(numberOf(values, "planned"))} steps were done. ${saved(values)}`,
    remedy: () => "Read the last lines of the log; check the output folder and the name.",
  },
  finalFileTruncated: {
    title: "The LoRA is cut off",
    message: (values) =>
      `The LoRA's file has ${number(numberOf(values, "bytes"))} bytes${numberOf(values, "promised") > 0 ? ` of ${number(numberOf(values, "promised"))}` : ""}: it was interrupted while being written.`,
    remedy: () => "Do not use it. Check the room on the disk, then use the last whole file or train again.",
  },
  finalFileGrowing: {
    title: "Still being written",
    message: () => "The LoRA's file is still growing: a trainer goes on although its launcher has ended.",
    remedy: () => "Wait until it no longer grows, then look again.",
  },
  finalNotSafetensors: {
    title: "Not a LoRA file",
    message: () => "The file that the trainer left is no safetensors file.",
    remedy: () => "Set save_model_as to safetensors and train again.",
  },
  wrongSteps: {
    title: "Not all steps",
    message: (values) =>
      `The LoRA tells of ${number(numberOf(values, "steps"))} steps, but ${number(numberOf(values, "planned"))} were planned: it may be left from an earlier run.`,
    remedy: () => "Look at the file's date. Use another output name, so that runs do not overwrite one another.",
  },
  endedAfterSaving: {
    title: "Failed after saving",
    message: (values) =>
      `The LoRA is whole, but the trainer then ended with an error (${known(values, "ending", (ending) => ending, "?")}).`,
    remedy: () => "The file can be used.",
  },
  unknown: {
    title: "Unknown error",
    message: (values) =>
      known(
        values,
        "exception",
        (exception) => `The trainer stopped: ${exception}`,
        `The trainer ended${known(values, "code", (code) => ` with code ${code}`)} and gave no reason.`,
      ),
    remedy: () => "The last lines of the log may say more; search for them together with “sd-scripts”.",
  },
} satisfies Record<string, TrainingCauseWords>;
