import type { ActiveLora } from "../drawing/effect.js";
import type { Misbehaviour } from "../misbehaviours.js";
import { findCheckpoint } from "../state/checkpoints.js";
import type { ShelvedLora } from "../state/lora-shelf.js";
import type { WebuiState } from "../state/webui-state.js";
import type { InfotextFacts } from "./infotext.js";
import { promptLoras, withStyles } from "./prompt-loras.js";
import type { Txt2img } from "./request.js";

/** Status 500. */
export class DrawingFailed extends Error {}

interface AppliedLora extends ActiveLora {
  name: string;
  file: ShelvedLora;
}

/** What is the same for all pictures of a request. */
export interface PictureFacts extends Omit<InfotextFacts, "seed" | "variationSeed"> {
  loras: readonly AppliedLora[];
  /** Of the picture, in pixels; `width` and `height` are those that infotexts tell. */
  drawnWidth: number;
  drawnHeight: number;
  isBroken: boolean;
  tellsInfotext: boolean;
}

// A misbehaving one draws so many pixels less.
const NARROWER = 64;

/** The LoRAs of a prompt that can be read; one that cannot is left out without a word. */
async function appliedLoras(state: WebuiState, prompt: string): Promise<AppliedLora[]> {
  const found: AppliedLora[] = [];
  for (const { name, textEncoder, unet } of promptLoras(prompt)) {
    const file = await state.shelf.find(name);
    const lora = file && (await state.shelf.weights(file));
    if (file && lora) found.push({ name, file, lora, textEncoder, unet });
  }
  return found;
}

/** Request, settings and misbehaviour to what will be drawn and told. @throws DrawingFailed */
export async function pictureFacts(
  state: WebuiState,
  wish: Txt2img,
  does: (name: Misbehaviour) => boolean,
): Promise<PictureFacts> {
  const { kind } = state;
  const settings = { ...state.settings, ...wish.overrideSettings };
  // A checkpoint that is not there leaves the one that is.
  const asked =
    findCheckpoint(state.checkpoints, settings.sd_model_checkpoint) ??
    findCheckpoint(state.checkpoints, state.settings.sd_model_checkpoint);
  const checkpoint = does("wrong-model") ? state.checkpoints.find((one) => one !== asked) : asked;
  if (!checkpoint) throw new DrawingFailed("No checkpoint found.");
  const prompt = withStyles(wish.prompt, wish.styles, "prompt");
  const loras = does("silent-missing-lora") ? [] : await appliedLoras(state, prompt);
  const isBroken = loras.some(({ lora }) => lora.broken);
  if (isBroken && kind.refusesNaN) throw new DrawingFailed("A tensor with NaNs was produced in Unet.");
  const tellsHashes = settings.lora_add_hashes_to_infotext !== false && !does("no-hashes");
  const hashes = loras.map(({ name, file }) => `${name}: ${file.shortHash}`).join(", ");
  const narrower = does("wrong-size") ? NARROWER : 0;
  const scale = wish.hires?.scale ?? 1;
  const vae = String(settings.sd_vae);
  return {
    prompt,
    negativePrompt: withStyles(wish.negativePrompt, wish.styles, "negative_prompt"),
    steps: wish.steps,
    sampler: wish.sampler,
    scheduleType: kind.schedulers ? (wish.scheduler ?? "Automatic") : null,
    cfgScale: wish.cfgScale,
    distilledCfgScale: kind.hasVae || wish.distilledCfgScale === 3.5 ? null : wish.distilledCfgScale,
    width: wish.width - narrower,
    height: wish.height - narrower,
    modelHash: checkpoint.hash,
    model: checkpoint.model_name,
    vae: vae === "Automatic" || vae === "None" ? null : vae,
    variationStrength: wish.variationStrength,
    denoisingStrength: wish.hires ? (wish.denoisingStrength ?? 0.7) : null,
    clipSkip: Number(settings.CLIP_stop_at_last_layers) || 1,
    noiseSource: String(settings.randn_source),
    hires: wish.hires,
    loraHashes: tellsHashes ? hashes : "",
    version: kind.version,
    loras,
    drawnWidth: Math.round(wish.width * scale) - narrower,
    drawnHeight: Math.round(wish.height * scale) - narrower,
    isBroken,
    tellsInfotext: !does("no-infotext") && settings.enable_pnginfo !== false,
  };
}
