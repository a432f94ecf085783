import type { Params, Result } from "../../protocol/validate.js";
import { StudioError } from "../host/studio-error.js";
import { say } from "../words/sentence.js";
import type { SettingName } from "../words/setting-names.js";
import { installFiles } from "./installer/install-files.js";
import { planView, stateView } from "./installer/install-view.js";
import { planInstall } from "./installer/plan-install.js";
import { cancelInstaller, isInstalling, startInstaller } from "./installer/start-installer.js";
import { requireInstaller } from "./require-owner.js";
import { logPart } from "./runs/log-tail.js";
import { setTrainingSetting, trainingSetting } from "./runs/run-table.js";
import { trainerSurroundings } from "./trainer/trainer-places.js";
import type { TrainingRoom } from "./training-room.js";
import { requireOwnersPrograms } from "./visitor-plan.js";

const LOG_BYTES = 65_536;

/** The methods that install the trainer. */
export function installMethods(room: Pick<TrainingRoom, "database" | "roots" | "settings" | "trainers">) {
  const { database, settings } = room;
  /** Where a visitor may install, the place lies in the roots, and the Python is the one that is found. */
  const permitted = async (wish: Params<"training/install">): Promise<Params<"training/install">> => {
    if (!room.roots.exposed) return wish;
    requireOwnersPrograms({ python: wish.python }, room);
    return wish.folder === undefined ? wish : { ...wish, folder: await room.roots.permitNew(wish.folder) };
  };
  const newest = (): string => {
    const folder = trainingSetting(database, "install");
    if (folder !== null) return folder;
    throw new StudioError(
      "notFound",
      say("No trainer was installed by this studio yet."),
      say("`train install` does it."),
    );
  };
  /** The trainer that came out becomes the one that runs use: once, so that a later choice of the user stays. */
  const settle = (state: ReturnType<typeof stateView>): void => {
    if (state?.state !== "succeeded") return;
    const mark = `${state.folder} ${state.ended}`;
    if (trainingSetting(database, "installed") === mark) return;
    const isFixed = (name: SettingName): boolean => settings.sourceOf(name) === "localFile";
    if (!isFixed("trainer.folder")) settings.set({ "trainer.folder": state.folder });
    if (!isFixed("trainer.python")) settings.set({ "trainer.python": null });
    setTrainingSetting(database, "installed", mark);
  };
  // It may have come to its end while no sidecar was there.
  const before = trainingSetting(database, "install");
  if (before !== null) settle(stateView(before));
  return {
    async "training/installPlan"(wish: Params<"training/installPlan">): Promise<Result<"training/installPlan">> {
      requireInstaller(room, wish);
      return planView(await planInstall(await permitted(wish), trainerSurroundings()));
    },
    async "training/install"(wish: Params<"training/install">): Promise<Result<"training/install">> {
      requireInstaller(room, wish);
      const running = trainingSetting(database, "install");
      if (running !== null && isInstalling(running)) {
        throw new StudioError(
          "busy",
          say("An installation in {running} is at work.", { running }),
          say("Wait for its end, or cancel it."),
        );
      }
      const { order, problems } = await planInstall(await permitted(wish), trainerSurroundings());
      const first = problems.find(({ severity }) => severity === "error");
      if (first !== undefined) throw new StudioError("badArguments", first.message, first.remedy);
      if (isInstalling(order.folder)) {
        throw new StudioError(
          "busy",
          say("An installation in {folder} is at work.", { folder: order.folder }),
          say("Wait for its end."),
        );
      }
      setTrainingSetting(database, "install", order.folder);
      await startInstaller(order);
      return { folder: order.folder };
    },
    async "training/installState"(): Promise<Result<"training/installState">> {
      requireInstaller(room);
      const folder = trainingSetting(database, "install");
      const install = folder === null ? null : stateView(folder);
      settle(install);
      return { install };
    },
    async "training/cancelInstall"(): Promise<Result<"training/cancelInstall">> {
      requireInstaller(room);
      const folder = newest();
      await cancelInstaller(folder);
      return { folder };
    },
    async "training/installLog"({
      from,
      bytes,
    }: Params<"training/installLog">): Promise<Result<"training/installLog">> {
      requireInstaller(room);
      return logPart(installFiles(newest()).log, from ?? -LOG_BYTES, bytes ?? LOG_BYTES);
    },
  };
}
