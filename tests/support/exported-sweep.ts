import { createHash } from "node:crypto";
import { join } from "node:path";
import sharp from "sharp";
import type { DrawRequest } from "../../sidecar/sweep/draw/draw-request.js";
import type { ExportedCell, ExportedSweep } from "../../sidecar/sweep/export/read/exported-sweep.js";
import type { ResolvedSweep, SweepAxis, SweepSettings } from "../../sidecar/sweep/plan/resolved-sweep.js";

export const axis = (id: string, title: string, labels: readonly string[]): SweepAxis => ({
  id,
  title,
  values: labels.map((label) => ({ label, text: label, skip: false })),
});

export const okaraAxes: readonly SweepAxis[] = [
  axis("lora", "LoRA", ["step 1000 · ep 5", "step 2000 · ep 10", "okara_v2-long-file-name-without-any-space-00003000"]),
  axis("strength", "Strength", ["0", "0.25", "0.5", "0.75", "1"]),
  axis("prompt", "Prompt", ["1girl, solo, okara, upper body", "1girl, okara, 屋上で夕日を見る, standing, BREAK, wind"]),
  axis("negative", "Negative", ["lowres"]),
  axis("seed", "Seed", ["1001", "1002"]),
];

export const okaraSettings: SweepSettings = {
  name: "okara",
  folder: null,
  run: null,
  loras: ["/home/me/loras/a.safetensors", "/home/me/loras/b.safetensors", "/home/me/loras/c.safetensors"],
  strengths: "0.25-1.0(+0.25)",
  textEncoderStrengths: null,
  prompts: ["1girl, solo, okara, upper body"],
  negativePrompts: ["lowres"],
  seeds: "1001, 1002",
  trigger: "okara",
  checkpoint: null,
  vae: null,
  sampler: "Euler a",
  scheduler: null,
  steps: 24,
  cfg: 6,
  width: 256,
  height: 384,
  clipSkip: 2,
  axes: [],
  varySeeds: [],
  keepRandom: false,
  batchSize: null,
  webuis: [],
  rehearsal: false,
  search: "full",
};

/** A resolved sweep over these axes, whose requests say where they are. */
export function resolvedOver(axes: readonly SweepAxis[], settings = okaraSettings): ResolvedSweep {
  const counts = axes.map(({ values }) => values.length);
  const placeOf = (id: string): number => axes.findIndex((one) => one.id === id);
  const coordinatesOf = (index: number): number[] => {
    let rest = index;
    return counts
      .toReversed()
      .map((count) => {
        const digit = rest % count;
        rest = Math.floor(rest / count);
        return digit;
      })
      .toReversed();
  };
  const indexOf = (coordinates: readonly number[]): number =>
    counts.reduce((index, count, place) => index * count + (coordinates[place] ?? 0), 0);
  const label = (id: string, index: number): string => {
    const place = placeOf(id);
    return axes[place]?.values[coordinatesOf(index)[place] ?? 0]?.label ?? "";
  };
  const requestOf = (index: number): DrawRequest => {
    const strength = label("strength", index);
    return {
      promptBefore: `${label("prompt", index)} `,
      promptAfter: "",
      lora: strength === "0" ? null : { content: label("lora", index), strength, textEncoder: null },
      negativePrompt: "lowres",
      seed: Number(label("seed", index)),
      variationSeed: null,
      variationStrength: 0,
      steps: settings.steps,
      cfgScale: settings.cfg,
      distilledCfgScale: null,
      width: settings.width,
      height: settings.height,
      sampler: settings.sampler,
      scheduler: null,
      styles: [],
      hires: null,
      denoisingStrength: null,
      eta: null,
      overrideSettings: {},
      further: {},
      checkpoint: "anime [1a2b3c4d5e]",
      rehearsal: settings.rehearsal,
    };
  };
  return {
    settings,
    facts: { contents: {}, candidates: [], checkpoint: "anime [1a2b3c4d5e]", family: "sd1", random: [], named: {} },
    axes,
    cellCount: counts.reduce((product, count) => product * count, 1),
    coordinatesOf,
    indexOf,
    requestOf,
    keyOf: (index) =>
      createHash("sha256")
        .update(JSON.stringify(requestOf(index)))
        .digest("hex"),
    controlOf: (index) => indexOf(coordinatesOf(index).with(placeOf("strength"), 0).with(placeOf("lora"), 0)),
  };
}

/** A picture of a cell, drawn so that its LoRA, strength and seed can be seen. */
export async function drawCell(path: string, size: { width: number; height: number }, index: number): Promise<void> {
  const { width, height } = size;
  const hue = (index * 47) % 360;
  const figure = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="100%" height="100%" fill="hsl(${hue} 60% 70%)"/><circle cx="50%" cy="40%" r="25%" fill="hsl(${(hue + 180) % 360} 70% 40%)"/>
    <rect x="5%" y="75%" width="${(index * 13) % 90}%" height="10%" fill="#fff"/></svg>`;
  await sharp(Buffer.from(figure)).png().toFile(path);
}

/** An exported sweep with a drawn picture in every cell, except what `change` says of it. */
export async function drawnSweep(
  folder: string,
  resolved: ResolvedSweep,
  change: (cell: ExportedCell) => ExportedCell = (cell) => cell,
): Promise<ExportedSweep> {
  const { width, height } = resolved.settings;
  const cells: ExportedCell[] = [];
  for (let index = 0; index < resolved.cellCount; index += 1) {
    const path = join(folder, `cell ${index}.png`);
    await drawCell(path, { width, height }, index);
    const content = createHash("sha256").update(`cell ${index}`).digest("hex");
    const infotext = `1girl, okara <lora:okara:0.5>\nNegative prompt: lowres\nSteps: 24, Sampler: Euler a, CFG scale: 6, Seed: 1001, Size: ${width}x${height}, Model: anime`;
    cells.push(change({ index, state: "drawn", picture: { content, path, width, height, infotext }, problem: null }));
  }
  const missing = (index: number): ExportedCell => ({ index, state: "waiting", picture: null, problem: null });
  return {
    id: 7,
    name: resolved.settings.name,
    rehearsal: resolved.settings.rehearsal,
    resolved,
    cell: (index) => cells[index] ?? missing(index),
  };
}
