import { openSettings } from "../host/settings/settings.js";
import { StudioError } from "../host/studio-error.js";
import type { LongWorkKind } from "../machines/worker/long-work.js";
import { trainerChoice } from "../training/trainer/trainer-choice.js";
import { trainingWork } from "../training/visiting/training-work.js";
import { trainerEn } from "../words/trainer-en.js";

/**
 * Training as a machine offers it to a studio, with the trainer that a studio of this machine would use.
 * @param trainer a folder, where one was named @throws StudioError "notFound" when it holds none
 */
export async function workerTraining(stateFolder: string, trainer: string | undefined): Promise<LongWorkKind> {
  const settings = openSettings(stateFolder);
  const trainers = trainerChoice(settings, stateFolder);
  const chosen = await trainers.chosen(trainer);
  if (trainer !== undefined && chosen?.origin !== "given")
    throw new StudioError("notFound", trainerEn.missed(trainer), trainerEn.missedRemedy);
  return trainingWork({
    trainer: chosen,
    standIn: trainers.standIn(),
    ownCode: settings.get("allow.customModules"),
  });
}
