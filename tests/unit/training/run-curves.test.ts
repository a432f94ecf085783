import { appendFileSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import type { Arguments, TrainingPlan } from "../../../sidecar/planning/plan.js";
import { createCurveStore } from "../../../sidecar/training/metrics/curve-store.js";
import { curvesOf } from "../../../sidecar/training/metrics/run-curves.js";
import { noProgress, type RunRecord } from "../../../sidecar/training/runs/run-record.js";
import { event, framed, simple } from "../../support/event-bytes.js";
import { temporaryFolders } from "../../support/temporary-folder.js";

const newFolder = temporaryFolders();
const fixture = new URL("../../../../tests/fixtures/event-files/trained.tfevents", import.meta.url);
const STARTED = 1_795_625_300;
const iso = (seconds: number): string => new Date(seconds * 1000).toISOString();

const planOf = (given: Arguments): TrainingPlan => ({
  name: "okara",
  family: "sd15",
  length: { by: "steps", value: 12 },
  arguments: given,
  datasets: null,
  launch: {},
  samplePrompts: null,
  additional: [],
  origin: { kind: "toml" },
});

function runOf(given: Partial<RunRecord["meant"]> = {}): RunRecord {
  return {
    id: 1,
    name: "okara",
    state: "running",
    meant: {
      plan: planOf({ learning_rate: 0.0001 }),
      concept: "character",
      folder: null,
      trainer: { kind: "sd-scripts", folder: "/t", python: "python", accelerate: null },
      outputFolder: "/out",
      steps: 12,
      perEpoch: 6,
      epochs: 2,
      files: [],
      from: 0,
      parent: null,
      eventFiles: true,
      ...given,
    },
    afterSave: false,
    queued: iso(STARTED),
    started: iso(STARTED),
    ended: null,
    outcome: null,
    revision: 1,
  };
}

async function eventFile(top: string, folder: string, seconds: number): Promise<string> {
  const inside = join(top, folder, "network_train");
  await mkdir(inside, { recursive: true });
  const path = join(inside, `events.out.tfevents.${seconds}.host.1.0`);
  await writeFile(path, "");
  return path;
}

const look = async (
  store: ReturnType<typeof createCurveStore>,
  run: RunRecord,
  folder: string,
  losses: number[] = [],
) =>
  curvesOf(
    run,
    { ...noProgress(run.meant), losses: losses.map((loss, index) => [index + 1, loss, loss, loss]) },
    await store.of(run, folder),
  );

describe("the curves of a run", () => {
  it("come from a real file: all kinds, epochs at their steps", async () => {
    const folder = await newFolder();
    const path = await eventFile(join(folder, "events"), "20261125164900", STARTED + 59);
    await writeFile(path, await readFile(fixture));
    const { curves, brokenCount, files } = await look(createCurveStore(), runOf(), folder);
    expect({ brokenCount, files }).toEqual({ brokenCount: 0, files: [path] });
    expect(curves.map(({ tag, kind, source, points }) => [tag, kind, source, points.map(([step]) => step)])).toEqual([
      ["loss/current", "loss", "events", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]],
      ["loss/average", "averageLoss", "events", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]],
      ["loss/epoch_average", "epochLoss", "events", [6, 12]],
      ["loss/validation/epoch_average", "validation", "events", [6, 12]],
      ["loss/validation/epoch_divergence", "validation", "events", [6, 12]],
      ["loss/validation/step_average", "validation", "events", [3, 6, 9, 12]],
      ["loss/validation/step_divergence", "validation", "events", [3, 6, 9, 12]],
      ["lr/group1", "learningRate", "events", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]],
      ["lr/textencoder", "learningRate", "events", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]],
      ["lr/unet", "learningRate", "events", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]],
    ]);
  });

  it("grow with their files, and a broken record is named by its place", async () => {
    const folder = await newFolder();
    const path = await eventFile(join(folder, "events"), "20261125164900", STARTED + 59);
    const store = createCurveStore();
    const frames = [1, 2, 3, 4].map((step) => framed(event(step, "loss/current", simple(step))));
    const [first = Buffer.alloc(0), second = Buffer.alloc(0), third = Buffer.alloc(0), fourth] = frames;
    appendFileSync(path, Buffer.concat([first, second.subarray(0, 20)]));
    expect((await look(store, runOf(), folder)).curves[0]?.points).toEqual([[1, 1, 1, 1]]);
    appendFileSync(path, second.subarray(20));
    third[20] = 0xff;
    appendFileSync(path, Buffer.concat([third, fourth ?? third, framed(Buffer.from([0xff]))]));
    const { curves, broken, brokenCount } = await look(store, runOf(), folder);
    expect(curves[0]?.points.map(([step]) => step)).toEqual([1, 2, 4]);
    expect(brokenCount).toBe(2);
    expect(broken).toEqual([
      { file: path, at: first.length * 2, fault: "data" },
      { file: path, at: first.length * 4, fault: "unreadable" },
    ]);
  });

  it("come only from files of the run's own time and prefix, also in the user's folder", async () => {
    const [folder, own] = [await newFolder(), await newFolder()];
    const run = runOf({ plan: planOf({ logging_dir: own, log_prefix: "okara-" }) });
    const ended = { ...run, ended: iso(STARTED + 100) };
    const mine = await eventFile(own, "okara-20261125164900", STARTED + 59);
    for (const [name, seconds] of [
      ["okara-20261125164000", STARTED - 400],
      ["okara-20261125170000", STARTED + 400],
      ["other-20261125164900", STARTED + 59],
      ["okara-notes", STARTED + 59],
    ] as const) {
      await eventFile(own, name, seconds);
    }
    expect((await look(createCurveStore(), ended, folder)).files).toEqual([mine]);
  });

  it("leave out what is no number and what goes back, and count it; steps of a resumed run go on", async () => {
    const folder = await newFolder();
    const path = await eventFile(join(folder, "events"), "20261125164900", STARTED + 59);
    const told: [number, number][] = [
      [1, 0.5],
      [2, Number.NaN],
      [3, 0.25],
      [2, 0.75],
    ];
    appendFileSync(path, Buffer.concat(told.map(([step, loss]) => framed(event(step, "loss/current", simple(loss))))));
    const [curve] = (await look(createCurveStore(), runOf({ countedFrom: 6 }), folder)).curves;
    expect(curve?.leftOut).toBe(2);
    expect(curve?.points.map(([step, , mean]) => [step, mean])).toEqual([
      [7, 0.5],
      [9, 0.25],
    ]);
  });

  it("take the average from the progress line where no file has it, and while that one is behind", async () => {
    const folder = await newFolder();
    const store = createCurveStore();
    const average = async (run: RunRecord, losses: number[]) => {
      const { curves } = await look(store, run, folder, losses);
      return curves
        .filter(({ kind }) => kind === "averageLoss")
        .map(({ source, points }) => [source, points.at(-1)?.[0]]);
    };
    expect(await average(runOf(), [])).toEqual([]);
    expect(await average(runOf(), [0.5, 0.4])).toEqual([["progress", 2]]);
    const path = await eventFile(join(folder, "events"), "20261125164900", STARTED + 59);
    appendFileSync(path, framed(event(2, "loss/average", simple(0.4))));
    expect(await average(runOf(), [0.5, 0.4])).toEqual([["events", 2]]);
    expect(await average(runOf(), [0.5, 0.4, 0.3])).toEqual([["progress", 3]]);
    expect(await average({ ...runOf(), ended: iso(STARTED + 100) }, [0.5, 0.4, 0.3])).toEqual([["events", 2]]);
  });
});
