import { type Database, transaction } from "../../store/database.js";
import { isSettingName } from "../../words/setting-names.js";
import { publishedBySelf } from "./definitions.js";
import type { SettingChanges, Settings } from "./settings.js";

const names = ["sdScripts", "python", "resultsFolder", "automaticPublishing", "pauseOnFailure", "keepWebuiMemory"];

const isUnset = (settings: Settings, name: string): boolean =>
  isSettingName(name) && settings.sourceOf(name) === "default";

/** Moves choices that earlier versions kept in the database into the settings, once; what was set since then stays. */
export function takeOverSettings(database: Database, settings: Settings): void {
  const rows = database.prepare("SELECT name, value FROM training_setting").all();
  const kept = new Map(rows.map((row: unknown) => [String(Object(row).name), String(Object(row).value)]));
  const addresses = database.prepare("SELECT written FROM webui_address ORDER BY url").all();
  if (addresses.length === 0 && !names.some((name) => kept.has(name))) return;
  const before: SettingChanges = {
    "trainer.folder": kept.get("sdScripts") ?? null,
    "trainer.python": kept.get("python") ?? null,
    "folders.loras": kept.get("resultsFolder") ?? null,
    "training.publish": publishedBySelf.find((choice) => choice === kept.get("automaticPublishing")) ?? null,
    "training.pauseOnFailure": kept.has("pauseOnFailure") ? true : null,
    "webui.handOver": kept.has("keepWebuiMemory") ? false : null,
    "webui.addresses": addresses.length === 0 ? null : addresses.map((row: unknown) => String(Object(row).written)),
  };
  const wanted = Object.entries(before).filter(([, value]) => value !== null);
  const changes: SettingChanges = Object.fromEntries(wanted.filter(([name]) => isUnset(settings, name)));
  if (Object.keys(changes).length > 0) settings.set(changes);
  transaction(database, () => {
    database.exec("DELETE FROM webui_address");
    const remove = database.prepare("DELETE FROM training_setting WHERE name = ?");
    for (const name of names) remove.run(name);
  });
}
