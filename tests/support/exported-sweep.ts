import { createHash } from "node:crypto";
import { join } from "node:path";
import sharp from "sharp";
import type { ExportedCell, ExportedSweep } from "../../sidecar/sweep/export/read/exported-sweep.js";
import { resolveSweep } from "../../sidecar/sweep/plan/resolve-sweep.js";
import type { ResolvedSweep, SweepSettings } from "../../sidecar/sweep/plan/resolved-sweep.js";
import { sweepCandidate, sweepFacts, sweepSettings } from "./sweep-settings.js";

const labels = ["step 1000 · ep 5", "step 2000 · ep 10", "okara_v2-long-file-name-without-any-space-00003000"];

/** Three LoRA files, four strengths, two prompts, two seeds: 60 cells. */
export function okara(given: Partial<SweepSettings> = {}): ResolvedSweep {
  const settings = sweepSettings({
    loras: ["/home/me/a.safetensors", "/home/me/b.safetensors", "/home/me/c.safetensors"],
    strengths: "0.25-1.0(+0.25)",
    prompts: ["1girl, solo, okara, upper body", "1girl, okara, 屋上で夕日を見る, standing, BREAK, wind"],
    seeds: "1001, 1002",
    width: 256,
    height: 384,
    ...given,
  });
  const candidates = settings.loras.map((path, index) => sweepCandidate(path, { label: labels[index] ?? path }));
  return resolveSweep(settings, sweepFacts(settings, { candidates }));
}

type Colour = readonly [red: number, green: number, blue: number];

/** The ground of a cell's picture: another one for every cell. */
export const groundOf = (index: number): Colour => [
  90 + ((index * 47) % 160),
  90 + ((index * 89) % 160),
  90 + ((index * 23) % 160),
];

/** A picture of a cell: a disc and a bar whose colours and length tell which it is. */
export async function drawCell(path: string, size: { width: number; height: number }, index: number): Promise<void> {
  const { width, height } = size;
  const ground = groundOf(index);
  const pixels = Buffer.alloc(width * height * 3);
  const barEnd = width * (0.05 + ((index * 13) % 90) / 100);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const isDisc = Math.hypot(x - width / 2, y - height * 0.4) < width / 4;
      const isBar = y > height * 0.75 && y < height * 0.85 && x > width * 0.05 && x < barEnd;
      const colour: Colour = isBar ? [255, 255, 255] : isDisc ? [255 - ground[0], ground[2], 255 - ground[1]] : ground;
      pixels.set(colour, (y * width + x) * 3);
    }
  }
  await sharp(pixels, { raw: { width, height, channels: 3 } })
    .png()
    .toFile(path);
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
    cells.push(
      change({
        index,
        state: "drawn",
        picture: { content, path, width, height, infotext, drawnBy: null },
        problem: null,
      }),
    );
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
