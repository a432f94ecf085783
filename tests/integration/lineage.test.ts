import { copyFile, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import sharp from "sharp";
import type { MethodName, Params, Result } from "../../protocol/validate.js";
import { localRoots } from "../../sidecar/host/roots.js";
import { planNextVersion } from "../../sidecar/journey/lineage/next/next-version.js";
import { callOf, type Handlers, route } from "../../sidecar/server/router.js";
import { openStudio, type Studio } from "../../sidecar/server/studio.js";
import { digestFile } from "../../sidecar/store/file-content.js";
import { addSweep } from "../../sidecar/sweep/cells/sweep-table.js";
import { resolveSweep } from "../../sidecar/sweep/plan/resolve-sweep.js";
import { reason } from "../../sidecar/sweep/verdict/reason.js";
import { writeLora } from "../support/lora-file.js";
import { storeSweep } from "../support/stored-sweep.js";
import { sweepCandidate, sweepFacts, sweepSettings } from "../support/sweep-settings.js";
import { temporaryFolders } from "../support/temporary-folder.js";
import { shortTraining, standIn, until } from "../support/training.js";

const newFolder = temporaryFolders();
let studio: Studio;
let home: string;
let work: string;
let pictures: string;
let first: Result<"training/run">;
let second: Result<"training/run">;
let next: Result<"lineage/next">;

const call = <M extends MethodName>(method: M, params: Params<M>): Promise<Result<M>> =>
  route(studio.handlersFor(localRoots()), method, {
    params,
    context: { signal: new AbortController().signal, progress: () => {} },
  });

async function train(plan: Params<"training/start">["plan"]): Promise<Result<"training/run">> {
  const { runId } = await call("training/start", { plan, folder: join(work, "img"), rehearsal: true });
  const run = await until(async () => {
    const found = await call("training/run", { id: runId });
    return found.state === "succeeded" || found.state === "failed" ? found : null;
  });
  await until(async () => {
    const text = await readFile(join(run.runFolder, "dataset.json"), "utf8").catch(() => "{}");
    return Object(JSON.parse(text)).complete === true;
  });
  return run;
}

const last = ({ files }: Result<"training/run">): string => files.at(-1)?.path ?? "";

beforeAll(async () => {
  [home, work] = [await newFolder(), await newFolder()];
  Object.assign(process.env, standIn(), { ATELIER_STAND_IN_TOOL: JSON.stringify({ seconds: 0 }) });
  const training = await shortTraining(work, { network_dim: 4 });
  pictures = training.pictures;
  // Pictures that differ, so that one that was moved can be told.
  for (const [at, name] of ["0001", "0002", "0003", "0004"].entries()) {
    await sharp({ create: { width: 64, height: 64, channels: 3, background: { r: 60 * at, g: 90, b: 120 } } })
      .png()
      .toFile(join(pictures, `${name}.png`));
  }
  studio = await openStudio(home, () => {});
  first = await train((await call("planning/import", { path: training.config })).plan);
  next = await call("lineage/next", { run: first.id });
  await writeFile(join(pictures, "0001.txt"), "okara, grin, 1girl");
  second = await train({ ...next.plan, arguments: { ...next.plan.arguments, network_dim: 8 } });
}, 60_000);
afterAll(() => studio.close());

test("the next version has a name of its own and says what it came from", async () => {
  expect(next).toMatchObject({
    parent: { run: first.id, name: "okara", version: 1 },
    version: 2,
    name: "okara-v2",
    note: "noSweep",
    captions: null,
  });
  expect(next.plan.arguments).toMatchObject({ output_name: "okara-v2", training_comment: "v2 of okara, run 1" });
  expect(next.changes.map(({ field, from, to }) => [field, from, to])).toEqual([
    ["output_name", "okara", "okara-v2"],
    ["training_comment", "", "v2 of okara, run 1"],
  ]);
  expect(await call("lineage/next", { run: first.id })).toMatchObject({ name: "okara-v3", version: 3 });
  expect(await call("lineage/next", { run: second.id })).toMatchObject({ name: "okara-v3", version: 3 });
});

test("a renamed copy leads back to its run, and tells what became of each picture and caption", async () => {
  const copy = join(work, "another name.safetensors");
  await copyFile(last(second), copy);
  await writeFile(join(pictures, "0002.txt"), "okara, changed");
  await mkdir(join(work, "elsewhere"));
  await rename(join(pictures, "0003.png"), join(work, "elsewhere", "a.png"));
  await call("dataset/scan", { folder: join(work, "elsewhere") });
  await rm(join(pictures, "0004.png"));
  const found = await call("lineage/of", { path: copy });
  const [run] = found.runs;

  expect(found).toMatchObject({ match: "content", via: [], file: { content: await digestFile(copy) }, next: [] });
  expect(run).toMatchObject({
    id: second.id,
    name: "okara-v2",
    version: 2,
    parent: { run: first.id, name: "okara" },
    step: 6,
    saved: last(second),
    savedThere: true,
    trainer: { kind: "rehearsal" },
  });
  const states = run?.pictures?.sets[0]?.pictures.map(({ name, state, captionState }) => [name, state, captionState]);
  expect(states?.slice(0, 2)).toEqual([
    ["0001.png", "same", "same"],
    ["0002.png", "same", "changed"],
  ]);
  expect(states?.[2]?.[1]).toMatch(/^(moved|gone)$/);
  expect(states?.[3]).toEqual(["0004.png", "gone", "same"]);
  expect(run?.pictures?.sets[0]?.pictures[0]?.caption).toBe("okara, grin, 1girl");
});

test("a file whose metadata were changed is known by its weights; one of another training by its number; a stranger is told as such", async () => {
  const changed = join(work, "changed.safetensors");
  const bytes = await readFile(last(first));
  const length = Number(bytes.readBigUInt64LE());
  const header = JSON.parse(bytes.subarray(8, 8 + length).toString());
  const write = async (path: string, metadata: Record<string, string>): Promise<void> => {
    const json = Buffer.from(JSON.stringify({ ...header, __metadata__: metadata }));
    const front = Buffer.alloc(8);
    front.writeBigUInt64LE(BigInt(json.length));
    await writeFile(path, Buffer.concat([front, json, bytes.subarray(8 + length)]));
  };
  await write(changed, { ...header.__metadata__, ss_output_name: "other" });
  const resized = join(work, "resized.safetensors");
  const { ss_session_id, ss_training_started_at } = header.__metadata__;
  await write(resized, { ss_session_id, ss_training_started_at, ss_steps: "6" });
  const foreign = await writeLora(join(work, "foreign.safetensors"), { metadata: { ss_output_name: "okara" } });

  expect(await call("lineage/of", { path: changed })).toMatchObject({ match: "weights", runs: [{ id: first.id }] });
  expect(await call("lineage/of", { path: resized })).toMatchObject({
    match: "session",
    runs: [{ id: first.id, step: 6 }],
  });
  expect(await call("lineage/of", { path: foreign })).toMatchObject({
    match: "none",
    runs: [],
    metadata: { ss_output_name: "okara" },
  });
});

test("published files lead back through where they were put, and the first version knows the second", async () => {
  const folder = join(work, "webui");
  await mkdir(folder);
  const published = await call("training/publish", { run: first.id, folder });
  const found = await call("lineage/of", { path: published.path });

  expect(found.via).toMatchObject([{ kind: "published", from: [last(first)], to: published.path }]);
  expect(found.installed).toMatchObject([{ path: published.path, there: true, isThis: true }]);
  expect(found.next).toMatchObject([{ run: second.id, name: "okara-v2", version: 2 }]);
});

test("what a tool made leads back through the tool to the run", async () => {
  const { id } = await call("training/toolStart", { tool: "resize", loras: [last(first)], rehearsal: true });
  const tool = await until(async () => {
    const run = await call("training/toolRun", { id });
    return run.state === "running" ? null : run;
  });
  const copy = join(work, "resized copy.safetensors");
  await copyFile(tool.made?.path ?? "", copy);

  expect(await call("lineage/of", { path: copy })).toMatchObject({
    via: [{ kind: "tool", id, tool: "resize", from: [last(first)], to: tool.made?.path }],
    runs: [{ id: first.id, step: 6 }],
  });
});

test("two versions: what differs, what to draw, and pairs of the same prompt, seed and strength once it is drawn", async () => {
  const sides = [{ run: first.id }, { path: last(second) }];
  const before = await call("lineage/compare", { sides });
  const { settings } = before.missing ?? {};
  const swept = resolveSweep(
    sweepSettings({ ...settings, width: 64, height: 64, seeds: "1-3", strengths: "0.5, 1", prompts: ["okara, 1girl"] }),
    sweepFacts(sweepSettings({ loras: settings?.loras ?? [] }), {
      contents: { [last(first)]: await digestFile(last(first)), [last(second)]: await digestFile(last(second)) },
      candidates: [last(first), last(second)].map((path) => sweepCandidate(path)),
    }),
  );
  const scratch = await newFolder();
  const id = await storeSweep({ database: studio.database, stateFolder: home, scratch }, swept);
  const after = await call("lineage/compare", { sides });
  const lineage = await call("lineage/of", { path: last(second) });

  expect(before.runs?.plan.map(({ argument }) => argument)).toEqual(["network_dim", "output_name", "training_comment"]);
  expect(before.runs?.captions?.tags).toEqual([
    { tag: "grin", added: 1, removed: 0 },
    { tag: "smile", added: 0, removed: 1 },
  ]);
  expect(before.missing?.reason.code).toBe("noneDrawn");
  expect(settings?.loras).toEqual([last(first), last(second)]);
  expect(before.verdict).toMatchObject({ state: "noPairs", better: null });
  expect(after).toMatchObject({ pairCount: 6, strengths: [0.5, 1], missing: null, verdict: { state: "unscored" } });
  expect(after.pairs[0]).toMatchObject({ prompt: "okara, 1girl", seed: 1, strength: 0.5, control: expect.any(String) });
  expect(lineage.sweeps).toMatchObject([{ id, hasFile: true, drawn: 6, verdict: null }]);
  expect(basename(after.sides[1]?.path ?? "")).toBe("okara-v2.safetensors");
  await expect(call("lineage/compare", { sides: [{ run: 1 }, { path: last(first) }] })).rejects.toMatchObject({
    code: "badArguments",
  });
});

test("what a verdict asks for comes into the next plan with its reason, and captions only as a proposal", async () => {
  const folder = join(work, "img");
  const settings = sweepSettings({ run: first.id, folder, loras: [last(first)], strengths: "0.5, 1" });
  addSweep(studio.database, { settings, facts: sweepFacts(settings), wanted: null, revision: 1 });
  const own = studio.handlersFor(localRoots());
  const fewer = { field: "steps", from: "6", to: "3", reason: reason("fewerSteps", { steps: 6 }) };
  const handlers: Handlers = {
    ...own,
    "sweep/report": async (params, context) => ({
      ...(await own["sweep/report"](params, context)),
      scored: 3,
      nextPlan: { changes: [fewer], pruneTags: ["grin"], moreRepeats: [], steps: 3 },
    }),
    "sweep/nextPlan": async () => ({
      plan: { ...first.plan, length: { by: "steps", value: 3 } },
      changes: [fewer.reason],
    }),
  };
  const before = await readFile(join(pictures, "0001.txt"), "utf8");
  const room = { database: studio.database, roots: localRoots(), runner: studio.runner, stateFolder: home };
  const found = await planNextVersion({ ...room, call: callOf(() => handlers) }, { run: first.id });

  expect(found).toMatchObject({ note: null, strengths: "0.5, 1", plan: { length: { by: "steps", value: 3 } } });
  expect(found.changes.map(({ field, reason: why }) => [field, why.code])).toEqual([
    ["steps", "fewerSteps"],
    ["output_name", "newName"],
    ["training_comment", "knowsParent"],
  ]);
  expect(found.captions).toMatchObject({ tags: ["grin"], edits: [{ kind: "remove", tags: ["grin"] }] });
  expect(found.captions?.changed[0]).toMatchObject({ before: "okara, grin, 1girl", after: "okara, 1girl" });
  expect(await readFile(join(pictures, "0001.txt"), "utf8")).toBe(before);
});
