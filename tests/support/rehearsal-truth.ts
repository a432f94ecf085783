import { readLora } from "../../sidecar/rehearsal/lora/read-lora.js";
import { baseScene } from "../../sidecar/rehearsal/pictures/base-scene.js";
import { characterOf } from "../../sidecar/rehearsal/pictures/character.js";
import type { Colour } from "../../sidecar/rehearsal/pictures/colour.js";
import { promptedScene } from "../../sidecar/rehearsal/pictures/read-prompt.js";
import type { Scene } from "../../sidecar/rehearsal/pictures/scene.js";
import { affectedScene, effectOf } from "../../sidecar/rehearsal/webui/drawing/effect.js";

export interface AskedTruth {
  files: readonly string[];
  strengths: readonly number[];
  trigger: string;
  character: number;
}

/** What a file does at a strength, as it was planted: no pixel and no score has a part in it. */
export interface PlantedCell {
  file: string;
  strength: number;
  /** Part of the way from the base model's figure to the character, 0–1: hair, eyes, clothes and the marks that she has. */
  way: number;
  /** Part of the pictures that melt, burn or are copies of a training picture, 0–1. */
  ruined: number;
}

const SEEDS = 8;

const far = (one: Colour, other: Colour): number => Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]);

function wayOf(from: Scene, drawn: Scene, to: Scene): number {
  const parts = (["hair", "eyes", "clothes"] as const).map(
    (name) => 1 - far(drawn[name], to[name]) / far(from[name], to[name]),
  );
  for (const mark of ["twintails", "ahoge", "ornament", "dress"] as const) {
    if (to.marks[mark] > 0) parts.push(drawn.marks[mark]);
  }
  return parts.reduce((sum, part) => sum + Math.max(0, part), 0) / parts.length;
}

/** Reads files by their tensors and works out what the stand-in WebUI draws with each, for many seeds. */
export default async function rehearsalTruth({
  files,
  strengths,
  trigger,
  character,
}: AskedTruth): Promise<PlantedCell[]> {
  const prompt = `1girl, ${trigger}, solo, upper body`;
  const target = characterOf(character).scene;
  const cells: PlantedCell[] = [];
  for (const file of files) {
    const lora = await readLora(file);
    for (const strength of strengths) {
      const effect = effectOf([{ lora, unet: strength, textEncoder: strength }], prompt);
      let [way, ruined] = [0, 0];
      for (let seed = 0; seed < SEEDS; seed += 1) {
        const base = promptedScene(baseScene(seed), prompt, "");
        const { scene, melted, burnt, copied } = affectedScene(base, effect, prompt, seed);
        way += wayOf(base, scene, target) / SEEDS;
        if (melted > 0.1 || burnt > 0.3 || copied !== null) ruined += 1 / SEEDS;
      }
      cells.push({ file, strength, way, ruined });
    }
  }
  return cells;
}
