import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, test } from "@jest/globals";
import { exposedRoots, localRoots } from "../../sidecar/host/roots.js";
import { settingTable } from "../../sidecar/host/settings/definitions.js";
import { allowedByFile, localFilePath, readLocalFile } from "../../sidecar/host/settings/local-file.js";
import { openStudio, type Studio } from "../../sidecar/server/studio.js";
import { settingNames } from "../../sidecar/words/setting-names.js";
import { atelier } from "../support/command.js";
import { drawPictures } from "../support/pictures.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();
const context = { signal: new AbortController().signal, progress: () => {} };
const open: Studio[] = [];
afterEach(async () => {
  for (const studio of open.splice(0)) await studio.close();
});

async function studioIn(home: string, roots: readonly string[] = []) {
  const studio = await openStudio(home, () => {});
  open.push(studio);
  const visitors = exposedRoots(roots, allowedByFile(readLocalFile(home)));
  return { own: studio.handlersFor(localRoots()), visitor: studio.handlersFor(visitors) };
}

/** A folder that passes for a trainer as long as nobody runs it. */
async function trainerFolder(): Promise<string> {
  const folder = await newFolder();
  await writeFile(join(folder, "train_network.py"), "");
  return folder;
}

test("what the settings name is what the rooms use, and the other way round", async () => {
  const [home, loras] = [await newFolder(), await newFolder()];
  const { own } = await studioIn(home);
  const preset = { name: "mine", choice: { thresholds: { character: 0.6 }, underscores: true } };
  await own["tagging/savePreset"](preset, context);

  const { revision } = await own["settings/set"](
    {
      values: {
        "folders.loras": loras,
        "training.publish": "last",
        "training.pauseOnFailure": true,
        "tagger.preset": "mine",
        "tagger.threshold": 0.5,
        "tagger.existing": "append",
        "webui.addresses": ["127.0.0.1:9"],
      },
      ifRevision: 0,
    },
    context,
  );
  expect(revision).toBe(1);
  expect(await own["training/resultsFolder"]({}, context)).toMatchObject({ folder: loras, automatic: "last" });
  expect(await own["training/queue"]({}, context)).toMatchObject({ pauseOnFailure: true });
  expect((await own["tagging/presets"]({}, context)).usual).toEqual({
    model: null,
    choice: { thresholds: { general: 0.5, character: 0.6 }, underscores: true },
    existing: "append",
  });
  await own["webui/memory"]({ handOver: false }, context);
  await own["webui/disconnect"]({ id: "http://127.0.0.1:9" }, context);
  const { settings } = await own["settings/list"]({}, context);
  const value = (name: string) => settings.find((one) => one.name === name)?.value;
  expect([value("webui.handOver"), value("webui.addresses")]).toEqual([false, []]);
});

test("the trainer of the settings is the trainer of training", async () => {
  const [home, first, second] = [await newFolder(), await trainerFolder(), await trainerFolder()];
  const { own } = await studioIn(home);

  await own["settings/set"]({ values: { "trainer.folder": first } }, context);
  expect((await own["training/trainers"]({}, context)).trainers[0]).toMatchObject({ folder: first, chosen: true });
  await own["training/chooseTrainer"]({ folder: second }, context);
  const { settings } = await own["settings/list"]({}, context);
  expect(settings.find(({ name }) => name === "trainer.folder")).toMatchObject({ value: second, source: "kept" });
});

test("a value that a room cannot use is refused with what it expects, and nothing of the request holds", async () => {
  const [home, file] = [await newFolder(), join(await newFolder(), "file")];
  await writeFile(file, "");
  const { own } = await studioIn(home);
  const refused: [string, string | number | string[], string][] = [
    ["tagger.threshold", 2, "badArguments"],
    ["tagger.existing", "never", "badArguments"],
    ["tagger.model", "no-such-tagger", "modelMissing"],
    ["tagger.preset", "no-such-preset", "notFound"],
    ["trainer.folder", home, "notFound"],
    ["trainer.folder", "relative", "badArguments"],
    ["folders.work", file, "notFound"],
    ["folders.models", [home, join(home, "absent")], "notFound"],
    ["node", home, "notFound"],
    ["webui.addresses", ["ftp://a"], "badArguments"],
    ["no.such", 1, "badArguments"],
  ];
  for (const [name, value, code] of refused) {
    const values = { "webui.handOver": false, [name]: value };
    await expect(own["settings/set"]({ values }, context)).rejects.toMatchObject({ code });
  }
  expect((await own["settings/list"]({}, context)).revision).toBe(0);
});

