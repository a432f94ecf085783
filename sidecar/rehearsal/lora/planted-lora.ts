import { scriptFamily } from "../trainer/model/script-family.js";
import { loraFile } from "../trainer/saves/lora-file.js";
import { type Learnt, learntFrom, nothingLearnt, type Study } from "./learnt.js";

const plantedKinds = ["none", "weak", "eyesOnly", "good", "melting", "burnt", "copying"] as const;
/**
 * What is known of a planted file, by strength:
 * none: no trait at any strength. weak: hardly a trait up to 1. eyesOnly: the eyes and nothing else. good: all but the ahoge from
 * about 0.75, sound up to 0.95, melting from 1.2. melting: good from 0.5 to 0.7, melting from 0.9. burnt: melts from 0.45 on.
 * copying: a training picture for every seed from 0.7 on.
 */
export type PlantedKind = (typeof plantedKinds)[number];

const set = { pictures: 20, learningRate: 1e-4, trigger: "okara" };
const studies: Readonly<Record<Exclude<PlantedKind, "none" | "eyesOnly">, Study>> = {
  weak: { ...set, showings: 18 },
  good: { ...set, showings: 200 },
  melting: { ...set, showings: 350 },
  burnt: { ...set, showings: 900 },
  copying: { ...set, showings: 420, pictures: 4 },
};

function plantedLearnt(kind: PlantedKind): Learnt {
  if (kind === "none") return nothingLearnt;
  if (kind !== "eyesOnly") return learntFrom(studies[kind]);
  const good = learntFrom(studies.good);
  return { ...good, traits: { ...nothingLearnt.traits, eyes: good.traits.eyes } };
}

export interface PlantedLora {
  kind: PlantedKind;
  /** Of the grain in the weights: another file, the same truth. */
  seed: number;
  /** `--output_name`, of which every WebUI makes the alias. */
  name?: string;
  step?: number;
  epoch?: number;
  script?: string;
  /** In place of the kind's own. */
  study?: Study;
  /** False: no `ss_*` at all. */
  metadata?: boolean;
}

/** A whole LoRA file with the trainer's keys and metadata, of which is known what it does. */
export function plantedLora(planted: PlantedLora): Buffer {
  const { kind, seed, name = "okara", step = 1000, epoch = 5, script = "train_network.py", study } = planted;
  const family = scriptFamily(script, false);
  const metadata = {
    ss_output_name: name,
    ss_steps: String(step),
    ss_epoch: String(epoch),
    ss_network_module: "networks.lora",
    ss_network_dim: "4",
    ss_network_alpha: "4.0",
    ss_base_model_version: family.baseModelVersion,
    ss_sd_model_name: "atelier-rehearsal.safetensors",
    ss_tag_frequency: JSON.stringify({ "10_okara": { okara: 20, "1girl": 20, solo: 20 } }),
    ss_num_train_images: "200",
    "modelspec.architecture": `${family.architecture}/lora`,
    "modelspec.title": name,
  };
  const shape = { modules: family.modules, rank: 4, alpha: 4, precision: "F16" as const, algorithm: null };
  const learnt = study === undefined ? plantedLearnt(kind) : learntFrom(study);
  return loraFile(shape, planted.metadata === false ? {} : metadata, { learnt, seed });
}
