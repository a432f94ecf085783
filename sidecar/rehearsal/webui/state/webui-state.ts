import { appendFile } from "node:fs/promises";
import { join } from "node:path";
import { type WebuiKind, webuiKinds } from "../kinds.js";
import type { StandInWebuiOptions } from "../stand-in-options.js";
import { type Checkpoint, layOutCheckpoints } from "./checkpoints.js";
import { LoraShelf } from "./lora-shelf.js";
import { Queue } from "./queue.js";

/** A line of the log. */
export interface DrawnLine {
  /** Which picture request it was, from 1. */
  request: number;
  seed: number;
  /** Of the files that were really applied. */
  loras: readonly { name: string; content: string; textEncoder: number; unet: number }[];
  prompt: string;
  width: number;
  height: number;
  checkpoint: string;
  /** SHA-256 of everything asked for, seed included: the same twice means drawn twice. */
  key: string;
  interrupted: boolean;
}

/** All that the stand-in remembers while it runs. */
export class WebuiState {
  readonly options: StandInWebuiOptions;
  readonly kind: WebuiKind;
  readonly checkpoints: readonly Checkpoint[];
  readonly shelf: LoraShelf;
  readonly queue = new Queue();
  /** What `/sdapi/v1/options` tells and takes. */
  readonly settings: Record<string, unknown>;
  loaded = true;
  requests = 0;
  drawn = 0;
  merges = 0;
  /** Which LoRAs at which strengths are in the model now. */
  #applied = "";

  private constructor(options: StandInWebuiOptions, checkpoints: readonly Checkpoint[]) {
    this.options = options;
    this.kind = webuiKinds[options.kind];
    this.checkpoints = checkpoints;
    const stale = this.kind.staleLoras || options.misbehave.has("stale-lora");
    this.shelf = new LoraShelf(join(options.home, "models", "Lora"), stale);
    const [first] = checkpoints;
    this.settings = {
      sd_model_checkpoint: this.kind.hasVae ? first?.title : `${first?.model_name}.safetensors`,
      sd_checkpoint_hash: first?.sha256,
      CLIP_stop_at_last_layers: 1,
      samples_save: true,
      outdir_samples: "",
      outdir_txt2img_samples: this.kind.hasVae ? "output/txt2img-images" : "outputs/txt2img-images",
      live_previews_enable: true,
      show_progress_type: "Approx NN",
      sd_vae: "Automatic",
      sd_lora: "None",
      lora_add_hashes_to_infotext: true,
      randn_source: "GPU",
      samples_format: "png",
      enable_pnginfo: true,
      ...(this.kind.hasVae ? {} : { forge_preset: "sd", forge_additional_modules: [] }),
    };
  }

  static async open(options: StandInWebuiOptions): Promise<WebuiState> {
    const state = new WebuiState(options, await layOutCheckpoints(options.home));
    await state.shelf.refresh();
    return state;
  }

  /** Puts LoRAs into the model. @returns whether that was work: other ones, or other strengths, than before */
  apply(key: string): boolean {
    if (key === this.#applied) return false;
    this.#applied = key;
    if (key === "") return false;
    this.merges += 1;
    return true;
  }

  async note(line: DrawnLine): Promise<void> {
    this.drawn += 1;
    if (this.options.log !== null) await appendFile(this.options.log, `${JSON.stringify(line)}\n`);
  }
}
