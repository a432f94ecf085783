import { mkdir, readdir, writeFile } from "node:fs/promises";
import systemPath, { join, posix, win32 } from "node:path";
import { expect, test } from "@jest/globals";
import { placeInSnapshot } from "../../../../sidecar/host/hub/cache-link.js";
import { findModel } from "../../../../sidecar/host/hub/find-model.js";
import { hubCaches, modelFolders, type Surroundings, tokenFile } from "../../../../sidecar/host/hub/model-places.js";
import { knownModel, knownModels } from "../../../../sidecar/tagging/models/known-models.js";
import { localModels } from "../../../../sidecar/tagging/models/local-models.js";
import { enModels } from "../../../../sidecar/words/en-models.js";
import { jaModels } from "../../../../sidecar/words/ja-models.js";
import { temporaryFolders } from "../../../support/temporary-folder.js";

const newFolder = temporaryFolders();
const moat = knownModel("wd-v1-4-moat-tagger-v2");
const cl = knownModel("cella110n/cl_tagger");
if (!moat || !cl) throw new Error("the table lacks a model");

/** The same with tag lists that can be read: what is listed is looked into. */
async function putTagger(folder: string, files: readonly string[]): Promise<string> {
  await put(folder, files);
  for (const file of files) await writeFile(join(folder, file), contents[file] ?? "x");
  return folder;
}

const contents: Record<string, string> = {
  "selected_tags.csv": "tag_id,name,category\n1,smile,0\n",
  "tag_mapping.json": '{"0": {"tag": "smile", "category": "General"}}',
};

async function put(folder: string, files: readonly string[]): Promise<string> {
  await mkdir(folder, { recursive: true });
  for (const file of files) await writeFile(join(folder, file), "x");
  return folder;
}

const entry = "models--SmilingWolf--wd-v1-4-moat-tagger-v2";

/** The place of the model below a new folder, and the environment that leads there. */
const places: [string, string, (folder: string) => NodeJS.ProcessEnv][] = [
  ["HF_HUB_CACHE", `${entry}/snapshots/1`, (HF_HUB_CACHE) => ({ HF_HUB_CACHE })],
  ["HUGGINGFACE_HUB_CACHE", `${entry}/snapshots/1`, (HUGGINGFACE_HUB_CACHE) => ({ HUGGINGFACE_HUB_CACHE })],
  ["HF_HOME", `hub/${entry}/snapshots/1`, (HF_HOME) => ({ HF_HOME })],
  ["XDG_CACHE_HOME", `huggingface/hub/${entry}/snapshots/1`, (XDG_CACHE_HOME) => ({ XDG_CACHE_HOME })],
  ["the home folder", `.cache/huggingface/hub/${entry}/snapshots/1`, () => ({})],
  [
    "kohya's folder",
    "SmilingWolf_wd-v1-4-moat-tagger-v2",
    (folder) => ({ ATELIER_MODEL_FOLDERS: ["/none", folder].join(systemPath.delimiter) }),
  ],
  [
    "kohya's folder inside kohya's",
    "wd14_tagger_model/SmilingWolf_wd-v1-4-moat-tagger-v2",
    (ATELIER_MODEL_FOLDERS) => ({ ATELIER_MODEL_FOLDERS }),
  ],
  ["a folder by its name", "wd-v1-4-moat-tagger-v2", (folder) => ({ ATELIER_MODEL_FOLDERS: folder })],
  [
    "the very folder",
    "a/wd-v1-4-moat-tagger-v2",
    (folder) => ({ ATELIER_MODEL_FOLDERS: join(folder, "a/wd-v1-4-moat-tagger-v2") }),
  ],
  ["our own folder", "models/wd-v1-4-moat-tagger-v2", () => ({})],
  ["TaggerOnnx", "models/TaggerOnnx/wd-v1-4-moat-tagger-v2", (ATELIER_WEBUI_ROOT) => ({ ATELIER_WEBUI_ROOT })],
  ["interrogators", `models/interrogators/${entry}/snapshots/1`, (ATELIER_WEBUI_ROOT) => ({ ATELIER_WEBUI_ROOT })],
];

test.each(places)("found through %s", async (_, place, environment) => {
  const home = await newFolder();
  const around = { environment: environment(home), home, path: systemPath, state: home };
  const before = await findModel(moat, around);

  const folder = await put(join(home, place), moat.files);

  expect(before).toBeNull();
  expect(await findModel(moat, around)).toMatchObject({ folder, bytes: 2 });
});

