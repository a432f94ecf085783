/** Who says what a rule says. */
export interface Source {
  title: string;
  /** Where it is written: a citation, no address that may move. */
  where: string;
}

const source = (title: string, where: string): Source => ({ title, where });
const scripts = (file: string): Source => source("sd-scripts", `sd-scripts 48d368fa (2026-02-16), ${file}`);

/** Every source that rules name, by key. */
export const sources = {
  article: source("LoRAを作ってみよう!~実践編・基本~", "“LoRAを作ってみよう! 実践編・基本” (article)"),
  trainer: scripts("train_network.py"),
  trainUtil: scripts("library/train_util.py"),
  configUtil: scripts("library/config_util.py"),
  customTrain: scripts("library/custom_train_functions.py"),
  loraModule: scripts("networks/lora.py"),
  sdxlTrainer: scripts("sdxl_train_network.py"),
  sd3Trainer: scripts("sd3_train_network.py"),
  fluxTrainer: scripts("flux_train_network.py"),
  luminaTrainer: scripts("lumina_train_network.py"),
  luminaModel: scripts("library/lumina_models.py"),
  hunyuanTrainer: scripts("hunyuan_image_train_network.py"),
  animaTrainer: scripts("anima_train_network.py"),
  fluxUtil: scripts("library/flux_utils.py"),
  networkGuide: scripts("docs/train_network.md"),
  advancedGuide: scripts("docs/train_network_advanced.md"),
  sdxlGuide: scripts("docs/train_SDXL-en.md"),
  fluxGuide: scripts("docs/flux_train_network.md"),
  sd3Guide: scripts("docs/sd3_train_network.md"),
  luminaGuide: scripts("docs/lumina_train_network.md"),
  hunyuanGuide: scripts("docs/hunyuan_image_train_network.md"),
  animaGuide: scripts("docs/anima_train_network.md"),
  modelFile: source("The base model's own file", "the header of its safetensors file"),
  recorded: source("Recorded runs of the trainer", "sd-scripts 48d368fa, run on a CPU with each of these settings"),
  kohyaGui: source("kohya_ss", "bmaltais/kohya_ss 2026-07, kohya_gui/lora_gui.py"),
  kohyaPresets: source("kohya_ss presets", "bmaltais/kohya_ss 2026-07, presets/lora"),
  kohyaOptions: source("kohya_ss guide", "bmaltais/kohya_ss, docs/LoRA/options.md"),
  kohyaColab: source("kohya-colab", "hollowstrawberry/kohya-colab, Lora_Trainer.ipynb and Lora_Trainer_XL.ipynb"),
  datasetStudio: source("LoRA Dataset Studio", "perfectgf/lora-dataset-studio, recommended_steps"),
  animaStudio: source("AnimaLoraStudio", "WalkingMeatAxolotl/AnimaLoraStudio, training tips"),
  lycoris: source("LyCORIS guidelines", "KohakuBlueleaf/LyCORIS, docs/Guidelines.md; arXiv 2309.14859"),
  lion: source("Lion", "lucidrains/lion-pytorch; arXiv 2302.06675"),
  prodigy: source("Prodigy", "konstmish/prodigy; arXiv 2306.06101"),
  prodigyPlus: source("Prodigy plus schedule-free", "LoganBooker/prodigy-plus-schedule-free, README"),
  dAdaptation: source("D-Adaptation", "facebookresearch/dadaptation; arXiv 2301.07733"),
  minSnr: source("Min-SNR weighting", "arXiv 2303.09556"),
  zeroTerminal: source("Noise schedules and sample steps are flawed", "arXiv 2305.08891"),
  loraPaper: source("LoRA", "arXiv 2106.09685"),
  loraPrimer: source("LoRA primer, part 3", "Reddit, 2026"),
  pythonPickle: source("Python: pickle", "docs.python.org, library/pickle, warning at the top"),
} as const satisfies Record<string, Source>;

export const isSource = (name: string): name is keyof typeof sources => Object.hasOwn(sources, name);
