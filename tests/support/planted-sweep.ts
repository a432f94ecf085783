import { randomBytes } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { openBytes, readPicture } from "../../sidecar/dataset/decode.js";
import { type PlantedLora, plantedLora } from "../../sidecar/rehearsal/lora/planted-lora.js";
import { type ReadLora, readLora } from "../../sidecar/rehearsal/lora/read-lora.js";
import type { Pixels } from "../../sidecar/rehearsal/pictures/ruin.js";
import { trainingPictures } from "../../sidecar/rehearsal/pictures/training-set.js";
import { drawTrainingPicture } from "../../sidecar/rehearsal/pictures/write-training-set.js";
import { drawPicture } from "../../sidecar/rehearsal/webui/drawing/draw-picture.js";
import type { PictureEvidence, ScoredCell, SweepEvidence } from "../../sidecar/sweep/scores/evidence.js";
import { seePixels } from "../../sidecar/sweep/scores/take-evidence.js";
import { spelling } from "../../sidecar/tagging/choose/spelling.js";
import { builtInModel, openModel } from "../../sidecar/tagging/model.js";
import { startTagger } from "../../sidecar/tagging/tagger.js";

// Who reads the user's files refuses drawings; the stand-in draws with them, here in the same process.
sharp.unblock({ operation: ["VipsForeignLoadSvg"] });

const SIZE = { width: 256, height: 384 };

/** What turns a picture file into evidence: pixels in, nothing else. */
export interface PlantedEye {
  see(path: string): Promise<PictureEvidence>;
  knownTags: ReadonlySet<string>;
  close(): Promise<void>;
}

/** The built-in tagger and the pixel statistics. */
export async function openEye(): Promise<PlantedEye> {
  const tagger = await startTagger(await openModel(builtInModel, "/"));
  const names = tagger.labels.map(({ name, category }) => (category === "rating" ? null : spelling(name)));
  return {
    async see(path) {
      const { probabilities } = await tagger.score(path);
      const tags = new Map<string, number>();
      for (const [label, name] of names.entries()) {
        const probability = probabilities[label] ?? 0;
        if (name !== null && probability >= 0.005) tags.set(name, probability);
      }
      return { tags, ...(await seePixels(openBytes(await readPicture(path)))) };
    },
    knownTags: new Set(names.filter((name) => name !== null)),
    close: tagger.close,
  };
}

/** Writes pixels as a PNG without any text, under a name that tells nothing. */
async function writeNameless(folder: string, { data, width, height }: Pixels): Promise<string> {
  const path = join(folder, `${randomBytes(12).toString("hex")}.png`);
  await writeFile(
    path,
    await sharp(data, { raw: { width, height, channels: 3 } })
      .png({ compressionLevel: 1 })
      .toBuffer(),
  );
  return path;
}

export interface PlantedSweep {
  folder: string;
  eye: PlantedEye;
  loras: readonly PlantedLora[];
  /** Without the control. */
  strengths: readonly number[];
  seeds: readonly number[];
  prompts: readonly string[];
  training: readonly { path: string; caption: string; evidence: PictureEvidence }[];
}

/** Training pictures as the stand-in has them, seen once for many sweeps. */
export async function plantedTraining(folder: string, eye: PlantedEye): Promise<PlantedSweep["training"]> {
  const training = [];
  for (const [index, picture] of trainingPictures.entries()) {
    const path = await writeNameless(folder, await drawTrainingPicture(picture, index + 1, SIZE.width, SIZE.height));
    training.push({ path, caption: ["okara", ...picture.tags].join(", "), evidence: await eye.see(path) });
  }
  return training;
}

/** Draws a sweep of planted LoRA files and looks at its pictures: who judges them gets pixels only. */
export async function plantedEvidence(sweep: PlantedSweep): Promise<SweepEvidence> {
  const { folder, eye, strengths, seeds, prompts } = sweep;
  await mkdir(folder, { recursive: true });
  const loras: ReadLora[] = [];
  for (const planted of sweep.loras) {
    const path = join(folder, `${randomBytes(12).toString("hex")}.safetensors`);
    await writeFile(path, plantedLora({ ...planted, metadata: false }));
    loras.push(await readLora(path));
  }
  const cells: ScoredCell[] = [];
  for (const [scene, prompt] of prompts.entries()) {
    for (const [turn, seed] of seeds.entries()) {
      const common = { comparison: scene * seeds.length + turn, scene, prompt, hasTrigger: prompt.includes("okara") };
      const wish = {
        ...SIZE,
        prompt,
        negativePrompt: "",
        seed,
        variationSeed: 0,
        variationStrength: 0,
        steps: 20,
        cfgScale: 7,
        manner: [],
        checkpoint: "base",
        noiseSource: "CPU",
      };
      const add = async (lora: number, strengthIndex: number): Promise<void> => {
        const strength = strengthIndex === 0 ? 0 : (strengths[strengthIndex - 1] ?? 0);
        const file = loras[lora];
        const active = strengthIndex === 0 || !file ? [] : [{ lora: file, unet: strength, textEncoder: strength }];
        const path = await writeNameless(folder, await drawPicture({ ...wish, loras: active }));
        const evidence = await eye.see(path);
        cells.push({ ...common, index: cells.length, lora, strengthIndex, strength, evidence });
      };
      await add(0, 0);
      for (const lora of loras.keys()) for (const place of strengths.keys()) await add(lora, place + 1);
    }
  }
  return {
    loras: loras.map((_, lora) => ({ label: `file ${lora + 1}` })),
    strengths: [0, ...strengths],
    cells,
    training: sweep.training.map((picture) => ({ ...picture, heldOut: false })),
    knownTags: eye.knownTags,
    trigger: "okara",
    votes: [],
  };
}
