import type { DrawingFacts } from "../../../webui/drawing.js";
import { numberRules } from "../values/read-numbers.js";
import type { AxisDefinition } from "./axis-definition.js";
import { choiceAxis, field, numberAxis, option } from "./define-axis.js";

/** As people know a checkpoint: without its folder, suffix and hash. */
export const checkpointLabel = (title: string): string =>
  title
    .replace(/\s*\[[0-9a-f]+\]$/i, "")
    .replace(/^.*[\\/]/, "")
    .replace(/\.(?:safetensors|ckpt|sft|gguf)$/i, "");

const checkpointTitles = ({ checkpoints }: DrawingFacts): string[] => checkpoints.map(({ title }) => title);

/** Axes that read models from the disk or bring them to the card anew. */
export const modelAxes: readonly AxisDefinition[] = [
  choiceAxis({
    id: "checkpoint",
    title: "Checkpoint name",
    changeWeight: 10,
    choices: checkpointTitles,
    change: (request, checkpoint) => ({ ...request, checkpoint }),
    label: checkpointLabel,
  }),
  choiceAxis({
    id: "refiner",
    title: "Refiner checkpoint",
    changeWeight: 9,
    choices: checkpointTitles,
    change: (request, text) => field("refiner_checkpoint")(request, text),
    label: checkpointLabel,
  }),
  numberAxis({
    id: "refinerSwitch",
    title: "Refiner switch at",
    rules: numberRules({ minimum: 0, maximum: 1, largestStep: "0.1" }),
    change: (request, value) => field("refiner_switch_at")(request, value),
  }),
  choiceAxis({
    id: "fp8",
    title: "FP8 mode",
    changeWeight: 9,
    choices: () => ["Disable", "Enable for SDXL", "Enable"],
    change: (request, text) => option("fp8_storage")(request, text),
  }),
  choiceAxis({
    id: "vae",
    title: "VAE",
    changeWeight: 7,
    choices: ({ vaes, modules }) => {
      const files = vaes ?? modules;
      return files && ["Automatic", "None", ...files.filter((name) => name !== "Automatic" && name !== "None")];
    },
    change: (request, text) => option("sd_vae")(request, text),
    label: checkpointLabel,
  }),
  numberAxis({
    id: "clipSkip",
    title: "Clip skip",
    changeWeight: 1,
    rules: numberRules({ whole: true, minimum: 1, maximum: 12 }),
    change: (request, value) => option("CLIP_stop_at_last_layers")(request, value),
  }),
];
