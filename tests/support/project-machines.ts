import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach } from "@jest/globals";
import type { MethodName, Params, Result } from "../../protocol/validate.js";
import { localRoots } from "../../sidecar/host/roots.js";
import { route } from "../../sidecar/server/router.js";
import { openStudio, type Studio } from "../../sidecar/server/studio.js";
import { noProgress } from "../../sidecar/training/runs/run-record.js";
import { addRun, changeRun } from "../../sidecar/training/runs/run-table.js";
import { okara } from "./exported-sweep.js";
import { writeLora } from "./lora-file.js";
import { drawPictures } from "./pictures.js";
import { storeSweep } from "./stored-sweep.js";
import { temporaryFolders } from "./temporary-folder.js";

export interface Machine {
  studio: Studio;
  home: string;
  close(): Promise<void>;
  call<M extends MethodName>(method: M, params: Params<M>): Promise<Result<M>>;
}

const plan: Params<"planning/save">["plan"] = {
  name: "okara",
  family: "sd15",
  length: { by: "steps", value: 60 },
  arguments: { network_dim: 8 },
  datasets: null,
  launch: {},
  samplePrompts: null,
  additional: [],
  origin: null,
};

/** Machines with their studios in this process, and one with a project; all are closed after each test. */
export function projectMachines() {
  const newFolder = temporaryFolders();
  const open = new Set<Studio>();
  afterEach(async () => {
    for (const studio of open) await studio.close();
    open.clear();
  });

  const machine = async (state?: string): Promise<Machine> => {
    const home = state ?? (await newFolder());
    const studio = await openStudio(home, () => {});
    open.add(studio);
    const handlers = studio.handlersFor(localRoots());
    const context = { signal: new AbortController().signal, progress: () => {} };
    const close = async (): Promise<void> => {
      if (open.delete(studio)) await studio.close();
    };
    return { studio, home, close, call: (method, params) => route(handlers, method, { params, context }) };
  };
  /** A machine with a project that went the whole way. */
  const worked = async () => {
    const [one, work] = [await machine(), await newFolder()];
    const { studio, home, call } = one;
    const folder = join(work, "okara");
    await mkdir(folder);
    await drawPictures(folder, 3);
    for (const number of [1, 2, 3]) await writeFile(join(folder, `${number}.txt`), `okara, smile, ${number}`);
    await call("dataset/scan", { folder });
    await call("captions/point", { folder, name: "before training" });
    const out = join(work, "out");
    await mkdir(out);
    const lora = join(out, "okara.safetensors");
    await writeLora(lora, { up: 0.5 });
    await call("planning/save", {
      plan: { ...plan, arguments: { ...plan.arguments, output_dir: out } },
      folder,
      concept: "character",
    });
    const meant = {
      plan: { ...plan, origin: null, arguments: { train_data_dir: folder, output_dir: out } },
      concept: "character" as const,
      folder,
      trainer: { kind: "rehearsal" as const, folder: "/opt/trainer", python: "/usr/bin/node", accelerate: null },
      outputFolder: out,
      steps: 60,
      perEpoch: 30,
      epochs: 2,
      files: [],
      from: 0,
      parent: null,
    };
    const run = addRun(studio.database, "okara", meant);
    const saved = [{ name: "okara.safetensors", kind: "last" as const, step: 60, bytes: 100 }];
    const progress = { ...noProgress(meant), step: 60, saved };
    const outcome = { cause: null, values: {}, lines: [], exitCode: 0, signal: null, progress };
    changeRun(studio.database, run, { state: "succeeded", ended: "2026-11-26T03:00:00.000Z", outcome });
    await mkdir(join(home, "runs", String(run)), { recursive: true });
    await writeFile(join(home, "runs", String(run), "stdout.log"), `reading ${folder}\n`);
    await writeFile(
      join(home, "runs", String(run), "command.json"),
      JSON.stringify({ environment: { HF_TOKEN: "hf_secret" } }),
    );
    const resolved = okara({
      run,
      folder,
      loras: [lora],
      prompts: ["1girl, okara"],
      seeds: "1",
      width: 64,
      height: 96,
    });
    const sweep = await storeSweep(
      { database: studio.database, stateFolder: home, scratch: await newFolder() },
      resolved,
    );
    const { projects } = await call("project/list", {});
    const project = projects.find((row) => row.folder === folder);
    if (!project) throw new Error("the folder is no project");
    return { ...one, work, folder, plan, run, sweep, project };
  };
  return { machine, worked };
}
