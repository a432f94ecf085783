import { number, pictures } from "./counts-en.js";
import { of, type PlanRuleValues, type PlanRuleWords, rate } from "./plan-rule-values.js";

const shown = (values: PlanRuleValues, name: string): string => number(of(values, name));
const guides = (values: PlanRuleValues): string =>
  `The article advises ${shown(values, "articleLeast")}–${shown(values, "articleMost")} steps; other guides ${shown(values, "least")}–${shown(values, "most")} for this.`;

/** How long is trained; steps are counted as guides do, at a batch size of 1. */
export const planRulesStepsEn = {
  overfitting: {
    title: "Overfitting",
    message: (values) =>
      `Each picture would be shown ${shown(values, "perPicture")} times at a learning rate of ${rate(of(values, "rate"))}: it is learnt by heart. The article made such a LoRA on purpose; its pictures were noise, or outlines that melt.`,
    remedy: () =>
      "Train for fewer epochs or with more pictures. 100 to 400 showings of each picture are usual; save on the way and keep the earliest one that holds.",
  },
  underfitting: {
    title: "Underfitting",
    message: (values) =>
      `${shown(values, "steps")} steps at a learning rate of ${rate(of(values, "rate"))} are too few to learn from. The article made such a LoRA on purpose: even at a high strength it changed nothing.`,
    remedy: () => "Train for more epochs. A higher learning rate does not make up for missing steps.",
  },
  stepsFew: {
    title: "Few steps",
    message: (values) => `${shown(values, "showings")} steps are few. ${guides(values)}`,
    remedy: () => "Raise the epochs or repeats; you can keep an earlier save if it turns out too much.",
  },
  stepsMany: {
    title: "Many steps",
    message: (values) =>
      `${shown(values, "showings")} steps for ${pictures(of(values, "pictures"))} are more than any guide advises: the LoRA may learn its pictures by heart. ${guides(values)}`,
    remedy: () => "Lower the epochs, or save on the way and compare.",
  },
  stepsDisagree: {
    title: "Guides disagree about steps",
    message: (values) =>
      `${shown(values, "showings")} steps are right by one guide and not by another. ${guides(values)}`,
    remedy: () => "Save on the way and compare: that settles it for your pictures.",
  },
  adafactorSlow: {
    title: "Adafactor learns slowly",
    message: (values) =>
      `${shown(values, "showings")} steps may be too few with Adafactor: it learns more slowly than others, and the article takes more steps with it, 7,000 of its ${shown(values, "articleLeast")}–${shown(values, "articleMost")}.`,
    remedy: () => "Raise the epochs until about 5,000 to 8,000 steps are reached.",
  },
  manyPictures: {
    title: "Many pictures",
    message: (values) =>
      `More pictures make the LoRA more exact, says the article, but only with steps to match: else it overfits. Here each of ${pictures(of(values, "pictures"))} is shown ${shown(values, "perPicture")} times.`,
    remedy: () => "With more than 100 pictures 1 to 3 repeats are enough; set the length by epochs.",
  },
  fewShowings: {
    title: "Pictures are seldom shown",
    message: (values) =>
      `Each picture is shown fewer than 5 times, ${shown(values, "showings")} steps in all for ${pictures(of(values, "pictures"))}. Details may not be learnt.`,
    remedy: () => "Raise the epochs; about 10 are usual.",
  },
  kohyaEpochs: {
    title: "Epochs that are not as planned",
    message: (values) =>
      `Kohya's formula gives ${shown(values, "steps")} steps for ${values.planned} epochs, but the trainer begins ${values.begun}: its epochs have another length, because of buckets, batches or several GPUs.`,
    remedy: () => "Set the length by epochs, and the trainer counts for itself.",
  },
  warmupTooLong: {
    title: "Long warm-up",
    message: (values) =>
      `The warm-up takes ${shown(values, "warmup")} of ${shown(values, "steps")} steps: for most of the run the learning rate is below what is set.`,
    remedy: () => "5 to 10 % of the steps are usual.",
  },
  trainingTime: {
    title: "How long it may take",
    message: (values) =>
      `By the article's measure – 7,000 steps in 60 to 90 minutes on a GeForce RTX 3080 Ti – this takes ${shown(values, "least")} to ${shown(values, "most")} minutes on such a card.`,
    remedy: () => "The first minute of a run tells better.",
  },
} satisfies Record<string, PlanRuleWords>;
