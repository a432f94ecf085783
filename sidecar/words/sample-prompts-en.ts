import { count } from "./counts-en.js";

/** Sentences of the editor for sample prompts. */
export const samplePromptsEn = {
  title: "Sample pictures",
  note: "While it learns, the trainer draws a picture for each prompt. With the same seed every time, you see what changes.",
  none: "No prompts yet: no sample pictures are drawn.",
  add: "Add a prompt",
  propose: "Propose prompts from the pictures",
  proposing: "Looking at the captions …",
  prompt: (index: number) => `Prompt ${index + 1}`,
  comment: "Comment",
  text: "Prompt",
  negative: "Negative prompt",
  numbers: { width: "Width", height: "Height", seed: "Seed", steps: "Steps", scale: "Scale" },
  usual: "usual",
  kept: "Also given",
  up: (index: number) => `Move prompt ${index + 1} up`,
  down: (index: number) => `Move prompt ${index + 1} down`,
  copy: "Copy",
  copyOf: (index: number) => `Copy prompt ${index + 1}`,
  remove: "Remove",
  removeOf: (index: number) => `Remove prompt ${index + 1}`,
  removeComment: "Remove the comment",
  asText: "As text",
  often: "How often",
  whenMissing: "Say how often: until then the trainer draws nothing.",
  drawnEachTime: (prompts: number) => `${count(prompts, "picture", "pictures")} each time.`,
};

export type SamplePromptsWords = typeof samplePromptsEn;
