import { number, pictures } from "./counts-en.js";
import { of, type PlanRuleWords, rate } from "./plan-rule-values.js";

/** What the article explains beside settings that are as they should be. */
export const planRulesArticleEn = {
  threeRates: {
    title: "Three learning rates",
    message: (values) =>
      `There are three fields. “Learning rate” alone sets both, text encoder and U-Net, to ${rate(of(values, "rate"))}; the other two set each of them for itself.`,
    remedy: () => "Fill in the other two only where they shall differ.",
  },
  usualRate: {
    title: "The usual learning rate",
    message: () =>
      "1e-4 is the usual start. The right rate cannot be worked out beforehand, says the article, and scheduler and optimizer may change it on the way.",
    remedy: () => "Train, look at what comes out, then change it.",
  },
  constantHard: {
    title: "A constant learning rate",
    message: () =>
      "Constant keeps the learning rate fixed, and the article calls it hard to handle. The trainer's guide counts it among the common ones, beside cosine.",
    remedy: () => "Cosine, or Adafactor with its own scheduler, forgive more.",
  },
  adafactorForgiving: {
    title: "Adafactor",
    message: () =>
      "The article's author likes Adafactor: it seldom overfits and makes a LoRA that holds without much thought, but learns slowly and sometimes too little.",
    remedy: () => "Give it some more steps.",
  },
  dimAmple: {
    title: "The rank is ample",
    message: (values) =>
      `Rank ${values.dim} says how much the LoRA can hold; for about 20 pictures 16 is ample, says the article. There are ${pictures(of(values, "pictures"))}.`,
    remedy: () => "Nothing needs to be done.",
  },
  articleAlpha: {
    title: "Alpha 1",
    message: ({ dim }) =>
      `Alpha guards against underflow. The article puts it so: a small alpha makes strong weights and strays from the pictures, a large one is truer and breaks sooner. The trainer multiplies what is learnt by alpha ÷ rank, here 1 ÷ ${dim}.`,
    remedy: () => "Change it only together with the learning rate.",
  },
  saveToCompare: {
    title: "Saves to compare",
    message: (values) =>
      `A LoRA is saved every ${number(of(values, "every"))} of ${number(of(values, "steps"))} steps, so that you can see how far it has learnt; the article saves every 1,000 of 7,000.`,
    remedy: () => "Compare them at the same seed: the earliest that holds is the best.",
  },
  strength: {
    title: "What strength tells",
    message: () =>
      "At which strength does it take hold? The article's LoRA showed its subject from 0.5 and well at 0.75, and its author took that as a sign that more steps would have been good. One that breaks at 0.65 has learnt too long.",
    remedy: () => "Make pictures at several strengths, with the trigger alone and without hair or eye colours.",
  },
  backgroundRemoved: {
    title: "Backgrounds",
    message: () =>
      "For a character the article removes the background, to white or transparent, so that nothing else is learnt.",
    remedy: () => "The cut-out tool of the data set room does that.",
  },
  clearPictures: {
    title: "Clear pictures",
    message: () =>
      "Blur, jagged edges and noise are learnt along with the subject, says the article: take the best pictures.",
    remedy: () => "The check of the data set room finds them.",
  },
  expressions: {
    title: "Expressions",
    message: () =>
      "Drawn faces need no set of expressions, as base models know joy and anger, says the article. Photographs do: each person has an own way to smile.",
    remedy: () => "With photographs, add several expressions.",
  },
  outfitTags: {
    title: "Tags of the outfit",
    message: () =>
      "The article takes clothes out of the captions when only the looks are to be learnt, and keeps them when the outfit belongs to the character. Others take out what shall belong to the trigger, and name what may change.",
    remedy: () => "Decide what the trigger stands for, and name everything else in the captions.",
  },
  baseModelFits: {
    title: "The base model",
    message: () => "Choose the base model by the look that the LoRA is to have, says the article.",
    remedy: () => "Use it with the same model, or with one made from it.",
  },
} satisfies Record<string, PlanRuleWords>;
