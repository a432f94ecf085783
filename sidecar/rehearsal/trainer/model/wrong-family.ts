import { inTrain, PythonError } from "../screen/traceback.js";

const missingInSd1 = [
  "norm.weight",
  "norm.bias",
  "proj_in.weight",
  "proj_in.bias",
  "transformer_blocks.0.attn1.to_q.weight",
]
  .map((name) => `"down_blocks.0.attentions.0.${name}"`)
  .join(", ");

const sides = (one: readonly number[]): string => `torch.Size([${one.join(", ")}])`;

const mismatch = (name: string, found: readonly number[], wanted: readonly number[]): string =>
  `\tsize mismatch for ${name}: copying a param with shape ${sides(found)} from checkpoint, ` +
  `the shape in current model is ${sides(wanted)}.`;

/** What torch says when an SDXL checkpoint is given to the script for SD1, or the other way round. */
export function wrongFamily(unetClass: string): PythonError {
  const lines =
    unetClass === "SdxlUNet2DConditionModel"
      ? [
          '\tMissing key(s) in state_dict: "label_emb.0.0.weight", "label_emb.0.0.bias", "label_emb.0.2.weight", "label_emb.0.2.bias". ',
          mismatch("input_blocks.4.1.proj_in.weight", [640, 640, 1, 1], [640, 640]),
          mismatch("input_blocks.4.1.transformer_blocks.0.attn2.to_k.weight", [640, 768], [640, 2048]),
        ]
      : [
          `\tMissing key(s) in state_dict: ${missingInSd1}. `,
          mismatch("down_blocks.1.attentions.0.proj_in.weight", [640, 640], [640, 640, 1, 1]),
          mismatch("down_blocks.1.attentions.0.transformer_blocks.0.attn2.to_k.weight", [640, 2048], [640, 768]),
        ];
  return new PythonError("RuntimeError", `Error(s) in loading state_dict for ${unetClass}:\n${lines.join("\n")}`, [
    ...inTrain(602, "model_version, text_encoder, vae, unet = self.load_target_model(args, weight_dtype, accelerator)"),
    [
      "library/model_util.py",
      1010,
      "load_models_from_stable_diffusion_checkpoint",
      "info = unet.load_state_dict(converted_unet_checkpoint)",
    ],
    ["site/torch/nn/modules/module.py", 2581, "load_state_dict", "raise RuntimeError("],
  ]);
}
