import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { methodDocuments } from "../../../protocol/documents.js";
import { exposedRoots, localRoots } from "../../../sidecar/host/roots.js";
import { changeNews } from "../../../sidecar/server/change-news.js";
import { temporaryFolders } from "../../support/temporary-folder.js";

const newFolder = temporaryFolders();
const page = { client: {}, name: "page" };

test("others are told of a change with its folders and a rising number; looking and trying are no changes", async () => {
  const folder = await newFolder();
  const news = changeNews();
  const heard: unknown[] = [];
  news.listen(localRoots(), (change, client) => heard.push({ ...change, own: client === page.client }));

  await news.tell({ method: "captions/list", params: { folder } }, page);
  await news.tell({ method: "captions/edit", params: { folder, edits: [], dryRun: true } }, page);
  await news.tell({ method: "training/queue", params: {} }, page);
  await news.tell({ method: "captions/edit", params: { folder, edits: [] } }, page);
  await news.tell({ method: "training/queue", params: { paused: true } }, { name: "script" });

  expect(heard).toEqual([
    { room: "captions", folders: [folder], revision: 1, who: "page", own: true },
    { room: "training", folders: [], revision: 2, who: "script", own: false },
  ]);
});

test("a visitor is told of changes inside the roots and of no others", async () => {
  const base = await newFolder();
  const [root, other] = [join(base, "root"), join(base, "other")];
  for (const folder of [root, other]) await mkdir(folder);
  const news = changeNews();
  const heard: string[][] = [];
  const told = new Promise<void>((resolve) => {
    news.listen(exposedRoots([root]), ({ folders }) => {
      heard.push(folders);
      if (folders[0] === root) resolve();
    });
  });

  await news.tell({ method: "captions/edit", params: { folder: other, edits: [] } }, page);
  await news.tell({ method: "captions/move", params: { folder: root, to: other } }, page);
  await news.tell({ method: "planning/remove", params: { id: 1 } }, page);
  await news.tell({ method: "captions/edit", params: { folder: root, edits: [] } }, page);
  await told;

  expect(heard).toEqual([[root]]);
});

// Why others need not be told: nothing changed, a job tells of itself, or what was written is nobody's view of this studio.
const untold: Record<string, Record<string, string>> = {
  looks: {
    captions: "complete conflicts doubts following history infotext list prune stats tokens trash",
    dataset: `browse buckets check cutoutModels cutoutPreview cutoutReport duplicates recent resizePreview resizeReport scan subjects
      trainingFolder verify`,
    host: "cuda doctor",
    job: "get list wait",
    journey: "estimate get list",
    lineage: "compare next of",
    machine: "list",
    planning: "compare examine get import parameters plans presets propose samplePrompts solve",
    project: "list show",
    settings: "list",
    sweep: `axes ballot candidates cell cells fromPicture get list look nextPlan propose report saved scores sendCell sheet strengths
      tags votes`,
    tagging: "advise disagreements interrogate models presets preview report scores spread",
    training: `cards compare curves gpu installLog installPlan installState log preflight published run runs samples toolList toolRun
      toolRuns trainers verifyFile`,
    webui: "list",
  },
  jobs: {
    dataset: "cutout cutoutDownload measure resize",
    host: "installCuda",
    job: "cancel",
    tagging: "download start",
  },
  elsewhere: {
    dataset: "export",
    planning: "export",
    project: "export report",
    sweep: "export",
    tagging: "export unload",
    training: "tensorboard",
    webui: "attach",
  },
};

test("every method either tells the others, or it is known why not", async () => {
  const news = changeNews();
  let heard = "";
  news.listen(localRoots(), ({ room }) => {
    heard = room;
  });
  const told: string[] = [];
  const rooms = methodDocuments().filter(({ name }) => name.includes("/"));
  for (const { name } of rooms) {
    heard = "";
    await news.tell({ method: name, params: { id: 1 } }, page);
    if (heard !== "") told.push(name);
  }
  const known = Object.values(untold)
    .flatMap((reason) => Object.entries(reason))
    .flatMap(([room, verbs]) => verbs.split(/\s+/).map((verb) => `${room}/${verb}`));

  expect([...told, ...known].sort()).toEqual(rooms.map(({ name }) => String(name)).sort());
});
