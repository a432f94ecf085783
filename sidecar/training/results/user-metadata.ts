/** What the WebUI keeps beside a LoRA file, by its own names (A1111 1.6 – 1.10, Forge and its kin). */
export interface UserMetadata {
  description: string;
  "activation text": string;
  "preferred weight": number;
  "negative text": string;
  notes: string;
  "sd version"?: string;
}

// Names of A1111's `SdVersion`; others are left to the WebUI, which looks into the file.
const versions: readonly (readonly [start: string, version: string])[] = [
  ["sdxl", "SDXL"],
  ["sd_v1", "SD1"],
  ["sd_v2", "SD2"],
  ["sd3", "SD3"],
];

export interface MetadataWish {
  activationText: string;
  /** Strength; 0 leaves it to the WebUI's setting. */
  preferredWeight: number;
  negativeText: string;
  notes: string;
}

/** What a WebUI shall know of a LoRA. @param metadata of the file */
export function userMetadata(metadata: ReadonlyMap<string, string>, wish: MetadataWish): UserMetadata {
  const base = metadata.get("ss_base_model_version") ?? "";
  const version = versions.find(([start]) => base.startsWith(start))?.[1];
  return {
    description: "",
    ...(version === undefined ? {} : { "sd version": version }),
    "activation text": wish.activationText,
    "preferred weight": wish.preferredWeight,
    "negative text": wish.negativeText,
    notes: wish.notes,
  };
}

const facts: readonly (readonly [key: string, label: string])[] = [
  ["ss_steps", "steps"],
  ["ss_epoch", "epoch"],
  ["ss_num_train_images", "images × repeats"],
  ["ss_sd_model_name", "base model"],
  ["ss_network_dim", "network dim"],
  ["ss_network_alpha", "alpha"],
  ["ss_optimizer", "optimizer"],
  ["ss_learning_rate", "learning rate"],
  ["ss_resolution", "resolution"],
  ["ss_seed", "seed"],
];

/** Notes for a LoRA whose maker wrote none: how it was made, in figures that need no language. */
export function factNotes(
  metadata: ReadonlyMap<string, string>,
  run: { id: number; rehearsal: boolean } | null,
): string {
  const told = facts.flatMap(([key, label]) => {
    const value = metadata.get(key);
    return value === undefined || value === "" || value === "None" ? [] : [`${label}: ${value}`];
  });
  const title = run === null ? [] : [`LoRA Atelier, run ${run.id}`];
  const warning = run?.rehearsal ? ["A rehearsal: nothing was learnt."] : [];
  return [...title, ...warning, ...told].join("\n");
}
