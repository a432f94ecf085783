import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { StudioError } from "../../../sidecar/host/studio-error.js";
import { createHappenings } from "../../../sidecar/machines/door/happenings.js";
import { createMachines } from "../../../sidecar/machines/door/machines.js";
import type { OfferedFiles } from "../../../sidecar/machines/door/offered-files.js";
import { createTasks } from "../../../sidecar/machines/door/tasks.js";
import { createBenchesHere } from "../../../sidecar/machines/engine/benches-here.js";
import type { TaskQueue } from "../../../sidecar/machines/queue/task-queue.js";
import { openDatabase } from "../../../sidecar/store/database.js";
import { awayState } from "../../../sidecar/training/away/away-life.js";
import { createAwayRuns } from "../../../sidecar/training/away/away-runs.js";
import { fittingMachine, type TrainingMachine } from "../../../sidecar/training/away/fitting-machine.js";
import { isThere, trainerThere } from "../../../sidecar/training/away/machine-trainer.js";
import { loraOutput, parseReport, sampleOutput } from "../../../sidecar/training/away/mirror-report.js";
import { answerTo, type ComingRun, mostBytes, takeReport } from "../../../sidecar/training/away/take-report.js";
import { parseTravelling } from "../../../sidecar/training/away/travelling-run.js";
import type { MeantRun } from "../../../sidecar/training/runs/run-record.js";
import { addRun, oneRun } from "../../../sidecar/training/runs/run-table.js";
import { planHere } from "../../../sidecar/training/visiting/place-run.js";
import { temporaryFolders } from "../../support/temporary-folder.js";

const newFolder = temporaryFolders();

const meantOf = (outputFolder: string, more: Partial<MeantRun> = {}): MeantRun => ({
  plan: {
    ...{ name: "okara", family: "sd15", length: { by: "steps", value: 6 }, datasets: null, launch: {} },
    ...{ samplePrompts: null, additional: [], origin: null },
    arguments: { output_name: "okara", output_dir: outputFolder, train_data_dir: "D:\\sets\\img" },
  },
  ...{ concept: "character", folder: null, outputFolder, steps: 6, perEpoch: 4, epochs: 2, from: 0, parent: null },
  trainer: { kind: "sd-scripts", folder: "", python: "python", accelerate: null },
  files: [
    { name: "okara-step00000002.safetensors", kind: "step", step: 2, epoch: 0, removedAt: 6 },
    { name: "okara-state", kind: "state", step: 6, epoch: 2, removedAt: null },
    { name: "okara.safetensors", kind: "last", step: 6, epoch: 2, removedAt: null },
  ],
  machine: "any",
  ...more,
});

const machine = (id: string, more: Partial<TrainingMachine> = {}): TrainingMachine => ({
  ...{ id, roles: ["train"], doing: [] },
  trainer: {
    ...{ folder: "/sd", revision: null, python: "3.10", torch: "2.6", tensorboard: null, problem: null },
    ...{ scripts: ["train_network.py"], accelerate: false },
  },
  ...more,
});

describe("the machine that trains a run", () => {
  const chosen = (meant: MeantRun, machines: TrainingMachine[], taken: string[] = []) =>
    fittingMachine(meant, machines, new Set(taken));
  const meant = meantOf("/out");

  it("is the first that can and trains nothing else, or the one that was named", () => {
    const two = [machine("one"), machine("two")];
    expect(chosen(meant, two)).toBe("one");
    expect(chosen(meant, two, ["one"])).toBe("two");
    expect(chosen(meant, [machine("one", { doing: ["train-7-ab12"] }), machine("two")])).toBe("two");
    // Shards of tagging do not keep it.
    expect(chosen(meant, [machine("one", { doing: ["3f-12"] })])).toBe("one");
    expect(chosen({ ...meant, machine: "two" }, two)).toBe("two");
    expect(chosen({ ...meant, machine: "two" }, two, ["two"])).toBeNull();
  });

  it("has a trainer with the script and what starts several processes; a rehearsal needs none", () => {
    const without = machine("one", { trainer: null });
    expect(chosen(meant, [without])).toBeNull();
    const sdxl = meantOf("/out", { plan: { ...meant.plan, family: "sdxl" } });
    expect(chosen(sdxl, [machine("one")])).toBeNull();
    const several = meantOf("/out", { plan: { ...meant.plan, launch: { num_processes: 2 } } });
    expect(chosen(several, [machine("one")])).toBeNull();
    expect(chosen({ ...meant, trainer: { ...meant.trainer, kind: "rehearsal" } }, [without])).toBe("one");
  });
});

