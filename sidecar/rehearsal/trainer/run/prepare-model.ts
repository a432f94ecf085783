import { existsSync, statSync } from "node:fs";
import type { Dataset } from "../dataset/dataset.js";
import { checkCheckpoint, modelMissing, partMissing } from "../model/checkpoint.js";
import { makeOptimizer, missingPackage, type Optimizer } from "../model/optimizer.js";
import { checkScheduler } from "../model/scheduler.js";
import type { ScriptFamily } from "../model/script-family.js";
import { wrongFamily } from "../model/wrong-family.js";
import { ProgressBar } from "../screen/progress-bar.js";
import { inTrain, PythonError } from "../screen/traceback.js";
import { type Session, sleep } from "./session.js";

async function loadModel({ settings, log, options }: Session, family: ScriptFamily): Promise<void> {
  log.info("train_util.py:5574", "loading model for process 0/1");
  const path = settings.text("pretrained_model_name_or_path");
  if (path === null) {
    throw new PythonError("TypeError", "expected str, bytes or os.PathLike object, not NoneType", [
      ...inTrain(
        602,
        "model_version, text_encoder, vae, unet = self.load_target_model(args, weight_dtype, accelerator)",
      ),
    ]);
  }
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isFile()) log.info("train_util.py:5530", `load StableDiffusion checkpoint: ${path}`);
  else log.info("train_util.py:5536", `load Diffusers pretrained models: ${path}`);
  if (!found) throw modelMissing(path);
  if (found.isFile()) await checkCheckpoint(path, family);
  for (const part of family.parts.map((name) => settings.text(name))) {
    if (part !== null && !existsSync(part)) throw partMissing(part);
  }
  for (const [source, message] of family.loading) {
    await sleep((options.startSeconds * 0.4) / family.loading.length);
    if (options.misbehave === "wrongFamily" && message.includes("matched")) throw wrongFamily(family.unetClass);
    log.info(source, message);
  }
}

async function cacheLatents(session: Session, datasets: readonly Dataset[]): Promise<void> {
  const { settings, log, options, streams } = session;
  if (!settings.flag("cache_latents") && !settings.flag("cache_latents_to_disk")) return;
  for (const [number, dataset] of datasets.entries()) {
    const pictures = dataset.subsets.flatMap((subset) => subset.pictures);
    log.info("train_util.py:2627", `[Dataset ${number}]`);
    log.info("train_util.py:1120", "caching latents with caching strategy.");
    log.info("train_util.py:1170", "caching latents...");
    if (options.misbehave === "nanLatents") {
      throw new PythonError("RuntimeError", `NaN detected in latents: ${pictures[0]?.path}`, [
        ...inTrain(632, "train_dataset_group.new_cache_latents(vae, accelerator)"),
        [
          "library/strategy_base.py",
          560,
          "_default_cache_batch_latents",
          'raise RuntimeError(f"NaN detected in latents: {info.absolute_path}")',
        ],
      ]);
    }
    const bar = new ProgressBar(streams, "", pictures.length);
    for (const _ of pictures) {
      await sleep((options.startSeconds * 0.2) / pictures.length);
      bar.update();
    }
    bar.close();
  }
}

function makeNetwork({ settings, log, streams }: Session, family: ScriptFamily): void {
  const name = settings.text("network_module");
  streams.out(`import network module: ${name ?? "None"}\n`);
  if (name === null) {
    throw new PythonError("AttributeError", "'NoneType' object has no attribute 'startswith'", [
      ...inTrain(650, "network_module = importlib.import_module(args.network_module)"),
    ]);
  }
  if (!/^(networks|lycoris)\.\w+$/.test(name)) {
    throw new PythonError("ModuleNotFoundError", `No module named '${name}'`, [
      ...inTrain(650, "network_module = importlib.import_module(args.network_module)"),
    ]);
  }
  const rank = settings.shown("network_dim", "4");
  const dropout = settings.shown("network_dropout");
  log.info(
    "lora.py:935",
    `create LoRA network. base dim (rank): ${rank}, alpha: ${settings.shown("network_alpha", "1")}`,
  );
  log.info("lora.py:936", `neuron dropout: p=${dropout}, rank dropout: p=None, module dropout: p=None`);
  let modules = 0;
  for (const [encoder, count] of family.textEncoders) {
    log.info("lora.py:1030", `create LoRA for ${encoder}:`);
    log.info("lora.py:1035", `create LoRA for ${encoder}: ${count} modules.`);
    modules += count;
  }
  log.info("lora.py:1043", `create LoRA for U-Net: ${family.unetModules} modules.`);
  if (modules > 0 && !settings.flag("network_train_unet_only")) {
    log.info("lora.py:1084", `enable LoRA for text encoder: ${modules} modules`);
  }
  if (!settings.flag("network_train_text_encoder_only")) {
    log.info("lora.py:1089", `enable LoRA for U-Net: ${family.unetModules} modules`);
  }
}

/** From the accelerator to the optimizer, which is where most impossible settings end. */
export async function prepareModel(
  session: Session,
  family: ScriptFamily,
  datasets: readonly Dataset[],
): Promise<Optimizer> {
  const { settings, log, streams, options } = session;
  log.info("train_network.py:593", "preparing accelerator");
  streams.out("accelerator device: cpu\n");
  await loadModel(session, family);
  await cacheLatents(session, datasets);
  makeNetwork(session, family);
  streams.out("prepare optimizer, data loader etc.\n");
  if (options.misbehave === "missingPackage") throw missingPackage(settings.text("optimizer_type") ?? "AdamW");
  const optimizer = makeOptimizer(settings, (level, source, message) => log[level](source, message));
  checkScheduler(settings, optimizer);
  return optimizer;
}
