import { computed, signal } from "@preact/signals";
import type { Methods, PlanArgumentValue, PlanFamily, PlanParameter } from "../../../protocol/generated/methods.js";
import { call, onOpen, RequestError } from "../rpc.js";
import { language, words } from "./look.js";

export type Parameter = PlanParameter;
type Catalog = Methods["planning/parameters"]["result"];
export type Preset = Methods["planning/presets"]["result"]["presets"][number];

/** What the trainer can be told; null until it is known. */
export const catalog = signal<Catalog | null>(null);
export const planPresets = signal<Preset[]>([]);
export const presetError = signal<RequestError | null>(null);

export const byName = computed(
  () => new Map(catalog.value?.parameters.map((parameter) => [parameter.name, parameter])),
);

export function defaultOf(parameter: Parameter, family: PlanFamily): PlanArgumentValue | null {
  const own = parameter.familyDefaults?.[family];
  return own === undefined ? parameter.default : own;
}

export const choicesOf = (parameter: Parameter, family: PlanFamily): readonly string[] =>
  parameter.familyChoices?.[family] ?? parameter.choices ?? [];

export const isOf = ({ families }: Parameter, family: PlanFamily): boolean =>
  families === null || families.includes(family);

/** A sentence that comes in both languages. */
export const spoken = ({ en, ja }: { en: string; ja: string }): string => (language.value === "ja" ? ja : en);

export const titleOfFamily = (name: PlanFamily): string =>
  catalog.value?.families.find((family) => family.name === name)?.title ?? name;

const written: Record<string, string> = {
  lr: "LR",
  unet: "U-Net",
  vae: "VAE",
  snr: "SNR",
  ip: "IP",
  fp8: "FP8",
  fp16: "FP16",
  bf16: "BF16",
  t5xxl: "T5-XXL",
  clip: "CLIP",
  n: "N",
  ddp: "DDP",
  sdpa: "SDPA",
  v2: "V2",
  id: "ID",
};

/** An argument's name as people say it: `network_dim` is “Network dim”. */
export function readable(name: string): string {
  const said = name
    .split("_")
    .map((part) => written[part] ?? part)
    .join(" ");
  const english = said.charAt(0).toUpperCase() + said.slice(1);
  const own = words.value.plan.argumentNames[name];
  return own === undefined ? english : `${own}（${english}）`;
}

/** A value as one writes it. */
export function asText(value: PlanArgumentValue | null): string {
  if (value === null) return "";
  if (Array.isArray(value)) return value.map(asText).join(" ");
  // Rates are read as 1e-4, not by counting zeros.
  const isSmall = typeof value === "number" && value !== 0 && Math.abs(value) < 1e-3;
  return isSmall ? value.toExponential() : String(value);
}

async function asPresets(request: Promise<{ presets: Preset[] }>): Promise<void> {
  try {
    planPresets.value = (await request).presets;
    presetError.value = null;
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    presetError.value = error;
  }
}

export const savePlanPreset = (name: string, plan: Methods["planning/savePreset"]["params"]["plan"]): Promise<void> =>
  asPresets(call("planning/savePreset", { name, plan }));
export const deletePlanPreset = (name: string): Promise<void> => asPresets(call("planning/deletePreset", { name }));

export function followCatalog(): void {
  onOpen(async () => {
    try {
      catalog.value = await call("planning/parameters", {});
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
    }
    await asPresets(call("planning/presets", {}));
  });
}
