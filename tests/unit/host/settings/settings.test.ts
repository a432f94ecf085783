import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { withoutPassword, withPasswords } from "../../../../sidecar/host/settings/addresses.js";
import { keptFilePath } from "../../../../sidecar/host/settings/kept-file.js";
import { localFilePath } from "../../../../sidecar/host/settings/local-file.js";
import { openSettings } from "../../../../sidecar/host/settings/settings.js";
import { takeOverSettings } from "../../../../sidecar/host/settings/take-over.js";
import { openDatabase } from "../../../../sidecar/store/database.js";
import { temporaryFolders } from "../../../support/temporary-folder.js";

const newFolder = temporaryFolders();
const keptIn = async (home: string): Promise<unknown> => JSON.parse(await readFile(keptFilePath(home), "utf8"));

test("what was set outlives the program, null gives the default again, and every change counts", async () => {
  const home = await newFolder();
  const settings = openSettings(home);
  expect([settings.get("tagger.existing"), settings.sourceOf("tagger.existing")]).toEqual(["skip", "default"]);

  settings.set({ "tagger.existing": "append", "tagger.threshold": 0.5 }, 0);
  settings.set({ "tagger.threshold": null });

  const again = openSettings(home);
  expect([again.get("tagger.existing"), again.sourceOf("tagger.existing")]).toEqual(["append", "kept"]);
  expect([again.get("tagger.threshold"), again.sourceOf("tagger.threshold")]).toEqual([null, "default"]);
  expect(again.revision()).toBe(2);
  expect(await readdir(home)).toEqual(["settings.json"]);
});

test("whoever knows an older state changes nothing", async () => {
  const home = await newFolder();
  const [one, other] = [openSettings(home), openSettings(home)];
  one.set({ "training.publish": "last" });

  expect(() => other.set({ "training.publish": "all", "webui.handOver": false }, 0)).toThrow(
    expect.objectContaining({ code: "changedElsewhere" }),
  );
  expect(await keptIn(home)).toEqual({ revision: 1, values: { "training.publish": "last" } });
  expect([other.get("training.publish"), other.revision()]).toEqual(["last", 1]);
});

test("the local file wins, and what it sets is changed only there", async () => {
  const home = await newFolder();
  openSettings(home).set({ "trainer.folder": "/opt/mine" });
  await writeFile(localFilePath(home), '[trainer]\nfolder = "/opt/house"\n[allow]\ntraining = true\n');
  const settings = openSettings(home);

  expect([settings.get("trainer.folder"), settings.sourceOf("trainer.folder")]).toEqual(["/opt/house", "localFile"]);
  expect(settings.get("allow.training")).toBe(true);
  expect(() => settings.set({ "training.publish": "all", "trainer.folder": "/opt/other" })).toThrow(
    expect.objectContaining({ code: "notAllowed" }),
  );
  expect(settings.get("training.publish")).toBe("none");
});

test.each(["{", "[]", '{"revision": 1}', '{"revision": "1", "values": {}}', ""])(
  "a broken file (%j) is set aside and told, and the defaults go on",
  async (text) => {
    const home = await newFolder();
    await writeFile(keptFilePath(home), text);
    await writeFile(join(home, "settings.broken-1.json"), "an earlier one");
    const settings = openSettings(home);

    expect(settings.get("webui.handOver")).toBe(true);
    expect(settings.problems()).toEqual([expect.objectContaining({ kind: "setAside", name: null })]);
    settings.set({ "webui.handOver": false });
    expect(openSettings(home).get("webui.handOver")).toBe(false);
    expect(await readFile(join(home, "settings.broken-2.json"), "utf8")).toBe(text);
    expect(await readFile(join(home, "settings.broken-1.json"), "utf8")).toBe("an earlier one");
  },
);

test("a value that does not fit counts as not set and is told; what a newer version knows stays", async () => {
  const home = await newFolder();
  const values = { "tagger.threshold": 7, "tagger.later": [1], roots: ["/"], "allow.training": true };
  await writeFile(keptFilePath(home), JSON.stringify({ revision: 4, values }));
  const settings = openSettings(home);

  expect(settings.get("tagger.threshold")).toBeNull();
  // Only the local file lets visitors in.
  expect([settings.get("roots"), settings.get("allow.training")]).toEqual([[], false]);
  expect(settings.problems().map(({ name }) => name)).toEqual(["tagger.threshold", "roots", "allow.training"]);
  settings.set({ "tagger.existing": "append" });
  expect(await keptIn(home)).toEqual({ revision: 5, values: { ...values, "tagger.existing": "append" } });
});

test("choices that earlier versions kept in the database are taken over once, and not over newer ones", async () => {
  const home = await newFolder();
  const database = openDatabase(home);
  const earlier = database.prepare("INSERT INTO training_setting (name, value) VALUES (?, ?)");
  earlier.run("sdScripts", "/opt/sd-scripts");
  earlier.run("keepWebuiMemory", "yes");
  earlier.run("automaticPublishing", "all");
  earlier.run("paused", "yes");
  database.exec("INSERT INTO webui_address (url, written) VALUES ('http://a:1', 'u:p@a:1')");
  const settings = openSettings(home);
  settings.set({ "training.publish": "last" });

  takeOverSettings(database, settings);
  settings.set({ "trainer.folder": null });
  takeOverSettings(database, settings);

  expect(settings.get("trainer.folder")).toBeNull();
  expect(settings.get("webui.handOver")).toBe(false);
  expect(settings.get("training.publish")).toBe("last");
  expect(settings.get("webui.addresses")).toEqual(["u:p@a:1"]);
  expect(database.prepare("SELECT name FROM training_setting").all()).toEqual([{ name: "paused" }]);
  database.close();
});

test("a password in an address is not told, and comes back to the address that is told without it", () => {
  const known = ["http://u:sec@ret@host:7860/sd", "http://other:7860", "me:secret@host"];
  const told = known.map(withoutPassword);

  expect(told).toEqual(["http://u:•••@host:7860/sd", "http://other:7860", "me:•••@host"]);
  expect(withPasswords([...told, "http://third:1"], known)).toEqual([...known, "http://third:1"]);
});
