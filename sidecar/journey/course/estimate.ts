import type { Result } from "../../../protocol/validate.js";
import type { Call } from "../call.js";
import type { CourseOptions } from "./course-options.js";
import { triggerOf } from "./look-at-set.js";
import { modelsUsed } from "./look-at-training.js";

type Estimate = Result<"journey/estimate">;

/** The plan that would be proposed for the pictures as they lie now; null where none can be. */
async function examined(call: Call, folder: string, options: CourseOptions) {
  const { concept, trigger, model, steps, epochs, repeats, preset, planArguments } = options;
  const { plan } = await call("planning/propose", {
    folder,
    concept,
    repeats,
    arguments: planArguments,
    trigger: trigger ?? triggerOf(folder),
    ...(model === null ? {} : { model }),
    ...(steps === null ? {} : { steps }),
    ...(epochs === null ? {} : { epochs }),
    ...(preset === null ? {} : { preset }),
  });
  return call("planning/examine", { plan, concept });
}

/** What a course over this folder would cost, and what it may decide. Nothing is changed. */
export async function estimateCourse(call: Call, folder: string, options: CourseOptions): Promise<Estimate> {
  const { pictures } = await call("captions/stats", { folder, limit: 1 });
  // Pictures that cannot be read yet are told by the check.
  const looked = pictures === 0 ? null : await examined(call, folder, options).catch(() => null);
  const seconds = options.rehearsal ? null : (looked?.estimate.seconds ?? null);
  return {
    pictures,
    steps: looked?.steps?.exact ?? null,
    low: seconds?.low ?? null,
    high: seconds?.high ?? null,
    trigger: options.trigger ?? triggerOf(folder),
    permissions: { ...options.permissions },
    models: await modelsUsed({ call }),
  };
}