test("the password of a Redis is not told again, and stays when the rest is given back", async () => {
  const { own } = await studioIn(await newFolder());
  const set = async (values: Record<string, string>) => {
    const { settings } = await own["settings/set"]({ values }, context);
    return settings.find(({ name }) => name === "machines.queue")?.value;
  };
  const shown = await set({ "machines.queue": "redis://:pass@word@10.0.0.1" });
  expect(shown).toBe("redis://:•••@10.0.0.1");
  expect(await set({ "machines.queue": String(shown) })).toBe(shown);
  const kept = await readFile((await own["settings/list"]({}, context)).path ?? "", "utf8");
  expect(kept).toContain("redis://:pass@word@10.0.0.1");
  for (const [name, value] of [
    ["machines.queue", String(shown).replace("10.0.0.1", "10.0.0.2")],
    ["machines.queue", "10.0.0.1:6379"],
    ["machines.listen", "7871"],
    ["machines.address", "10.0.0.1:7871"],
  ])
    await expect(set({ [String(name)]: String(value) })).rejects.toMatchObject({ code: "badArguments" });
});

test("a visitor without a login sees no paths and sets only what harms nobody", async () => {
  const [home, data, trainer] = [await newFolder(), await newFolder(), await trainerFolder()];
  const toml = [`roots = ['${data}']`, "[trainer]", `folder = '${trainer}'`, "[allow]", "training = true"];
  await writeFile(localFilePath(home), toml.join("\n"));
  const { own, visitor } = await studioIn(home, [data]);
  await own["settings/set"]({ values: { "folders.work": data, "webui.addresses": ["http://u:p@a:1"] } }, context);

  const listed = await visitor["settings/list"]({}, context);
  const text = JSON.stringify(listed);
  for (const secret of [home, data, trainer, "u:p"]) expect(text).not.toContain(secret);
  expect(listed.settings.find(({ name }) => name === "trainer.folder")).toMatchObject({ hidden: true, value: null });
  for (const name of settingNames.filter((one) => settingTable[one].writer !== "anybody")) {
    for (const value of [null, data, true]) {
      await expect(visitor["settings/set"]({ values: { [name]: value } }, context)).rejects.toMatchObject({
        code: "notAllowed",
      });
    }
  }
  await visitor["settings/set"]({ values: { "tagger.threshold": 0.4 } }, context);
  // Not even the owner, by a page: somebody who got hold of one would let others in.
  for (const values of [{ roots: [home] }, { "allow.installs": true }, { "trainer.folder": null }]) {
    await expect(own["settings/set"]({ values }, context)).rejects.toMatchObject({ code: "notAllowed" });
  }
});

test("tag uses what `settings set` set, and what it is told itself wins", async () => {
  const [home, set] = [await newFolder(), await newFolder()];
  await drawPictures(set, 1);
  const json = async (words: string[]): Promise<unknown> => {
    const { code, stdout } = await atelier(home, [...words, "--json"]);
    return code === 0 ? JSON.parse(stdout) : code;
  };
  const generalTags = async (...words: string[]): Promise<unknown[]> =>
    Object(await json(["tag", set, ...words])).images[0].tags.filter(
      (tag: unknown) => Object(tag).category === "general",
    );

  expect(await json(["settings", "set", "tagger.threshold", "1"])).toMatchObject({ revision: 1 });
  expect(await generalTags()).toEqual([]);
  expect(await generalTags("--threshold", "0.35", "--existing", "overwrite")).not.toEqual([]);
});

test("a visitor whom the file allows to train chooses no programs and no places", async () => {
  const [home, data, trainer] = [await newFolder(), await newFolder(), await trainerFolder()];
  await writeFile(localFilePath(home), "[allow]\ntraining = true\ninstalls = true\n");
  const { visitor } = await studioIn(home, [data]);

  expect(await visitor["training/runs"]({}, context)).toMatchObject({ runs: [] });
  const refused = { code: "notAllowed" };
  await expect(visitor["training/chooseTrainer"]({ folder: trainer }, context)).rejects.toMatchObject(refused);
  await expect(visitor["training/trainers"]({ folder: trainer }, context)).rejects.toMatchObject(refused);
  await expect(visitor["training/resultsFolder"]({ folder: data }, context)).rejects.toMatchObject(refused);
  for (const wish of [{ python: "/usr/bin/python3" }, { revision: "main" }]) {
    await expect(visitor["training/install"](wish, context)).rejects.toMatchObject(refused);
  }
  await expect(visitor["webui/connect"]({ address: "127.0.0.1:9" }, context)).rejects.toMatchObject(refused);
});
