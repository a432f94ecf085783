import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Session } from "../run/session.js";
import type { Log } from "../screen/log.js";
import { inTrain, PythonError } from "../screen/traceback.js";
import { pythonJson } from "./python-json.js";

/** Writes the folder of a state and says so as accelerate does. The optimizer's files hold nothing. */
export function writeState(log: Log, folder: string, weights: Buffer, at: { step: number; epoch: number }): void {
  mkdirSync(folder, { recursive: true });
  const file = (name: string): string => join(folder, name);
  log.info("accelerator.py:3241", `Saving current state to ${folder}`);
  const train = file("train_state.json");
  log.info("train_network.py:946", `save train state to ${train} at epoch ${at.epoch} step ${at.step}`);
  writeFileSync(train, pythonJson({ current_epoch: at.epoch, current_step: at.step }));
  writeFileSync(file("model.safetensors"), weights);
  log.info("checkpointing.py:108", `Model weights saved in ${file("model.safetensors")}`);
  writeFileSync(file("optimizer.bin"), "");
  log.info("checkpointing.py:115", `Optimizer state saved in ${file("optimizer.bin")}`);
  writeFileSync(file("scheduler.bin"), "");
  log.info("checkpointing.py:122", `Scheduler state saved in ${file("scheduler.bin")}`);
  // Both are named in the log of the recorded run and neither was written.
  log.info("checkpointing.py:139", `Sampler state for dataloader 0 saved in ${file("sampler.bin")}`);
  log.info("checkpointing.py:139", `Sampler state for dataloader 1 saved in ${file("sampler_1.bin")}`);
  writeFileSync(file("random_states_0.pkl"), "");
  log.info("checkpointing.py:170", `Random states saved in ${file("random_states_0.pkl")}`);
}

/** Deletes an old state, if it is still there. */
export function removeState(log: Log, folder: string): void {
  if (!existsSync(folder)) return;
  log.info("train_util.py:5979", `removing old state: ${folder}`);
  rmSync(folder, { recursive: true });
}

function stepIn(text: string): number | null {
  const json: unknown = JSON.parse(text);
  if (typeof json !== "object" || json === null || !("current_step" in json)) return null;
  return typeof json.current_step === "number" ? json.current_step : null;
}

/** Reads the state of `--resume`; the step it was saved at, null without one or when it does not say. */
export function resumeState({ settings, log }: Session): number | null {
  const folder = settings.text("resume");
  if (folder === null) return null;
  log.info("train_util.py:4777", `resume training from local state: ${folder}`);
  if (!existsSync(folder)) {
    throw new PythonError("ValueError", `Tried to find ${folder} but folder does not exist`, [
      ...inTrain(985, "train_util.resume_from_local_or_hf_if_specified(accelerator, args)"),
      [
        "site/accelerate/accelerator.py",
        3388,
        "load_state",
        'raise ValueError(f"Tried to find {input_dir} but folder does not exist")',
      ],
    ]);
  }
  log.info("accelerator.py:3390", `Loading states from ${folder}`);
  const file = join(folder, "train_state.json");
  let step: number | null = null;
  if (existsSync(file)) {
    const text = readFileSync(file, "utf8");
    step = stepIn(text);
    log.info("train_network.py:969", `load train state from ${file}: ${text.replaceAll('"', "'")}`);
  }
  log.info("checkpointing.py:232", "All model weights loaded successfully");
  log.info("checkpointing.py:240", "All optimizer states loaded successfully");
  log.info("checkpointing.py:248", "All scheduler states loaded successfully");
  log.info("checkpointing.py:266", "All dataloader sampler states loaded successfully");
  log.info("checkpointing.py:297", "Could not load random states");
  log.info("accelerator.py:3478", "Loading in 0 custom states");
  return step;
}
