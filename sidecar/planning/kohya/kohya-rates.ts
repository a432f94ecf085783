import type { ArgumentValue } from "../plan.js";
import type { KohyaFields } from "./kohya-fields.js";
import type { KohyaVersion } from "./read-kohya.js";

/**
 * Learning rates of the parts, and which part alone is trained: a part whose rate is 0 is not, if the other has one.
 * Since v25 the text encoders' rates are a list, and HunyuanImage's text encoder is never trained.
 */
export function kohyaRates(fields: KohyaFields, version: KohyaVersion): [argument: string, value: ArgumentValue][] {
  const unet = fields.number("unet_lr");
  const textEncoder = fields.number("text_encoder_lr");
  const t5 = fields.number("t5xxl_lr");
  const onlyUnet = version === "26" && fields.flag("hunyuan_image_checkbox");
  const list = textEncoder > 0 ? [textEncoder, t5 > 0 ? t5 : textEncoder] : 0;
  return [
    ["unet_lr", unet],
    ["text_encoder_lr", version === "26" ? list : textEncoder],
    ["network_train_unet_only", onlyUnet || (textEncoder === 0 && unet !== 0)],
    ["network_train_text_encoder_only", !onlyUnet && textEncoder !== 0 && unet === 0],
  ];
}
