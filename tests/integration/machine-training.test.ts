import { existsSync, readdirSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { isAlive } from "../../sidecar/host/process-identity.js";
import { readSafetensorsHeader } from "../../sidecar/host/safetensors.js";
import { readProcesses } from "../../sidecar/training/keeper/run-files.js";
import { redisProgram, startRedis, type TestRedis } from "../support/redis-server.js";
import { temporaryFolders } from "../support/temporary-folder.js";
import { shortTraining, standIn, stepsOf, until } from "../support/training.js";
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

/** What was learnt, without the header: its times have more digits or fewer. */
const tensors = async (path: string): Promise<string> => {
  const header = await readSafetensorsHeader(path);
  return `${basename(path)} ${header.tensors.size} tensors, ${header.bytes - header.dataFrom} bytes`;
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
  /** A run that goes on until it is ended, on a machine, with a first file saved. */
  async function begun() {
    const [home, far, work] = [await newFolder(), await newFolder(), await newFolder()];
    const address = redisOf();
    const { config, out } = await shortTraining(work, { max_train_steps: 4000, save_every_n_steps: 5 });
    Object.assign(process.env, standIn({ secondsPerStep: 0.1 }));
    const opened = await studio(home, address);
    const worker = await machine(far, address);
    const plan = await planOf(opened.methods, config);
    const { runId } = await opened.methods["training/start"]({ plan, rehearsal: true, machine: "rack" });
    await until(async () => (await opened.methods["training/run"]({ id: runId })).files.length >= 1);
    return { ...opened, home, far, out, address, runId, worker };
  }

  test("the studio started anew takes it up; asked to save and to end after that, it obeys", async () => {
    const first = await begun();
    const visit = visitOf(first.far) ?? "";
    const trainer = readProcesses(join(visit, "run"))?.trainer ?? { pid: 0, started: "" };
    await first.close();
    const { methods } = await studio(first.home, first.address);
    const { step } = (await methods["training/run"]({ id: first.runId })).progress;
    await until(async () => (await methods["training/run"]({ id: first.runId })).progress.step > step);
    // The same trainer: it was begun once.
    expect(readProcesses(join(visit, "run"))?.trainer).toEqual(trainer);
    await methods["training/stop"]({ id: first.runId, when: "save" });
    const run = await ended(methods, first.runId);
    expect({ state: run.state, cause: run.verdict?.cause }).toEqual({ state: "stopped", cause: null });
    expect(await stepsOf(run.files.map(({ path }) => path))).toEqual(run.files.map((file) => file.step));
    expect((await readdir(first.out)).sort()).toEqual(run.files.map(({ name }) => name).sort());
    await until(() => !isAlive(trainer) && visitOf(first.far) === null);
  });

  test("the machine started anew goes on with it; its trainer gone, the run is told as lost, and what was saved is kept", async () => {
    const { methods, home, far, runId, worker, address, out, close } = await begun();
    const { keeper, trainer } = readProcesses(join(visitOf(far) ?? "", "run")) ?? {};
    await worker.close();
    expect(keeper && trainer && isAlive(keeper) && isAlive(trainer)).toBe(true);
    const again = await machine(far, address);
    const { step } = (await methods["training/run"]({ id: runId })).progress;
    await until(async () => (await methods["training/run"]({ id: runId })).progress.step > step);
    await again.close();
    for (const one of [keeper, trainer]) process.kill(one?.pid ?? 0, "SIGKILL");
    const log = await readFile(join(visitOf(far) ?? "", "run", "stderr.log"), "utf8");
    // A studio that does not remember how much has come gets all of it before the end.
    await close();
    const next = await studio(home, address);
    await machine(far, address);
    const run = await ended(next.methods, runId);
    expect({ state: run.state, cause: run.verdict?.cause }).toEqual({ state: "failed", cause: "machineLost" });
    expect(await readFile(join(run.runFolder, "stderr.log"), "utf8")).toBe(log);
    expect(run.verdict?.message).toContain("rack");
    expect((await readdir(out)).sort()).toEqual(run.files.map(({ name }) => name).sort());
  });
}
