import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { createEmbeddedEngine, runnable } from "../../sidecar/host/jobs/embedded-engine.js";
import type { JobEngine } from "../../sidecar/host/jobs/job-engine.js";
import { type Database, openDatabase } from "../../sidecar/store/database.js";
import { digestFile } from "../../sidecar/store/file-content.js";
import { oneSweep, type SweepRecord } from "../../sidecar/sweep/cells/sweep-table.js";
import { type DrawingPatience, usualPatience } from "../../sidecar/sweep/draw/drawing-patience.js";
import { createSweepDrawing, type SweepDrawing } from "../../sidecar/sweep/draw/sweep-drawing.js";
import type { SweepFacts, SweepSettings } from "../../sidecar/sweep/plan/resolved-sweep.js";
import type { DrawingLink } from "../../sidecar/webui/drawing-link.js";
import { shortHash } from "./drawing-link.js";
import { writeLora } from "./lora-file.js";

const hasty: DrawingPatience = {
  ...usualPatience,
  retryMs: 5,
  awayMs: 5,
  longestAwayMs: 20,
  avoidMs: 2000,
  allAwayMs: 400,
  heldMs: 5,
};

export interface TestStudio {
  database: Database;
  engine: JobEngine;
  drawing: SweepDrawing;
  folder: string;
  /** One more WebUI is known from now on. */
  attach(link: DrawingLink): void;
  /** Waits until the sweep stands still. */
  settled(id: number): Promise<SweepRecord>;
  close(): Promise<void>;
}

/** A state folder with an engine that draws through these WebUIs. */
export async function testStudio(
  folder: string,
  links: readonly DrawingLink[],
  { isHeld = () => false }: { isHeld?: () => boolean } = {},
): Promise<TestStudio> {
  await mkdir(folder, { recursive: true });
  const database = openDatabase(folder);
  const known = [...links];
  const listeners = new Set<(link: DrawingLink) => void>();
  const drawing = createSweepDrawing({
    database,
    stateFolder: folder,
    webuis: {
      all: () => [...known],
      onAttach(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    rehearsalWebui: () => Promise.reject(new Error("no rehearsal here")),
    isHeld,
    patience: hasty,
  });
  const engine = createEmbeddedEngine(database, [runnable(database, drawing.kind)]);
  drawing.begin(engine);
  engine.resume();
  return {
    database,
    engine,
    drawing,
    folder,
    attach(link) {
      known.push(link);
      for (const listener of listeners) listener(link);
    },
    async settled(id) {
      while (oneSweep(database, id).state === "drawing" || engine.busy()) {
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      return oneSweep(database, id);
    },
    async close() {
      await engine.close();
      await drawing.control.close();
      database.close();
    },
  };
}

export const sweepSettings = (change: Partial<SweepSettings>): SweepSettings => ({
  name: "test",
  folder: null,
  run: null,
  loras: [],
  strengths: "0.5, 1",
  textEncoderStrengths: null,
  prompts: ["1girl"],
  negativePrompts: [""],
  seeds: "1, 2",
  trigger: null,
  checkpoint: null,
  vae: null,
  sampler: null,
  scheduler: null,
  steps: 4,
  cfg: 7,
  width: 64,
  height: 64,
  clipSkip: null,
  axes: [],
  varySeeds: [],
  keepRandom: false,
  batchSize: null,
  webuis: [],
  rehearsal: false,
  search: "full",
  ...change,
});

/** LoRA files of a training, each with other weights. */
export async function writeLoras(folder: string, count: number): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  return Promise.all(
    Array.from({ length: count }, (_, at) =>
      writeLora(join(folder, `okara-step0000${at + 1}000.safetensors`), { up: at + 1 }),
    ),
  );
}

export async function factsOf({ loras }: SweepSettings): Promise<SweepFacts> {
  const contents: Record<string, string> = {};
  for (const path of loras) contents[path] = await digestFile(path);
  return {
    contents,
    candidates: loras.map((path) => ({
      path,
      name: path,
      label: path,
      step: null,
      epoch: null,
      bytes: 1,
      family: null,
      // The fake names a file by its whole content.
      hash: shortHash(contents[path] ?? ""),
      networkDim: null,
      outputName: null,
      rehearsal: false,
      problem: null,
    })),
    checkpoint: "tiny [a46814c440]",
    family: null,
    named: {},
    random: [],
  };
}
