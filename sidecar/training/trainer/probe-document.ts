import type { PackageName } from "./trainer.js";

/** A card as torch describes it. */
export interface TorchDevice {
  name: string;
  /** MiB. */
  memory: number | null;
  /** CUDA's "compute capability", 8.9 as [8, 9]; null for other cards. */
  capability: readonly [major: number, minor: number] | null;
}

export interface TorchDocument {
  version: string;
  cuda: string | null;
  hip: string | null;
  available: boolean;
  devices: TorchDevice[];
  /** What torch has code for: `sm_86`, `compute_90` … */
  architectures: string[];
  /** What asking for the cards ended in. */
  cardError: string | null;
}

/** What `probe.py` tells. */
export interface ProbeDocument {
  python: string;
  /** Folder of its packages; null when unknown. */
  sitePackages: string | null;
  packages: Record<PackageName, string | null>;
  /** `unanswered`: the process ended or hung while torch was loaded. */
  torch: TorchDocument | { error: string } | "missing" | "unanswered";
}

type Fields = Record<string, unknown>;
const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const textOf = (value: unknown): string | null => (typeof value === "string" ? value : null);
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

function deviceOf(value: unknown): TorchDevice[] {
  if (!isFields(value) || typeof value.name !== "string") return [];
  const [major, minor] = listOf(value.capability);
  const capability = typeof major === "number" && typeof minor === "number" ? ([major, minor] as const) : null;
  return [{ name: value.name, memory: typeof value.memory === "number" ? value.memory : null, capability }];
}

function torchOf(fields: Fields): ProbeDocument["torch"] {
  if (!("torch" in fields)) return "unanswered";
  const { torch } = fields;
  if (!isFields(torch)) return "missing";
  if (typeof torch.error === "string") return { error: torch.error };
  const cards = isFields(torch.cards) ? torch.cards : {};
  return {
    version: textOf(torch.version) ?? "",
    cuda: textOf(torch.cuda),
    hip: textOf(torch.hip),
    available: cards.available === true,
    devices: listOf(cards.devices).flatMap(deviceOf),
    architectures: listOf(cards.architectures).filter((name) => typeof name === "string"),
    cardError: textOf(cards.error),
  };
}

function fieldsOf(line: string): Fields | null {
  try {
    const parsed: unknown = JSON.parse(line);
    return isFields(parsed) ? parsed : null;
  } catch {
    return null;
  }
}

/** The last whole document that was printed; null when what ran is no Python of ours. */
export function readProbe(printed: string): ProbeDocument | null {
  for (const line of printed.split(/\r?\n/).reverse()) {
    const fields = line.startsWith("{") ? fieldsOf(line) : null;
    if (fields === null || typeof fields.python !== "string") continue;
    const versions = isFields(fields.packages) ? fields.packages : {};
    const of = (name: PackageName): string | null => textOf(versions[name]);
    return {
      python: fields.python,
      sitePackages: textOf(fields.sitePackages),
      packages: {
        accelerate: of("accelerate"),
        diffusers: of("diffusers"),
        transformers: of("transformers"),
        safetensors: of("safetensors"),
        bitsandbytes: of("bitsandbytes"),
        xformers: of("xformers"),
        lycoris: of("lycoris"),
        prodigyopt: of("prodigyopt"),
        tensorboard: of("tensorboard"),
      },
      torch: torchOf(fields),
    };
  }
  return null;
}
