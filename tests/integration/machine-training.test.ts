import { existsSync, readdirSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { readSafetensorsHeader } from "../../sidecar/host/safetensors.js";
import { readProcesses } from "../../sidecar/training/keeper/run-files.js";
import { redisProgram, startRedis, type TestRedis } from "../support/redis-server.js";
import { temporaryFolders } from "../support/temporary-folder.js";
import { shortTraining, standIn, until } from "../support/training.js";
import { type OpenStudio, trainingStudios } from "../support/training-machines.js";

const newFolder = temporaryFolders();
const { studio, machine } = trainingStudios();
let redis: TestRedis;
let names = 0;
const redisOf = (): string => `${redis.url}?name=training-${names++}`;

type Methods = OpenStudio["methods"];

const planOf = async (methods: Methods, config: string) => (await methods["planning/import"]({ path: config })).plan;

const ended = (methods: Methods, id: number) =>
  until(async () => {
    const run = await methods["training/run"]({ id });
    return run.state === "running" || run.state === "queued" ? null : run;
  });

/** The folder of the run on the machine; null before it has begun there. */
function visitOf(folder: string): string | null {
  const base = join(folder, "trainings");
  const [task] = existsSync(base) ? readdirSync(base) : [];
  return task === undefined ? null : join(base, task);
}

const _trainerOf = (folder: string): number | null => {
  const visit = visitOf(folder);
  return visit === null ? null : (readProcesses(join(visit, "run"))?.trainer.pid ?? null);
};

const tensors = async (path: string): Promise<string> => {
  const { bytes } = await readSafetensorsHeader(path);
  return `${basename(path)} ${bytes}`;
};

if (redisProgram === null) test.skip("training on another machine: no redis-server was found", () => {});
else {
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());

  test("a run on another machine comes back as one that was trained here", async () => {
    const [home, far, work] = [await newFolder(), await newFolder(), await newFolder()];
    const address = redisOf();
    const { config, out } = await shortTraining(work, { logging_dir: join(work, "logs") });
    Object.assign(process.env, standIn());
    const { methods } = await studio(home, address);
    const plan = await planOf(methods, config);
    const here = await methods["training/start"]({ plan, rehearsal: true });
    const local = await ended(methods, here.runId);
    const before = await readFile(join(out, "okara.safetensors"));

    // It waits until a machine joins.
    const asked = { plan, rehearsal: true, machine: "any", whenThere: "rename" as const };
    expect((await methods["training/preflight"](asked)).problems.map(({ rule }) => rule)).toContain("machineAway");
    const { runId } = await methods["training/start"](asked);
    await machine(far, address);
    const away = await ended(methods, runId);
    expect({ state: away.state, exitCode: away.verdict?.exitCode }).toEqual({ state: "succeeded", exitCode: 0 });
    expect(away.scheduling.machine).toEqual({ wanted: "any", on: "rack" });
    expect(away.progress).toMatchObject({ step: local.progress.step, total: local.progress.total });
    expect(away.losses).toEqual(local.losses);
    const sizes = async (files: typeof away.files) => Promise.all(files.map(({ path }) => tensors(path)));
    expect((await sizes(away.files)).map((one) => one.replace("okara-2", "okara"))).toEqual(await sizes(local.files));
    // Nothing was written over, and nothing but the files is new.
    expect(await readFile(join(out, "okara.safetensors"))).toEqual(before);
    expect((await readdir(out)).sort()).toEqual([...local.files, ...away.files].map(({ name }) => name).sort());
    const log = await methods["training/log"]({ id: runId, stream: "stderr", from: 0 });
    expect(log.text.length).toBeGreaterThan(100);
    expect((await methods["training/curves"]({ ids: [runId] })).runs[0]?.curves.length).toBeGreaterThan(0);
    // What was laid out there is taken away when all of it has come.
    await until(() => visitOf(far) === null);
  });
}
