import { exposedRoots } from "../../host/roots.js";
import { reportError, StudioError } from "../../host/studio-error.js";
import type { TrainingPlan } from "../../planning/plan.js";
import { say } from "../../words/sentence.js";
import { requireVisitorsPlan } from "../visitor-plan.js";

const allowThere = say("Leave it out, or allow it there: allow.customModules in that machine's local settings file.");

/**
 * The studio may have this machine's trainer started with known arguments, on files that came or that both see; code of its own
 * only where this machine's local settings allow that (`allow.customModules`).
 * @param folders in which the run's files lie
 * @throws StudioError "notAllowed" | "outsideRoots"
 */
export async function requirePermitted(
  plan: TrainingPlan,
  { folders, ownCode }: { folders: readonly string[]; ownCode: boolean },
): Promise<void> {
  if (ownCode) return;
  // Which port its processes meet at is nobody's secret, and a run on several cards names one.
  const { main_process_port: _port, ...launch } = plan.launch;
  await requireVisitorsPlan({ ...plan, launch }, exposedRoots(folders)).catch((error: unknown) => {
    const { code, message, said } = reportError(error);
    if (code !== "notAllowed" && code !== "outsideRoots") throw error;
    throw new StudioError("notAllowed", said?.message ?? message, allowThere);
  });
}