describe("the moment before a start on another machine", () => {
  const { trainer } = machine("one");
  const choice = (id: string, more: object = {}) => ({
    ...{ id, host: "h", card: null, trainer, isReady: true },
    ...more,
  });

  it("takes the trainer of the machine that was named, or of the first that works", () => {
    const problem = { code: "pythonMissing", values: { python: "3" }, message: "Python is missing", remedy: "Get it." };
    const broken = choice("one", { trainer: trainer && { ...trainer, problem } });
    expect(trainerThere("any", [broken, choice("two")]).usable).toBe(true);
    const named = trainerThere("one", [broken, choice("two")]);
    expect([named.usable, named.problems]).toEqual([false, [{ ...problem, severity: "error" }]]);
    // What a newer version there calls by a name that is not known here.
    const newer = choice("one", { trainer: trainer && { ...trainer, problem: { ...problem, code: "neverHeardOf" } } });
    expect(trainerThere("one", [newer]).problems).toMatchObject([
      { code: "scriptFails", values: { script: "/sd", reason: "Python is missing" } },
    ]);
    expect(trainerThere("two", [choice("two")]).scripts).toEqual(["train_network.py"]);
  });

  it("tells when nobody is there that could begin", () => {
    expect(isThere("any", [choice("one")], false)).toBe(true);
    expect(isThere("two", [choice("one")], false)).toBe(false);
    expect(isThere("one", [choice("one", { isReady: false })], true)).toBe(false);
    const without = [choice("one", { trainer: null })];
    expect([isThere("one", without, false), isThere("one", without, true)]).toEqual([false, true]);
  });
});

describe("a run that cannot be given to a machine", () => {
  it("has none of its files offered any more", async () => {
    const [home, out] = [await newFolder(), await newFolder()];
    const database = openDatabase(home);
    const [base, vae] = [join(out, "base.safetensors"), join(out, "vae.safetensors")];
    for (const path of [base, vae]) await writeFile(path, path);
    const held = new Set<object>();
    const files: OfferedFiles = {
      async offer(path, holder) {
        if (path === vae) throw new StudioError("notFound", "It is gone.", "Look at the folder.");
        held.add(holder);
        return { hash: "a".repeat(64), size: 1, name: "file.safetensors", path };
      },
      release: (holder) => void held.delete(holder),
      find: () => null,
    };
    const queue: TaskQueue = {
      ...{ put: async () => {}, has: async () => true, remove: async () => {}, announce: async () => {} },
      ...{ hold: async () => true, release: async () => {}, trouble: () => null, close: async () => {} },
    };
    const house = {
      ...{ machines: createMachines(), tasks: createTasks(await newFolder()), files, queue },
      benches: createBenchesHere(() => {}),
      ...{
        happenings: createHappenings(),
        worksHere: () => true,
        here: () => null,
        newName: () => "w",
        now: () => 0,
        program: "Redis",
      },
    };
    const away = createAwayRuns({ database, house: async () => house, folderOf: (run) => join(home, String(run)) });
    const plan = { ...meantOf(out).plan, arguments: { pretrained_model_name_or_path: base, vae, output_dir: out } };
    const run = addRun(database, "okara", meantOf(out, { plan }));

    await expect(away.begin(oneRun(database, run), "rack")).rejects.toThrow("It is gone.");
    expect([held.size, away.machineOf(run)]).toEqual([0, null]);
    database.close();
  });
});

