import type { FamilyName } from "./families.js";
import { familyNamed } from "./families.js";
import type { Arguments, TrainingPlan } from "./plan.js";

/** A kind of network to train, by the name that people call it. */
export interface LoraType {
  name: string;
  title: string;
  /** null: the family's own LoRA module. */
  networkModule: string | null;
  /** `network_args` words that make it this type; what its user adds follows. */
  networkArguments: readonly string[];
  families: readonly FamilyName[];
  en: string;
  ja: string;
}

const unet: readonly FamilyName[] = ["sdxl", "sd15", "sd2"];
const all: readonly FamilyName[] = [...unet, "anima", "flux", "sd3", "lumina", "hunyuan", "chroma"];

const lycoris = (name: string, title: string, algorithm: string, en: string, ja: string): LoraType => ({
  name,
  title,
  networkModule: "lycoris.kohya",
  networkArguments: [`algo=${algorithm}`],
  families: unet,
  en,
  ja,
});

/**
 * Source: kohya_ss `lora_gui.py` (LoRA_type), sd-scripts 48d368fa `networks/`, LyCORIS 3.2 `lycoris.kohya` (which has to be
 * installed beside the trainer).
 */
export const loraTypes: readonly LoraType[] = [
  {
    name: "standard",
    title: "Standard",
    networkModule: null,
    networkArguments: [],
    families: all,
    en: "The ordinary LoRA: every WebUI reads it, and most guides speak of it.",
    ja: "普通の LoRA。どの WebUI でも読め、多くの解説がこれを前提にしている。",
  },
  {
    name: "locon",
    title: "LoCon",
    networkModule: "networks.lora",
    networkArguments: ["conv_dim=8", "conv_alpha=1"],
    families: unet,
    en: "A LoRA that also learns the 3×3 convolutions: finer texture and style, larger files.",
    ja: "3×3 の畳み込みも学習する LoRA。質感や画風が細かく入るが、ファイルは大きくなる。",
  },
  lycoris(
    "loha",
    "LoHa",
    "loha",
    "Two small products multiplied: softer, holds back from memorising, needs more steps.",
    "二つの積を掛け合わせる方式。覚え込みにくく柔らかく効くが、ステップ数は多めに要る。",
  ),
  lycoris(
    "lokr",
    "LoKr",
    "lokr",
    "A Kronecker product: very small files, strong with a low factor.",
    "クロネッカー積による方式。ファイルがとても小さく、factor が小さいと強く効く。",
  ),
  {
    name: "dylora",
    title: "DyLoRA",
    networkModule: "networks.dylora",
    networkArguments: ["unit=4"],
    families: unet,
    en: "Trains all ranks up to its dim at once, so that a smaller one can be cut out afterwards.",
    ja: "dim 以下の全ランクを同時に学習し、後から小さいランクを切り出せる。",
  },
  {
    name: "oft",
    title: "OFT",
    networkModule: "networks.oft",
    networkArguments: [],
    families: unet,
    en: "Turns the weights instead of adding to them: keeps the base model's composition.",
    ja: "重みを足さずに回転させる方式。ベースモデルの構図を保ちやすい。",
  },
  {
    name: "oft-flux",
    title: "OFT (FLUX)",
    networkModule: "networks.oft_flux",
    networkArguments: [],
    families: ["flux", "chroma"],
    en: "OFT for FLUX: turns the weights instead of adding to them.",
    ja: "FLUX 用の OFT。重みを足さずに回転させる。",
  },
  {
    name: "lora-fa",
    title: "LoRA-FA",
    networkModule: "networks.lora_fa",
    networkArguments: [],
    families: unet,
    en: "Freezes one half of each pair: less memory, a little less able.",
    ja: "対の片方を固定する方式。VRAM は減るが、表現力も少し減る。",
  },
  lycoris(
    "lycoris-locon",
    "LyCORIS LoCon",
    "locon",
    "LoCon by LyCORIS, with DoRA, Tucker and presets of layers.",
    "LyCORIS 版の LoCon。DoRA や Tucker、層のプリセットが使える。",
  ),
  lycoris(
    "lycoris-dylora",
    "LyCORIS DyLoRA",
    "dylora",
    "DyLoRA by LyCORIS, also of the convolutions.",
    "LyCORIS 版の DyLoRA。畳み込みも対象になる。",
  ),
  lycoris(
    "ia3",
    "(IA)³",
    "ia3",
    "Only scales what is there: tiny files, for small changes of style.",
    "既にある値を拡大縮小するだけ。ごく小さいファイルで、軽い画風の変化向き。",
  ),
  lycoris(
    "glora",
    "GLoRA",
    "glora",
    "A generalised LoRA that also adapts the layers' inputs.",
    "層の入力側も調整する、一般化された LoRA。",
  ),
  lycoris(
    "diag-oft",
    "Diag-OFT",
    "diag-oft",
    "OFT in blocks along the diagonal: keeps angles between features.",
    "対角ブロックの OFT。特徴同士の角度を保つ。",
  ),
  lycoris(
    "boft",
    "BOFT",
    "boft",
    "OFT by butterfly products: as Diag-OFT, finer and slower.",
    "バタフライ積による OFT。Diag-OFT より細かく、遅い。",
  ),
  lycoris(
    "full",
    "Native fine-tuning",
    "full",
    "Learns the full difference of every layer: the strongest and the largest, easily too much.",
    "各層の差分をそのまま学習する。最も強く最も大きく、効きすぎになりやすい。",
  ),
];

export const loraTypeNamed = (name: string): LoraType | null => loraTypes.find((type) => type.name === name) ?? null;

/** The arguments that make a plan of this type. */
export function loraTypeArguments(type: LoraType, family: FamilyName): Arguments {
  const words = [...type.networkArguments];
  return {
    network_module: type.networkModule ?? familyNamed(family).networkModule,
    ...(words.length > 0 ? { network_args: words } : {}),
  };
}

const algorithmOf = (words: readonly string[]): string | null =>
  words.find((word) => word.startsWith("algo="))?.slice("algo=".length) ?? null;

/** The type that a plan's arguments make; null for a module that is not listed. */
export function loraTypeOf({ family, arguments: given }: Pick<TrainingPlan, "family" | "arguments">): LoraType | null {
  const module = given.network_module ?? familyNamed(family).networkModule;
  const words = Array.isArray(given.network_args) ? given.network_args.map(String) : [];
  if (module === "networks.lora" && words.some((word) => /^conv_dim=(?!0?$)/.test(word))) return loraTypeNamed("locon");
  if (module === familyNamed(family).networkModule) return loraTypeNamed("standard");
  const algorithm = algorithmOf(words) ?? (module === "lycoris.kohya" ? "lora" : null);
  const found = loraTypes.find(
    (type) => type.networkModule === module && (algorithm === null || algorithmOf(type.networkArguments) === algorithm),
  );
  if (found) return found;
  return algorithm === "lora" ? loraTypeNamed("lycoris-locon") : null;
}
