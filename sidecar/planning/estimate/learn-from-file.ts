import type { Result } from "../../../protocol/validate.js";
import { readSafetensorsHeader } from "../../host/safetensors.js";
import { StudioError } from "../../host/studio-error.js";
import type { Database } from "../../store/database.js";
import { say } from "../../words/sentence.js";
import { planFromMetadata } from "../metadata/plan-from-metadata.js";
import { planValues, resolutionOf } from "../plan-values.js";
import { learnSpeed } from "./learned-speeds.js";

type Learned = Result<"planning/learnSpeed">["learned"][number];

/**
 * Learns how fast the run of a LoRA file was, by what the trainer wrote into it.
 * @throws StudioError "badArguments" when the file does not tell
 */
export async function learnFromFile(database: Database, path: string): Promise<Learned> {
  const header = await readSafetensorsHeader(path);
  const { plan, secondsPerStep } = planFromMetadata(path, header);
  const values = planValues(plan);
  const size = resolutionOf(values.value("resolution"));
  if (secondsPerStep === null || size === null) {
    throw new StudioError(
      "badArguments",
      say("{path} does not tell how long it was trained.", { path }),
      say("Only files that a whole run saved at its end hold both times."),
    );
  }
  const shown = values.number("train_batch_size", 1) * values.number("gradient_accumulation_steps", 1);
  const megapixels = (size[0] * size[1] * Math.max(1, shown)) / 1e6;
  const steps = Math.max(1, Number(header.metadata.get("ss_steps") ?? 1));
  const run = header.metadata.get("ss_session_id") ?? path;
  learnSpeed(database, { run, family: plan.family, steps, secondsPerMegapixel: secondsPerStep / megapixels });
  return { path, family: plan.family, steps, secondsPerStep };
}