describe("what becomes of a run on another machine", () => {
  const facts = { ended: false, stopAsked: false, begun: true, told: null, silentMs: null };
  const minutes = 60_000;
  it.each([
    ["it tells of it", {}, { kind: "goesOn", life: "running" }],
    ["the network is away for a minute", { silentMs: minutes }, { kind: "goesOn", life: "running" }],
    ["nothing is heard for an hour", { silentMs: 60 * minutes }, { kind: "lost", stopped: false, why: "silent" }],
    ["nothing is heard, and it shall end", { silentMs: minutes, stopAsked: true }, { kind: "lost", stopped: true }],
    ["it was never begun, and the machine is gone", { begun: false, silentMs: minutes }, { kind: "back" }],
    ["it was begun, and the machine is gone for a minute", { silentMs: minutes }, { kind: "goesOn" }],
    ["its trainer is gone", { told: "vanished" as const }, { kind: "lost", stopped: false, why: "vanished" }],
    ["the machine refuses it", { told: "refused" as const }, { kind: "lost", why: "refused" }],
    ["its end has come", { ended: true, silentMs: 60 * minutes }, { kind: "goesOn", life: "ended" }],
  ])("%s", (_what, more, state) => {
    expect(awayState({ ...facts, ...more })).toMatchObject(state);
  });
});

describe("what a machine tells of a run", () => {
  const bytes = new TextEncoder().encode("step 1\n");
  const coming = async (): Promise<ComingRun & { sent: string }> => {
    const [folder, outputFolder, sent] = [await newFolder(), await newFolder(), await newFolder()];
    return {
      ...{ folder, meant: meantOf(outputFolder), sizes: new Map(), sent },
      outputPath: (name) => join(sent, name),
    };
  };
  const report = (more: object) =>
    parseReport({ life: "running", parts: [], wholes: [], arrived: [], removed: [], end: null, ...more });

  it("is appended once, however often it comes, and a gap is asked for again", async () => {
    const run = await coming();
    await takeReport(run, report({ parts: [{ file: "stdout.log", from: 0, bytes }] }));
    await takeReport(run, report({ parts: [{ file: "stdout.log", from: 0, bytes }] }));
    await takeReport(run, report({ parts: [{ file: "stdout.log", from: 90, bytes }] }));
    expect(await readFile(join(run.folder, "stdout.log"), "utf8")).toBe("step 1\n");
    expect(answerTo(run)).toMatchObject({ sizes: { "stdout.log": 7 }, stop: false, over: false });
    // After a restart the file itself says how much has come.
    const again = { ...run, sizes: new Map<string, number>() };
    await takeReport(again, report({ parts: [{ file: "stdout.log", from: 0, bytes }] }));
    expect(answerTo(again).sizes).toEqual({ "stdout.log": 7 });
  });

  it.each([
    ["../../evil.log"],
    ["events/../../evil"],
    ["/etc/passwd"],
    ["end.json"],
    ["processes.json"],
    ["events/a:b"],
  ])("is refused for a file that no run has: %s", (file) => {
    expect(() => report({ parts: [{ file, from: 0, bytes }] })).toThrow(TypeError);
    expect(() => report({ wholes: [{ file, text: "" }] })).toThrow(TypeError);
  });

  it("has only outputs of the run's own names", () => {
    const meant = meantOf("/out");
    const known = (name: string) => mostBytes(meant, name) !== undefined;
    expect(known(loraOutput("okara.safetensors"))).toBe(true);
    // Saved on request.
    expect(known(loraOutput("okara-step00000005.safetensors"))).toBe(true);
    expect(known(sampleOutput("okara_000004_00_20261126090000_7.png"))).toBe(true);
    for (const name of ["okara.safetensors", "lora-other.safetensors", "lora-okara-state", "lora-../okara.safetensors"])
      expect([name, known(name)]).toEqual([name, false]);
    for (const name of ["sample-a.exe", "sample-../a.png", "sample-.png", "lora-okara-step1.safetensors"])
      expect([name, known(name)]).toEqual([name, false]);
  });

  it("never writes over what is there, takes away only what came, and ends by this clock", async () => {
    const run = await coming();
    const { outputFolder } = run.meant;
    const [step, last] = ["okara-step00000002.safetensors", "okara.safetensors"];
    await writeFile(join(outputFolder, last), "mine");
    for (const name of [step, last]) await writeFile(join(run.sent, loraOutput(name)), `new ${name}`);
    await takeReport(run, report({ arrived: [step, last].map(loraOutput) }));
    expect(await readFile(join(outputFolder, last), "utf8")).toBe("mine");
    expect(await readFile(join(outputFolder, step), "utf8")).toBe(`new ${step}`);
    expect(await readFile(join(run.folder, "beside", loraOutput(last)), "utf8")).toBe(`new ${last}`);
    expect(answerTo(run).have).toEqual({ [loraOutput(step)]: 34, [loraOutput(last)]: 21 });

    await takeReport(run, report({ removed: [step, last].map(loraOutput) }));
    expect([existsSync(join(outputFolder, step)), existsSync(join(outputFolder, last))]).toEqual([false, true]);
    const before = Date.now();
    await takeReport(run, report({ end: { exitCode: 0, ended: "1999-01-01T00:00:00Z" } }));
    const end = JSON.parse(await readFile(join(run.folder, "end.json"), "utf8"));
    expect(Date.parse(end.ended)).toBeGreaterThanOrEqual(before);
    expect(answerTo(run).over).toBe(true);
  });

  it("is asked for a file again that a studio lost on its way, and knows one again that it had put there", async () => {
    const run = await coming();
    const last = "okara.safetensors";
    const place = join(run.meant.outputFolder, last);
    const send = async (text: string): Promise<void> => {
      await writeFile(join(run.sent, loraOutput(last)), text);
      await takeReport(run, report({ arrived: [loraOutput(last)] }));
    };
    // Killed after it was put there, before that was written down.
    await writeFile(place, "first");
    await send("first");
    expect(answerTo(run).have).toEqual({ [loraOutput(last)]: 5 });
    expect(existsSync(join(run.folder, "beside"))).toBe(false);
    // Saved again in the same size; what cannot be put in its place is not taken for there.
    await mkdir(join(run.meant.outputFolder, `.${last}.${process.pid}.part`));
    await expect(send("other")).rejects.toThrow();
    expect(answerTo(run).have).toEqual({});
  });

  it("tells of saves where they come to here", async () => {
    const run = await coming();
    const file = "C:\\work\\out\\okara-step00000003.safetensors";
    const text = JSON.stringify({ save: { able: true, answers: [{ number: 1, step: 3, file, state: "C:\\x" }] } });
    await mkdir(run.folder, { recursive: true });
    await takeReport(run, report({ wholes: [{ file: "answered.json", text }] }));
    const { save } = JSON.parse(await readFile(join(run.folder, "answered.json"), "utf8"));
    expect(save.answers).toEqual([
      { number: 1, step: 3, file: join(run.meant.outputFolder, "okara-step00000003.safetensors"), state: null },
    ]);
  });
});

