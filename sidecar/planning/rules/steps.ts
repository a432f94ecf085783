import { familyNamed } from "../families.js";
import { optimizerKind, optimizerOf, relativeStep, warmupSteps } from "./optimizer-reading.js";
import { found, mainRate, picturesOf } from "./plan-reading.js";
import type { ConceptKind, Rule, RuleContext } from "./rule.js";

/** Pictures shown in the whole run, which is what guides call steps: they count with a batch size of 1. */
function showingsOf({ steps }: RuleContext): number | null {
  if (!steps || steps.perEpoch <= 0) return null;
  return Math.round((steps.showings * steps.exact) / steps.perEpoch);
}
function showingsPerPicture(context: RuleContext): number | null {
  const showings = showingsOf(context);
  const images = context.steps?.images ?? 0;
  return showings === null || images <= 0 ? null : showings / images;
}

const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));

/** Steps that guides other than the article advise (LoRA Dataset Studio, kohya-colab). */
function otherGuides(concept: ConceptKind, images: number): readonly [least: number, most: number] {
  if (concept === "style") return [1000, 3000];
  if (concept === "character") return [1500, 3500];
  return [1500, clamp(Math.round((475 * Math.sqrt(images)) / 100) * 100, 3000, 12000)];
}
const articleRange = [5000, 8000] as const;

/**
 * The learning rate as a multiple of what is usual for the optimizer; 1 where the optimizer finds it itself. What is far off
 * counts only so much: 100 times the rate is not 100 times the learning.
 */
function speed(context: RuleContext): number {
  const rate = mainRate(context);
  if (rate === null || relativeStep(context)) return 1;
  const usual = { adam: 1e-4, lion: 3e-5, adafactor: 1e-4, scheduleFree: 1e-3, adaptive: 1, other: rate };
  return clamp(rate / usual[optimizerKind(context)], 0.2, 3);
}

/** Above this each picture has been seen so often that it is known by heart. */
const byHeart = 1000;
/** Below this, a network that began as zero has hardly moved. */
const hardlyMoved = 300;

const tooLong = (context: RuleContext): boolean => (showingsPerPicture(context) ?? 0) * speed(context) > byHeart;
const tooShort = (context: RuleContext): boolean =>
  context.steps !== null && context.steps.exact > 0 && context.steps.exact * speed(context) < hardlyMoved;

const values = (context: RuleContext) => {
  const images = context.steps?.images ?? 0;
  const [least, most] = otherGuides(context.concept, images);
  return {
    showings: showingsOf(context) ?? 0,
    perPicture: Math.round(showingsPerPicture(context) ?? 0),
    steps: context.steps?.exact ?? 0,
    pictures: images,
    rate: mainRate(context) ?? 0,
    least,
    most,
    articleLeast: articleRange[0],
    articleMost: articleRange[1],
  };
};

export const stepRules: readonly Rule[] = [
  {
    name: "overfitting",
    severity: "warning",
    argument: null,
    sources: ["article", "kohyaColab", "datasetStudio"],
    likelihood: "likely",
    check: (context) => found(tooLong(context) && !tooShort(context), values(context)),
  },
  {
    name: "underfitting",
    severity: "warning",
    argument: null,
    sources: ["article"],
    likelihood: "likely",
    check: (context) => found(tooShort(context), values(context)),
  },
  {
    name: "stepsFew",
    severity: "warning",
    argument: "max_train_epochs",
    sources: ["article", "datasetStudio", "kohyaColab"],
    check(context) {
      const showings = showingsOf(context);
      if (showings === null || tooShort(context)) return [];
      return found(showings < otherGuides(context.concept, context.steps?.images ?? 0)[0], values(context));
    },
  },
  {
    name: "stepsMany",
    severity: "warning",
    argument: "max_train_epochs",
    sources: ["article", "datasetStudio", "kohyaColab"],
    check(context) {
      const showings = showingsOf(context);
      if (showings === null || tooLong(context)) return [];
      const images = context.steps?.images ?? 0;
      // More pictures want more steps, whatever the guide.
      const most = Math.max(articleRange[1], otherGuides(context.concept, images)[1], images * 100);
      return found(showings > most, values(context));
    },
  },
  {
    name: "stepsDisagree",
    severity: "note",
    argument: "max_train_epochs",
    sources: ["article", "datasetStudio", "kohyaColab"],
    check(context) {
      const showings = showingsOf(context);
      if (showings === null) return [];
      const [least, most] = otherGuides(context.concept, context.steps?.images ?? 0);
      const others = showings >= least && showings <= most;
      const article = showings >= articleRange[0] && showings <= articleRange[1];
      return found(others !== article, values(context));
    },
  },
  {
    name: "adafactorSlow",
    severity: "warning",
    argument: "max_train_epochs",
    sources: ["article"],
    check(context) {
      const showings = showingsOf(context);
      return found(
        optimizerOf(context) === "adafactor" &&
          showings !== null &&
          showings < articleRange[0] &&
          !tooShort(context) &&
          !tooLong(context),
        values(context),
      );
    },
  },
  {
    name: "manyPictures",
    severity: "note",
    argument: "max_train_epochs",
    sources: ["article"],
    check: (context) => found((picturesOf(context) ?? 0) > 100 && context.steps !== null, values(context)),
  },
  {
    name: "fewShowings",
    severity: "warning",
    argument: "max_train_epochs",
    sources: ["article", "animaStudio"],
    check(context) {
      const perPicture = showingsPerPicture(context);
      return found(perPicture !== null && perPicture < 5 && !tooShort(context), values(context));
    },
  },
  {
    name: "kohyaEpochs",
    severity: "note",
    argument: "max_train_epochs",
    sources: ["kohyaGui", "trainUtil"],
    check({ plan, steps }) {
      if (!steps || plan.length.by !== "kohyaEpochs") return [];
      return found(steps.epochs !== plan.length.value, {
        planned: plan.length.value,
        begun: steps.epochs,
        steps: steps.exact,
      });
    },
  },
  {
    name: "warmupTooLong",
    severity: "warning",
    argument: "lr_warmup_steps",
    sources: ["trainUtil"],
    likelihood: "likely",
    check(context) {
      const steps = context.steps?.exact ?? 0;
      const warmup = warmupSteps(context);
      return found(steps > 0 && warmup * 2 > steps && !relativeStep(context), { warmup, steps });
    },
  },
  {
    name: "trainingTime",
    severity: "note",
    argument: null,
    sources: ["article"],
    check(context) {
      const { plan, steps, facts } = context;
      const [width, height] = facts.data?.datasets[0]?.resolution ?? [0, 0];
      const batch = facts.data?.datasets[0]?.batchSize ?? 1;
      // The article's figure is of Stable Diffusion 1.5 at about its size.
      const like = plan.family === "sd15" && width * height >= 350_000 && width * height <= 650_000;
      const minutes = ((steps?.exact ?? 0) * batch * 60) / 7000;
      return found(like && minutes >= 1, {
        least: Math.round(minutes),
        most: Math.round(minutes * 1.5),
        family: familyNamed(plan.family).title,
      });
    },
  },
];
