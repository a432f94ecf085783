import type { TextCause } from "./cause.js";

/** The base model, and a LoRA to go on from. */
export const modelCauses: readonly TextCause[] = [
  {
    name: "modelMissing",
    errors: [
      /pretrained_model_name_or_path "(?<file>[^"]+)" is neither a valid local path nor a valid repo id/,
      /(?<file>[^\s'"]+) is not a local folder and is not a valid model identifier/,
      /^OSError: (?<file>\S+) does not appear to have a file named/,
      /^OSError: Error no file named \S+ found in directory (?<file>.+?)\.?$/m,
      /^FileNotFoundError: .*?['"](?<file>[^'"]+\.(?:safetensors|ckpt|pt|pth|bin|sft|gguf))['"]/i,
    ],
  },
  {
    name: "modelNotAModel",
    errors: [
      /UnpicklingError: (?<reason>[^\n]+)/,
      /SafetensorError: Error while deserializing header: (?<reason>\w+)/,
      /PytorchStreamReader failed (?<reason>[^\n]+)/,
      /^EOFError: (?<reason>Ran out of input)/,
    ],
    more: /load (?:StableDiffusion checkpoint|Diffusers pretrained models): (?<file>.+)$/,
  },
  { name: "networkWeights", errors: [/Error\(s\) in loading state_dict for (?:LoRA|LyCORIS|Lycoris|OFT|DyLoRA)\w*/i] },
  {
    name: "wrongFamily",
    errors: [
      /Error\(s\) in loading state_dict for (?<part>\w+)/,
      /mat1 and mat2 shapes cannot be multiplied \((?<shapes>[^)]+)\)/,
      /^KeyError: '(?<part>(?:model\.|conditioner\.|cond_stage_model\.|first_stage_model\.|time_embed|input_blocks|encoder\.|text_model|double_blocks|label_emb)[^']*)'/,
      /Missing key\(s\) in state_dict/,
    ],
    more: /load (?:StableDiffusion checkpoint|Diffusers pretrained models): (?<file>.+)$/,
  },
];