describe("a plan on another machine", () => {
  it("has that machine's paths; its curves go into the run's own folder", () => {
    const { plan } = meantOf("D:\\out");
    const given = { ...plan.arguments, logging_dir: "D:\\logs", vae: "madebyollin/sdxl-vae", network_weights: "D:\\a" };
    const here = new Map([["D:\\sets\\img", "/work/in/0/img"]]);
    const moved = planHere({ plan: { ...plan, arguments: given }, rehearsal: false }, here, "/work/out").arguments;
    expect(moved).toEqual({
      ...{ output_name: "okara", output_dir: "/work/out", train_data_dir: "/work/in/0/img" },
      ...{ vae: "madebyollin/sdxl-vae", network_weights: "D:\\a" },
    });
    // A rehearsal does without what is not there.
    expect(
      planHere({ plan: { ...plan, arguments: given }, rehearsal: true }, here, "/out").arguments,
    ).not.toHaveProperty("network_weights");
  });

  it("is refused when it is none, or names ways out of its folders", () => {
    const file = { hash: "a".repeat(64), size: 1, name: "file.png", path: "/x" };
    const { origin: _origin, ...plan } = meantOf("/out").plan;
    const text = (way: string) =>
      JSON.stringify({
        ...{ version: 1, plan: { ...plan, origin: null }, rehearsal: true, gpus: null, steps: 6, eventFiles: false },
        ...{ outputs: [], files: [], folders: [["/set", [[way, file]]]] },
      });
    expect(parseTravelling(text("2_okara/01.png")).folders.get("/set")?.size).toBe(1);
    for (const way of ["../01.png", "a/../../b", "/etc/x", "a\\b", "con", ""])
      expect(() => parseTravelling(text(way))).toThrow("does not understand");
    expect(() => parseTravelling("{}")).toThrow("does not understand");
  });
});
