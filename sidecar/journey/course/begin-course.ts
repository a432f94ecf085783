import type { Params } from "../../../protocol/validate.js";
import type { Settings } from "../../host/settings/settings.js";
import type { CourseOptions } from "./course-options.js";
import type { CourseDecision, Permission } from "./course-steps.js";

/** The article's number of steps. */
const USUAL_STEPS = 7000;
const USUAL_REPEATS = 10;

/** What a course may decide where nobody says otherwise when it begins. */
export const permissionsSet = (settings: Pick<Settings, "get">): Record<CourseDecision, Permission> => ({
  rename: settings.get("course.rename"),
  arrange: settings.get("course.arrange"),
  prune: settings.get("course.prune"),
  plan: settings.get("course.plan"),
  train: settings.get("course.train"),
  sweep: settings.get("course.sweep"),
  install: settings.get("course.install"),
});

type Wished = NonNullable<Params<"journey/start">["options"]>;

/** The options of a course, with what was left open as usual. */
export function courseOptions(wished: Wished, usual: Record<CourseDecision, Permission>): CourseOptions {
  const { sweep = {} } = wished;
  const { strengths, prompts, seeds, files, width, height, steps } = sweep;
  return {
    concept: wished.concept ?? "character",
    trigger: wished.trigger ?? null,
    repeats: wished.repeats ?? USUAL_REPEATS,
    steps: wished.steps === undefined ? (wished.preset === undefined ? USUAL_STEPS : null) : wished.steps,
    epochs: wished.epochs ?? null,
    model: wished.model ?? null,
    preset: wished.preset ?? null,
    planArguments: wished.planArguments ?? {},
    taggers: wished.taggers ?? [],
    prune: wished.prune ?? "article",
    move: wished.move ?? false,
    into: wished.into ?? null,
    sweep: {
      ...(strengths === undefined ? {} : { strengths }),
      ...(prompts === undefined ? {} : { prompts }),
      ...(seeds === undefined ? {} : { seeds }),
      ...(files === undefined ? {} : { files }),
      ...(width === undefined ? {} : { width }),
      ...(height === undefined ? {} : { height }),
      ...(steps === undefined ? {} : { steps }),
    },
    permissions: { ...usual, ...wished.permissions },
    acceptNoVerdict: wished.acceptNoVerdict ?? false,
    rehearsal: wished.rehearsal ?? false,
  };
}