test("what main means comes first; a snapshot that is not whole, or has an empty file, is passed over", async () => {
  const home = await newFolder();
  const cache = join(home, ".cache/huggingface/hub", entry);
  const around = { environment: {}, home, path: systemPath, state: home };
  for (const commit of ["1", "2", "3"]) await put(join(cache, "snapshots", commit), moat.files);
  await put(join(cache, "refs"), []);
  await writeFile(join(cache, "refs/main"), "2");

  const main = await findModel(moat, around);
  await writeFile(join(cache, "snapshots/2/model.onnx"), "");
  const other = await findModel(moat, around);

  expect(main?.folder).toBe(join(cache, "snapshots/2"));
  expect(other?.folder).toMatch(/[13]$/);
});

test("a model in a folder of its repository is found there", async () => {
  const home = await newFolder();
  const around = { environment: {}, home, path: systemPath, state: home };

  const folder = await put(
    join(home, ".cache/huggingface/hub/models--cella110n--cl_tagger/snapshots/1/cl_tagger_1_02"),
    cl.files,
  );

  expect(await findModel(cl, around)).toMatchObject({ folder });
});

test("what lies in the user's folders and is in no table is listed, known ones are not listed twice", async () => {
  const home = await newFolder();
  const around = { environment: { ATELIER_WEBUI_ROOT: home }, home, path: systemPath, state: home };
  const mine = await putTagger(join(home, "models/my-tagger"), moat.files);
  const webui = await putTagger(join(home, "models/TaggerOnnx/another"), cl.files);
  await put(join(home, "models/wd-v1-4-moat-tagger-v2"), moat.files);
  await put(join(home, "models/half"), ["model.onnx"]);

  const found = await localModels(around);

  expect(found.map(({ folder, layout }) => [folder, layout])).toEqual([
    [mine, "SmilingWolf"],
    [webui, "cl_tagger"],
  ]);
});

const windows: Surroundings = {
  environment: {
    HF_HOME: "D:\\hf",
    ATELIER_MODEL_FOLDERS: "D:\\kohya\\wd14_tagger_model;E:\\models",
    ATELIER_WEBUI_ROOT: "C:\\webui",
  },
  home: "C:\\Users\\okara",
  path: win32,
  state: "C:\\state",
};

test("on Windows the same places have their names there", () => {
  expect(hubCaches(windows)).toEqual(["D:\\hf\\hub", "C:\\Users\\okara\\.cache\\huggingface\\hub"]);
  expect(modelFolders(windows)).toEqual({
    own: [
      "C:\\state\\models",
      "D:\\kohya\\wd14_tagger_model",
      "D:\\kohya\\wd14_tagger_model\\wd14_tagger_model",
      "E:\\models",
      "E:\\models\\wd14_tagger_model",
    ],
    webui: ["C:\\webui\\models\\TaggerOnnx", "C:\\webui\\models\\interrogators"],
  });
  expect(tokenFile(windows)).toBe("D:\\hf\\token");
});

test("~ is the home folder, and the order is that of huggingface_hub", () => {
  const environment = { HF_HUB_CACHE: "~/a", HUGGINGFACE_HUB_CACHE: "/b", HF_HOME: "/c", XDG_CACHE_HOME: "/d" };
  const around = { environment, home: "/home/okara", path: posix, state: "/s" };

  expect(hubCaches(around)).toEqual([
    "/home/okara/a",
    "/b",
    "/c/hub",
    "/d/huggingface/hub",
    "/home/okara/.cache/huggingface/hub",
  ]);
});

test("without links a new file itself goes to its place, one that others may use is copied", async () => {
  const home = await newFolder();
  const refuse = async (): Promise<void> => {
    throw Object.assign(new Error("no"), { code: "EPERM" });
  };
  await put(join(home, "blobs"), ["new", "old"]);
  for (const fresh of [true, false]) {
    const name = fresh ? "new" : "old";
    const paths = { blob: join(home, "blobs", name), place: join(home, "snapshots/1", name) };
    await placeInSnapshot({ ...paths, bytes: 1, fresh }, refuse);
  }

  expect(await readdir(join(home, "blobs"))).toEqual(["old"]);
  expect(await readdir(join(home, "snapshots/1"))).toEqual(["new", "old"]);
});

test("every known model has its sentence in both languages, and no sentence is left over", () => {
  const names = ["atelier-tiny-tagger", ...knownModels.map(({ name }) => name)].sort();

  expect(Object.keys(enModels).sort()).toEqual(names);
  expect(Object.keys(jaModels).sort()).toEqual(names);
});

test.each(["../../etc/passwd", "a/..", "C:\\models\\x", "/models/x", "no-such-tagger", ""])(
  "%j is neither a name nor a repository",
  (text) => {
    expect(knownModel(text)).toBeNull();
  },
);

test("a repository that is in no table is taken for one in the usual layout", () => {
  expect(knownModel("okara/my-wd-tagger")).toMatchObject({
    repository: "okara/my-wd-tagger",
    files: ["selected_tags.csv", "model.onnx"],
  });
});
