import { captions, number, pictures } from "./counts-en.js";
import { of, type PlanRuleWords } from "./plan-rule-values.js";

/** Folders, pictures and captions that the trainer would not find. */
export const planRulesDataEn = {
  parentNeeded: {
    title: "This is the folder of pictures itself",
    message: ({ folder }) =>
      `${folder} holds the pictures themselves. The trainer looks only into its subfolders, finds nothing and ends as if all were well.`,
    remedy: ({ parent }) => `Give the folder above: ${parent}`,
  },
  noFolder: {
    title: "No folder of pictures",
    message: () => "No folder of pictures is chosen: the trainer finds nothing and ends without an error.",
    remedy: () => "Choose the folder in which a folder like 10_okara lies.",
  },
  folderMissing: {
    title: "The folder of pictures is not there",
    message: ({ folder }) =>
      `${folder} does not exist here. The trainer does not stop at that: it goes on without its pictures, or ends without an error where there are no others.`,
    remedy: () => "Choose the folder again.",
  },
  noFolderWithRepeats: {
    title: "Folder names without repeats",
    message: ({ folders }) =>
      `The names of these folders do not begin with a number and “_”: ${folders}. The trainer passes over them, finds nothing and ends without an error.`,
    remedy: () => "Name them repeats_trigger, such as 10_okara; “Arrange” does that for you.",
  },
  foldersWithoutRepeats: {
    title: "Folders that are passed over",
    message: ({ folders }) =>
      `The trainer passes over ${folders}: the names do not begin with a number of repeats and “_”.`,
    remedy: () => "Name them like 10_okara if their pictures are to be learnt.",
  },
  noPictures: {
    title: "No pictures",
    message: () =>
      "There are no pictures to learn. The trainer would end at once, without an error and without a LoRA.",
    remedy: () => "Put pictures (.png, .jpg, .webp, .bmp) into the folder.",
  },
  emptyFolder: {
    title: "A folder without pictures",
    message: ({ folder }) => `There are no pictures in ${folder}; the trainer passes over it.`,
    remedy: () => "Put pictures into it, or take it out of the plan.",
  },
  folderTwice: {
    title: "The same folder twice",
    message: ({ folder }) => `${folder} is in the plan twice. The trainer keeps the first and passes over the other.`,
    remedy: () => "Take one out; raise the repeats if the pictures should count more.",
  },
  regularisationMissing: {
    title: "Regularisation pictures not found",
    message: ({ folder }) => `${folder} does not exist; the trainer goes on without regularisation, and says nothing.`,
    remedy: () => "Choose the folder again, or empty the field.",
  },
  unreadablePictures: {
    title: "Pictures that cannot be read",
    message: (values) =>
      `${pictures(of(values, "pictures"))} cannot be read, beginning with ${values.first}. The trainer stops when it comes to such a picture, maybe hours into the run.`,
    remedy: () => "Save them again with a picture viewer, or take them out.",
  },
  captionsUnread: {
    title: "No caption would be used",
    message: (values) =>
      `The trainer looks for ${values.suffix} files, and the captions are ${number(of(values, "texts"))} .txt files. There is no trigger either, so every picture would be learnt without any words.`,
    remedy: () => "Set the caption suffix (caption_extension) to .txt.",
  },
  captionsBroken: {
    title: "Captions that stop the trainer",
    message: (values) =>
      `${captions(of(values, "captions"))} in ${values.folder} cannot be used: the trainer stops at caption files that are empty or not UTF-8.`,
    remedy: () => "Give them a text, or delete the empty files; the captions room converts encodings to UTF-8.",
  },
  captionSuffix: {
    title: "The captions are not read",
    message: (values) =>
      `The trainer looks for ${values.suffix} files and passes over ${number(of(values, "texts"))} .txt files: “${values.trigger}” is then the whole caption of each picture.`,
    remedy: () => "Set the caption suffix (caption_extension) to .txt, as the article reminds its readers.",
  },
} satisfies Record<string, PlanRuleWords>;
