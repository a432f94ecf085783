import { count, number, pictures } from "./counts-en.js";

/** What a finding's sentence is made of. */
export interface FolderValues {
  path: string;
  pictures: number;
  give: string | null;
}

/** Sentences of arranging folders for the trainer. */
export const arrangeEn = {
  open: "Arrange for training …",
  title: "Arrange for training",
  note: "The trainer wants folders named repeats_trigger inside one folder. Pictures go there with captions and masks; the history takes it back.",
  trigger: "Trigger word",
  repeats: "Repeats",
  kind: "Kind (optional)",
  folder: "Folder",
  into: "Training folder",
  addConcept: "Add another subject",
  removeConcept: (trigger: string) => `Leave out ${trigger}`,
  balance: "Balance: show all subjects equally often",
  move: "Move instead of copying",
  regularisation: "Regularisation pictures",
  regularisationClass: "What they show (girl, dress …)",
  tree: "What will come out",
  row: (total: number, repeats: number, showings: number) =>
    `${pictures(total)} × ${number(repeats)} = ${count(showings, "showing", "showings")} an epoch`,
  copyButton: (total: number, name: string) => `Copy ${count(total, "file", "files")} into ${name}`,
  moveButton: (total: number, name: string) => `Move ${count(total, "file", "files")} into ${name}`,
  done: (folder: string) => `Done. Give the trainer this folder: ${folder}`,
  openIt: "Open it here",
  right: (total: number) => `The trainer will find ${pictures(total)} here.`,
  triggers: {
    empty: {
      message: (_found: string) => "The trigger word is missing.",
      remedy: "Choose a rare word, such as okara.",
    },
    forbidden: {
      message: (found: string) => `The trigger word holds ${found}, which no folder name may have.`,
      remedy: "Use letters, digits, - and _.",
    },
    edge: {
      message: (found: string) => `The trigger word "${found}" begins with a space, or ends with a space or a dot.`,
      remedy: "Windows takes such an end away; choose another one.",
    },
    common: {
      message: (found: string) => `"${found}" is a word that models know well.`,
      remedy: "What is taught mixes with what it means already; a rare word does not.",
    },
    spaces: {
      message: (found: string) => `"${found}" has spaces.`,
      remedy: "The trainer takes all of it for the trigger; one word is easier to type.",
    },
  },
  findings: {
    direct: {
      message: ({ pictures: total }: FolderValues) =>
        `${pictures(total)} lie directly in the folder: the trainer finds none of them.`,
      remedy: (_values: FolderValues) => "Arrange them into a folder such as 10_okara inside it.",
    },
    isConcept: {
      message: (_values: FolderValues) => "This is a folder of pictures itself: given so, the trainer finds nothing.",
      remedy: ({ give }: FolderValues) => `Give the trainer the folder above it: ${give}`,
    },
    empty: {
      message: ({ path }: FolderValues) => `${path} holds no pictures.`,
      remedy: (_values: FolderValues) => "Fill it or take it away.",
    },
    noNumber: {
      message: ({ path, pictures: total }: FolderValues) =>
        `${path} has ${pictures(total)} but no number in front: the trainer passes over it.`,
      remedy: (_values: FolderValues) => "Name it like 10_okara.",
    },
    deeper: {
      message: ({ path, pictures: total }: FolderValues) =>
        `${path} has ${pictures(total)} one level too deep: the trainer passes over them.`,
      remedy: (_values: FolderValues) => "Arrange the pictures anew; subfolders are put together.",
    },
    zero: {
      message: ({ path }: FolderValues) => `${path} has 0 repeats: its pictures are never shown.`,
      remedy: (_values: FolderValues) => "Give it at least 1.",
    },
    nothing: {
      message: (_values: FolderValues) => "The trainer finds no pictures here, and says nothing about it.",
      remedy: (_values: FolderValues) => "Give it the folder that holds folders such as 10_okara.",
    },
  },
};

export type ArrangeWords = typeof arrangeEn;
