/** What a WebUI is asked to draw: the fields of its `/sdapi/v1/txt2img`, as far as a sweep uses them. */
export interface Txt2imgRequest {
  /** With its LoRA tags, as the WebUI parses it. */
  prompt: string;
  negativePrompt: string;
  /** 0 to 2³²−1; those of a batch count up by one. */
  seed: number;
  batchSize: number;
  variationSeed: number | null;
  /** 0–1 */
  variationStrength: number;
  steps: number;
  cfgScale: number;
  /** Flux and its kin; null where it is not asked for. */
  distilledCfgScale: number | null;
  width: number;
  height: number;
  /** Null: the WebUI's own. */
  sampler: string | null;
  /** Joined to the sampler's name where the WebUI has no list of its own. */
  scheduler: string | null;
  styles: readonly string[];
  hires: HiresRequest | null;
  denoisingStrength: number | null;
  eta: number | null;
  /** Names of the WebUI's options, for this picture only: sd_model_checkpoint, sd_vae, CLIP_stop_at_last_layers … */
  overrideSettings: Readonly<Record<string, string | number | boolean>>;
  /** Further fields of the API by their own names (s_churn, refiner_checkpoint …). */
  further: Readonly<Record<string, string | number | boolean>>;
}

export interface HiresRequest {
  scale: number;
  upscaler: string | null;
  steps: number;
  sampler: string | null;
}

/** One picture as the WebUI gave it. */
export interface DrawnPicture {
  /** PNG; its text chunk is kept as it came. */
  png: Buffer;
  seed: number;
  /** As the WebUI writes it into files. */
  infotext: string;
}

/**
 * The button that somebody pressed in the WebUI while this was drawn: Interrupt, Skip, or the WebUI's way of stopping after the
 * picture in the making (its option "interrupt after current image"), which leaves the pictures whole.
 */
export type PressedButton = "interrupt" | "skip" | "stopAfter";

export interface DrawnPictures {
  pictures: readonly DrawnPicture[];
  pressed: PressedButton | null;
  /** Short hash of the base checkpoint that drew, as the WebUI names it. */
  modelHash: string | null;
  modelName: string | null;
}

export interface WebuiCheckpoint {
  /** As its option `sd_model_checkpoint` takes it. */
  title: string;
  name: string;
  hash: string | null;
  sha256: string | null;
  filename: string | null;
}

/** Interrupt and Skip end a picture in the middle; it looks like any other. */
export const isHalfMade = ({ pressed }: Pick<DrawnPictures, "pressed">): boolean =>
  pressed === "interrupt" || pressed === "skip";

/** What a WebUI can draw with; asked, never assumed. A null list: this WebUI has no such thing. */
export interface DrawingFacts {
  checkpoints: readonly WebuiCheckpoint[];
  /** Title of the checkpoint it has now. */
  checkpoint: string | null;
  samplers: readonly string[];
  schedulers: readonly string[] | null;
  vaes: readonly string[] | null;
  modules: readonly string[] | null;
  upscalers: readonly string[];
  styles: readonly string[];
  faceRestorers: readonly string[];
  loras: readonly WebuiLora[];
  loraFolder: string | null;
  /** True for the stand-in; what it draws is said to be a rehearsal everywhere. */
  rehearsal: boolean;
}

export interface WebuiLora {
  /** File name without suffix: what a prompt names. */
  name: string;
  alias: string | null;
  path: string | null;
}

/** How far the picture being drawn is, 0–1. */
type OnDrawing = (part: number) => void;

/** The part of a WebUI's link that draws. */
export interface WebuiDrawing {
  drawingFacts(signal: AbortSignal): Promise<DrawingFacts>;
  /** Looks for LoRA files anew, then lists them. */
  loras(signal: AbortSignal): Promise<readonly WebuiLora[]>;
  /**
   * Waits for its turn in the WebUI's own queue, then draws. An abort interrupts the drawing if it is ours.
   * @throws StudioError "offline" (gone, or no answer in time: the same may be asked again) | "webuiFailed" (status 500 and
   * its kin: this request) | "accessRefused" | "notAllowed"
   */
  draw(request: Txt2imgRequest, signal: AbortSignal, onDrawing?: OnDrawing): Promise<DrawnPictures>;
  /** Ends what is being drawn, if it is ours. */
  interrupt(signal: AbortSignal): Promise<void>;
}
