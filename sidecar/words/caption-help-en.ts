import { count, number, pictures } from "./counts-en.js";

/** Sentences of the prune assistant and of the review by doubt. */
export const captionHelpEn = {
  prune: "What should the trigger word carry?",
  guidesDiffer: "Guides differ; choose whose rule:",
  views: {
    article: "the beginners' article: clothes go when only looks are taught",
    absorption: "absorption: what the trigger should carry goes",
  },
  categories: {
    hair: "Hair",
    eyes: "Eyes",
    body: "Body",
    clothes: "Clothes",
    pose: "Pose",
    expression: "Expression",
    background: "Background",
    camera: "Camera",
    meta: "Meta",
    style: "Style",
    count: "Number of people",
    other: "Other",
  } as Record<string, string>,
  tickedOf: (ticked: number, total: number) => `${number(ticked)} of ${number(total)}`,
  pruneReasons: {} as Record<string, string>,
  nothingToPrune: "Nothing is ticked.",
  pruneTags: (total: number) => `Take out ${count(total, "tag", "tags")}`,
  showThem: "Show their pictures",
  doubts: (total: number) => count(total, "doubt", "doubts"),
  review: "Answer them one by one",
  isItThere: (tag: string, score: string | null) => `“${tag}”${score === null ? "" : ` ${score}`} – is it there?`,
  doubtKinds: {} as Record<string, ((other: string) => string) | undefined>,
  answers: { yes: "yes", no: "no", skip: "skip" },
  sameTag: (tag: string, total: number) => `“${tag}” on ${pictures(total)}`,
  yesFor: (tag: string, name: string) => `${tag} is on ${name}`,
  noFor: (tag: string, name: string) => `${tag} is not on ${name}`,
  forAll: (answer: string, total: number) => `${answer} for all ${number(total)}`,
};

export type CaptionHelpWords = typeof captionHelpEn;
