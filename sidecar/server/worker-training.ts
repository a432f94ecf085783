import { openSettings } from "../host/settings/settings.js";
import type { LongWorkKind } from "../machines/worker/long-work.js";
import { trainerChoice } from "../training/trainer/trainer-choice.js";
import { trainingWork } from "../training/visiting/training-work.js";

/**
 * Training as a machine offers it to a studio, with the trainer that a studio of this machine would use.
 * @param trainer a folder, where one was named @throws StudioError "notFound" when it holds none
 */
export async function workerTraining(stateFolder: string, trainer: string | undefined): Promise<LongWorkKind> {
  const settings = openSettings(stateFolder);
  const trainers = trainerChoice(settings, stateFolder);
  return trainingWork({
    trainer: await trainers.chosen(trainer),
    standIn: trainers.standIn(),
    ownCode: settings.get("allow.customModules"),
  });
}
