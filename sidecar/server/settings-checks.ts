import { stat } from "node:fs/promises";
import { isAbsolute } from "node:path";
import type { SettingValue } from "../host/settings/definitions.js";
import { StudioError } from "../host/studio-error.js";
import { listenAt } from "../machines/listen-at.js";
import { queueAddress } from "../machines/queue/queue-address.js";
import { requireWebAddress } from "../machines/studio-address.js";
import type { Database } from "../store/database.js";
import { openModel } from "../tagging/model.js";
import { isModelName } from "../tagging/models/ready-model.js";
import { presetNamed, presets } from "../tagging/presets.js";
import { findTrainers } from "../training/trainer/find-trainers.js";
import { webuiAddress } from "../webui/http-request.js";
import { say } from "../words/sentence.js";
import type { SettingName } from "../words/setting-names.js";
import { trainerEn } from "../words/trainer-en.js";

interface Room {
  database: Database;
  stateFolder: string;
}

type Check = (value: SettingValue, room: Room) => Promise<unknown>;

/** What each room asks of a value of its own, beyond its kind. */
const checks: Partial<Record<SettingName, Check>> = {
  async "tagger.model"(value, { stateFolder }) {
    const model = String(value);
    if (isModelName(model)) return;
    if (isAbsolute(model)) await openModel(model, stateFolder);
    else {
      throw new StudioError(
        "modelMissing",
        say('There is no tagger "{model}".', { model }),
        say("`models list` has the names; a folder is given by its full path."),
      );
    }
  },
  "tagger.preset": async (value, { database }) => presetNamed(presets(database), String(value)),
  async "trainer.folder"(value) {
    const { trainers } = await findTrainers(String(value));
    if (trainers.some(({ origin }) => origin === "given")) return;
    throw new StudioError("notFound", trainerEn.missed(String(value)), trainerEn.missedRemedy);
  },
  "machines.queue": async (value) => queueAddress(String(value)),
  "machines.listen": async (value) => listenAt(String(value)),
  "machines.address": async (value) => requireWebAddress(String(value)),
  "webui.addresses": async (value) => (Array.isArray(value) ? value.map((one) => webuiAddress(String(one))) : value),
};

/** The thing at a path must be there: a spelling mistake is told now, not in an hour. @throws StudioError "notFound" */
export async function requireThere(path: string, kind: "folder" | "file"): Promise<void> {
  const found = await stat(path).catch(() => null);
  if (kind === "folder" ? found?.isDirectory() : found?.isFile()) return;
  const message =
    kind === "folder"
      ? say("There is no folder {path}; the full path of one is expected.", { path })
      : say("There is no file {path}; the full path of one is expected.", { path });
  throw new StudioError("notFound", message, say("Check the spelling."));
}

/** @throws StudioError that says what the room expects of this value */
export async function checkSetting(name: SettingName, value: SettingValue, room: Room): Promise<void> {
  await checks[name]?.(value, room);
}
