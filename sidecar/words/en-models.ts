/** What each tagger is good for, by its description key. */
export const enModels: Record<string, string> = {
  "atelier-tiny-tagger":
    "Comes with the program: sees colours, brightness, shape and the drawn figures of a rehearsal, to try everything out.",
  "wd-swinv2-tagger-v3": "The usual choice today: recent characters, good tags at a moderate speed.",
  "wd-vit-tagger-v3": "The smallest of the recent ones: nearly the same tags, faster.",
  "wd-convnext-tagger-v3": "Recent, between the other two in size; a second opinion.",
  "wd-vit-large-tagger-v3": "Large and recent: finer tags, slow without a graphics card.",
  "wd-eva02-large-tagger-v3": "The largest of the recent ones and the most accurate; slow without a graphics card.",
  "wd-v1-4-moat-tagger-v2": "Named in many guides: the most accurate of the second generation.",
  "wd-v1-4-swinv2-tagger-v2": "Second generation: close to MOAT.",
  "wd-v1-4-convnextv2-tagger-v2": "Second generation, on ConvNeXt V2: close to SwinV2.",
  "wd-v1-4-convnext-tagger-v2": "Second generation: kohya's default.",
  "wd-v1-4-vit-tagger-v2": "Second generation: small and fast.",
  "wd-v1-4-convnext-tagger": "First generation: to continue a set that was tagged with it.",
  "wd-v1-4-vit-tagger": "First generation, small: to continue a set that was tagged with it.",
  cl_tagger: "More than 40,000 tags: characters and series that the WD taggers do not know, quality, and more.",
  "camie-tagger-v2": "70,000 tags with artists and series; knows rare characters.",
  "pixai-tagger-v0.9-onnx": "13,000 tags, newer characters among them, and the series they come from.",
  deepdanbooru: "The oldest one: only to continue a set that was tagged with it.",
};
