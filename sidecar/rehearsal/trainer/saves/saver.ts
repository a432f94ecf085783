import { existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { learntFrom, type Study } from "../../lora/learnt.js";
import type { ScriptFamily } from "../model/script-family.js";
import { type Session, sleep } from "../run/session.js";
import { inTrain, PythonError } from "../screen/traceback.js";
import { fileStems, removedStep } from "./file-names.js";
import { type LoraShape, loraFile, writeInHalves } from "./lora-file.js";
import { saveMetadata } from "./run-metadata.js";
import { removeState, writeState } from "./states.js";
import { diskFull, readOnly, writeError } from "./write-errors.js";

const precisions = { fp16: "F16", bf16: "BF16" } as const;

/** Rank, kind and precision as the arguments ask for them. */
function loraShape({ settings }: Session, { modules }: ScriptFamily): LoraShape {
  const precision = settings.text("save_precision");
  const algorithm = settings
    .list("network_args")
    .find((pair) => pair.startsWith("algo="))
    ?.slice(5);
  const unetOnly = settings.flag("network_train_unet_only");
  return {
    modules: modules.filter(([name]) => !unetOnly || name.startsWith("lora_unet")),
    rank: settings.number("network_dim") ?? 4,
    alpha: settings.number("network_alpha") ?? 1,
    precision: precision === "fp16" || precision === "bf16" ? precisions[precision] : "F32",
    algorithm: algorithm === "loha" || algorithm === "lokr" ? algorithm : null,
  };
}

/** Where a run is. */
export interface Place {
  step: number;
  epoch: number;
  /** The weights are NaN. */
  broken: boolean;
}

/** Writes and deletes the files of a run. */
export class Saver {
  readonly #session: Session;
  readonly #family: ScriptFamily;
  readonly #metadata: Readonly<Record<string, string>>;
  readonly #study: (step: number) => Study;

  constructor(
    session: Session,
    family: ScriptFamily,
    metadata: Readonly<Record<string, string>>,
    study: (step: number) => Study,
  ) {
    this.#session = session;
    this.#family = family;
    this.#metadata = metadata;
    this.#study = study;
  }

  /** A checkpoint by steps where one is due or asked for, with its state, and away with an old one. */
  async atStep(place: Place, every: number): Promise<void> {
    const { settings, requests } = this.#session;
    const stem = fileStems(settings).step(place.step);
    const planned = every > 0 && place.step % every === 0;
    const state = settings.flag("save_state") ? this.#path(`${stem}-state`) : null;
    const asked = requests.takeSave(place.step, { file: this.#file(stem), state, planned });
    if (planned || asked) await this.#atStep(place, planned ? every : 0);
  }

  async #atStep(place: Place, every: number): Promise<void> {
    const { settings, log, requests } = this.#session;
    const stems = fileStems(settings);
    /** One that was asked for takes none away, and none takes it away. */
    const removed = (keep: number | null): number | null => {
      const old = every > 0 ? removedStep(place.step, every, keep) : null;
      return old === null || requests.kept.has(old) ? null : old;
    };
    await this.#save(stems.step(place.step), place);
    const keep = settings.number("save_last_n_steps");
    if (settings.flag("save_state")) {
      log.info("train_util.py:5963", "");
      log.info("train_util.py:5964", `saving state at step ${place.step}`);
      this.#state(stems.step(place.step), { ...place, epoch: place.epoch + 1 });
      const old = removed(settings.number("save_last_n_steps_state") || keep);
      if (old !== null) removeState(log, this.#path(`${stems.step(old)}-state`));
    }
    const old = removed(keep);
    if (old !== null) this.#remove(stems.step(old));
  }

  /** A checkpoint by epochs, the same way. */
  async atEpoch(place: Place, every: number): Promise<void> {
    const { settings, log } = this.#session;
    const stems = fileStems(settings);
    await this.#save(stems.epoch(place.epoch), place);
    const keep = settings.number("save_last_n_epochs");
    if (keep !== null) this.#remove(stems.epoch(place.epoch - every * keep));
    if (!settings.flag("save_state")) return;
    log.info("train_util.py:5935", "");
    log.info("train_util.py:5936", `saving state at epoch ${place.epoch}`);
    this.#state(stems.epoch(place.epoch), place);
    const keepState = settings.number("save_last_n_epochs_state") || keep;
    if (keepState !== null) removeState(log, this.#path(`${stems.epoch(place.epoch - every * keepState)}-state`));
  }

  /** The last state and the last file. */
  async atEnd(place: Place): Promise<void> {
    const { settings, log } = this.#session;
    const stems = fileStems(settings);
    if (settings.flag("save_state") || settings.flag("save_state_on_train_end")) {
      log.info("train_util.py:5989", "");
      log.info("train_util.py:5990", "saving last state.");
      this.#state(stems.last, place);
    }
    await this.#save(stems.last, place, this.#session.options.misbehave === "exitZeroTruncated" ? 0.6 : 1);
  }

  #path(name: string): string {
    const folder = this.#session.settings.text("output_dir");
    if (folder === null) {
      throw new PythonError("TypeError", "expected str, bytes or os.PathLike object, not NoneType", [
        ...inTrain(1489, "save_model(ckpt_name, accelerator.unwrap_model(network), global_step, epoch)"),
        ["SCRIPT", 1286, "save_model", "os.makedirs(args.output_dir, exist_ok=True)"],
      ]);
    }
    return join(folder, name);
  }

  #file = (stem: string): string =>
    this.#path(`${stem}.${this.#session.settings.text("save_model_as") ?? "safetensors"}`);

  #bytes(place: Place): Buffer {
    const { settings } = this.#session;
    const metadata = saveMetadata(this.#metadata, settings, this.#family, place);
    const seed = (settings.number("seed") ?? 0) * 1000 + place.step + 1;
    const weights = place.broken ? null : { learnt: learntFrom(this.#study(place.step)), seed };
    return loraFile(loraShape(this.#session, this.#family), metadata, weights);
  }

  /** Says it first, then writes: a reader can meet the file when it is not whole. */
  async #save(stem: string, place: Place, share = 1): Promise<void> {
    const { streams, log, options } = this.#session;
    if (options.misbehave === "exitZeroNothing") return;
    const path = this.#file(stem);
    const folder = this.#path("");
    if (options.misbehave === "readOnly") throw readOnly(folder);
    const full = options.misbehave === "diskFull" && place.step >= (options.atStep ?? 1);
    try {
      mkdirSync(folder, { recursive: true });
      streams.out(`\nsaving checkpoint: ${path}\n`);
      log.warning("sai_model_spec.py:288", "Failed to get git commit hash, using fallback");
      await writeInHalves(path, this.#bytes(place), () => sleep(options.secondsPerSave), full ? 0.5 : share);
    } catch (error) {
      throw writeError(error, folder);
    }
    if (full) throw diskFull();
  }

  #state(stem: string, place: Place): void {
    const folder = this.#path(`${stem}-state`);
    try {
      writeState(this.#session.log, folder, this.#bytes(place), place);
    } catch (error) {
      throw writeError(error, folder);
    }
  }

  #remove(stem: string): void {
    const path = this.#file(stem);
    if (!existsSync(path)) return;
    this.#session.streams.out(`removing old checkpoint: ${path}\n`);
    rmSync(path);
  }
}
