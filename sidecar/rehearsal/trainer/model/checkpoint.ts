import { closeSync, openSync, readSync, statSync } from "node:fs";
import { readSafetensorsHeader } from "../../../host/safetensors.js";
import { type Frame, inTrain, PythonError } from "../screen/traceback.js";
import type { ScriptFamily } from "./script-family.js";
import { wrongFamily } from "./wrong-family.js";

const loading: Frame[] = [
  ...inTrain(602, "model_version, text_encoder, vae, unet = self.load_target_model(args, weight_dtype, accelerator)"),
  [
    "SCRIPT",
    180,
    "load_target_model",
    "text_encoder, vae, unet, _ = train_util.load_target_model(args, weight_dtype, accelerator)",
  ],
  [
    "library/train_util.py",
    5576,
    "load_target_model",
    "text_encoder, vae, unet, load_stable_diffusion_format = _load_target_model(",
  ],
];
const fromFile: Frame[] = [
  ...loading,
  [
    "library/train_util.py",
    5531,
    "_load_target_model",
    "text_encoder, vae, unet = model_util.load_models_from_stable_diffusion_checkpoint(",
  ],
];

/** Nothing at that path: the real one looks for a folder or a repository of that name. */
export const modelMissing = (path: string): PythonError =>
  new PythonError(
    "ValueError",
    `The provided pretrained_model_name_or_path "${path}" is neither a valid local path nor a valid repo id. Please check the parameter.`,
    [
      ...loading,
      [
        "library/train_util.py",
        5538,
        "_load_target_model",
        "pipe = StableDiffusionPipeline.from_pretrained(name_or_path, tokenizer=None, safety_checker=None)",
      ],
      ["site/huggingface_hub/utils/_validators.py", 114, "_inner_fn", "return fn(*args, **kwargs)"],
      ["site/diffusers/pipelines/pipeline_utils.py", 728, "from_pretrained", "raise ValueError("],
    ],
  );

export const partMissing = (path: string): PythonError =>
  new PythonError("FileNotFoundError", `No such file or directory: "${path}"`, [
    ...loading.slice(0, 2),
    ["library/utils.py", 290, "load_safetensors", "with MemoryEfficientSafeOpen(path) as f:"],
  ]);

const notSafetensors = (kind: string): PythonError =>
  new PythonError("safetensors_rust.SafetensorError", `Error while deserializing header: ${kind}`, [
    ...fromFile,
    [
      "library/model_util.py",
      975,
      "load_checkpoint_with_text_encoder_conversion",
      "checkpoint = load_file(ckpt_path, device)",
    ],
    ["site/safetensors/torch.py", 313, "load_file", 'with safe_open(filename, framework="pt", device=device) as f:'],
  ]);

const notPickled = (): PythonError =>
  new PythonError(
    "_pickle.UnpicklingError",
    "A load persistent id instruction was encountered,\nbut no persistent_load function was specified.",
    [
      ...fromFile,
      [
        "library/model_util.py",
        980,
        "load_checkpoint_with_text_encoder_conversion",
        "checkpoint = torch.load(ckpt_path, map_location=device, weights_only=False)",
      ],
      ["site/torch/serialization.py", 1744, "_legacy_load", "magic_number = pickle_module.load(f, **pickle_load_args)"],
    ],
  );

/** torch's own files are ZIP archives. */
function startsAsZip(path: string): boolean {
  const file = openSync(path, "r");
  const start = Buffer.alloc(2);
  readSync(file, start, 0, 2, 0);
  closeSync(file);
  return start.toString("latin1") === "PK";
}

// Only SD1's checkpoint has the first name, only SDXL's the second.
const sd1Part = "cond_stage_model.transformer.";
const sdxlPart = "conditioner.embedders.1.";

/** Looks into the model's file as far as the real loader would trip over it; nothing of it is loaded. */
export async function checkCheckpoint(path: string, family: ScriptFamily): Promise<void> {
  if (!path.endsWith(".safetensors")) {
    if (!startsAsZip(path)) throw notPickled();
    return;
  }
  if (statSync(path).size < 8) throw notSafetensors("HeaderTooSmall");
  const header = await readSafetensorsHeader(path).catch(() => null);
  if (!header) throw notSafetensors("InvalidHeaderDeserialization");
  if (header.bytes < header.promised) throw notSafetensors("MetadataIncompleteBuffer");
  const names = [...header.tensors.keys()];
  const has = (part: string): boolean => names.some((name) => name.startsWith(part));
  const { baseModelVersion, unetClass } = family;
  if (baseModelVersion.startsWith("sdxl") ? has(sd1Part) : baseModelVersion === "sd_v1" && has(sdxlPart)) {
    throw wrongFamily(unetClass);
  }
}
