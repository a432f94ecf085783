import { known, type TrainingCauseWords } from "./training-cause-values.js";

const FOLDERS = "The trainer wants a folder that holds folders named 10_name, which hold the pictures";

/** Pictures, captions and models. */
export const trainingCausesDataEn = {
  noData: {
    title: "No pictures found",
    message: () => "The trainer found no pictures: the folder is not there, or it holds the pictures itself.",
    remedy: () => `${FOLDERS}. Choose the folder above.`,
  },
  noDataLeaf: {
    title: "One folder too deep",
    message: () => "The folder holds the pictures itself, and the trainer looks only into the folders in it.",
    remedy: () => `${FOLDERS}. Choose the folder above.`,
  },
  noDataMissing: {
    title: "Folder of pictures missing",
    message: (values) => `The folder of pictures${known(values, "folder", (folder) => ` ${folder}`)} is not there.`,
    remedy: () => "Choose it again; it may have been moved or renamed.",
  },
  noDataFolderName: {
    title: "Folder without repeats",
    message: (values) =>
      `The folder ${known(values, "folder", (folder) => folder, "of pictures")} was passed over: its name does not begin with a number and an underscore.`,
    remedy: (values) =>
      `Name it with its repeats in front, such as 10_${known(values, "folder", (folder) => folder.replace(/^[^\d_]*\d+_/, "") || "name", "name")}.`,
  },
  noDataEmpty: {
    title: "Folder without pictures",
    message: (values) => `There are no pictures in ${known(values, "folder", (folder) => folder, "the folder")}.`,
    remedy: () =>
      "Put pictures there (PNG, JPEG, WebP or BMP, their suffix all small or all capitals). Deeper folders are not looked into.",
  },
  corruptImage: {
    title: "Broken picture",
    message: (values) =>
      `${known(values, "file", (file) => file, "A picture")} cannot be read to its end. The trainer stops when its turn comes.`,
    remedy: () =>
      "Save it again with a picture viewer, or take it out, then start again. The check of the pictures finds all of them.",
  },
  fileGone: {
    title: "File disappeared",
    message: (values) => `${known(values, "file", (file) => file, "A file")} was there at the start and is gone.`,
    remedy: () => "Leave the folder alone while it is being trained, and start again.",
  },
  imageTooLarge: {
    title: "Picture larger than the resolution",
    message: (values) =>
      `${known(values, "file", (file) => file, "A picture")} is larger than the resolution, and buckets are off.`,
    remedy: () => "Turn buckets on, cache the latents, or resize the pictures.",
  },
  tinyImages: {
    title: "Picture smaller than a bucket step",
    message: () => "A picture is so small that its bucket has no size, as nothing is enlarged (bucket_no_upscale).",
    remedy: () => "Take the smallest pictures out, enlarge them with an upscaler, or turn bucket_no_upscale off.",
  },
  captionEmpty: {
    title: "Empty caption file",
    message: (values) =>
      `The caption file${known(values, "file", (file) => ` ${file}`)} is empty; the trainer stops at it.`,
    remedy: () => "Write a caption, or delete the file: without one the folder's name is used.",
  },
  captionNotUtf8: {
    title: "Caption not in UTF-8",
    message: (values) => `The caption file${known(values, "file", (file) => ` ${file}`)} is not written in UTF-8.`,
    remedy: () => "Open the captions here and save them: they are written in UTF-8.",
  },
  nanLatents: {
    title: "VAE gives no numbers",
    message: (values) =>
      `The VAE made NaN of ${known(values, "file", (file) => file, "a picture")}: half precision is too little for it.`,
    remedy: () => "Turn on no_half_vae, or use a VAE mended for fp16.",
  },
  modelMissing: {
    title: "Model not found",
    message: (values) => `The model${known(values, "file", (file) => ` ${file}`)} is not there.`,
    remedy: () => "Choose it again; it may have been moved or renamed.",
  },
  modelNotAModel: {
    title: "Not a model, or broken",
    message: (values) =>
      `${known(values, "file", (file) => file, "The model's file")} cannot be read as a model${known(values, "reason", (reason) => ` (${reason})`)}.`,
    remedy: () => "Check that it is the right file, and download it again: an interrupted download looks like this.",
  },
  wrongFamily: {
    title: "Model of another family",
    message: () =>
      "The base model's parts do not fit this training: it is of another family (SD1.5, SD2, SDXL, FLUX …) than was chosen.",
    remedy: () =>
      "Choose the family that the model is of, or another model. A merged or inpainting model may fit none.",
  },
  networkWeights: {
    title: "LoRA to go on from does not fit",
    message: () => "The LoRA that should be trained on has another rank or kind than this training.",
    remedy: () => "Set the same rank, alpha and network, or turn on dim_from_weights.",
  },
} satisfies Record<string, TrainingCauseWords>;
