import { existsSync } from "node:fs";
import { reportError } from "../../host/studio-error.js";
import type { CourseFacts, FactsOf } from "./course-facts.js";
import type { CourseStep } from "./course-steps.js";
import { lookAtArrange, lookAtCheck, lookAtPrune, lookAtRename, lookAtTags, lookAtTrigger } from "./look-at-set.js";
import { lookAtRecommendation, lookAtSweep } from "./look-at-sweep.js";
import { lookAtPlan, lookAtTrain } from "./look-at-training.js";
import type { LookingCourse } from "./looking-course.js";

const looks: { [S in CourseStep]: (looking: LookingCourse) => Promise<FactsOf[S]> } = {
  check: lookAtCheck,
  rename: lookAtRename,
  arrange: lookAtArrange,
  tag: lookAtTags,
  trigger: lookAtTrigger,
  prune: lookAtPrune,
  plan: lookAtPlan,
  train: lookAtTrain,
  sweep: lookAtSweep,
  recommend: lookAtRecommendation,
  report: async ({ course: { notes } }) => ({
    path: notes.report !== null && existsSync(notes.report) ? notes.report : null,
  }),
};

async function looked<S extends CourseStep>(step: S, looking: LookingCourse): Promise<CourseFacts> {
  const entry = await looks[step](looking).then(
    (facts) => ({ facts }),
    (error: unknown) => ({ error: reportError(error) }),
  );
  return { [step]: entry };
}

/** What is known with this step looked at anew; why it could not be looked at is known then, too. */
export const lookAgain = async (
  known: CourseFacts,
  step: CourseStep,
  looking: LookingCourse,
): Promise<CourseFacts> => ({ ...known, ...(await looked(step, looking)) });
