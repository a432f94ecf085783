import { number, pictures } from "./counts-en.js";
import { of, type PlanRuleWords } from "./plan-rule-values.js";

/** Pictures and captions, saving, memory. */
export const planRulesQualityEn = {
  onePicture: {
    title: "One picture",
    message: () =>
      "From one picture the LoRA learns that picture: pose, background and all. Both failures that the article shows were trained on one.",
    remedy: () => "Collect at least 20 that differ in pose, view and background.",
  },
  fewPictures: {
    title: "Few pictures",
    message: (values) =>
      `There are ${pictures(of(values, "pictures"))}. The article advises at least 20 for a character; others go from 10 to more than 50.`,
    remedy: () => "Add pictures that show something new; crops of the same picture count little.",
  },
  noCaptions: {
    title: "Pictures without captions",
    message: (values) =>
      `${number(of(values, "without"))} of ${pictures(of(values, "pictures"))} have no caption. ${values.trigger ? `The trainer takes “${values.trigger}” as the whole caption, and all they show goes into that word.` : "There is no trigger to stand in, so the trainer takes an empty caption."}`,
    remedy: () => "Tag them, unless that is meant.",
  },
  withoutTrigger: {
    title: "Captions without the trigger",
    message: (values) =>
      `${number(of(values, "without"))} of ${number(of(values, "captions"))} captions do not hold “${values.trigger}”. The folder's name is used only where there is no caption, so these pictures do not teach the trigger.`,
    remedy: ({ trigger: word }) => `Put “${word}” at the head of every caption.`,
  },
  triggerMoves: {
    title: "The trigger is shuffled too",
    message: () =>
      "Captions are shuffled and nothing is kept in front (keep_tokens is 0), so the trigger moves about among the tags.",
    remedy: () => "Set keep_tokens to 1, with the trigger first.",
  },
  shuffledSentences: {
    title: "Shuffling is for tags",
    message: () =>
      "This kind of model reads sentences. Shuffling their parts is a habit from tag-based models, and may harm here.",
    remedy: () => "Turn shuffle_caption off, unless the captions are tags and the model was trained on tags.",
  },
  dropoutSmallSet: {
    title: "Caption dropout in a small set",
    message: (values) =>
      `${values.percent} % of the captions are dropped, with ${pictures(of(values, "pictures"))}. In small sets that loosens the trigger; a guide advises about 0 for 15 to 30 pictures.`,
    remedy: () => "Set caption_dropout_rate to 0.",
  },
  flipped: {
    title: "Mirrored pictures",
    message: () =>
      "Pictures are mirrored half of the time. A parting, an eye patch or writing is then learnt on both sides.",
    remedy: () => "Turn flip_aug off if left and right differ.",
  },
  noSavePoint: {
    title: "Nothing is saved on the way",
    message: () =>
      "The LoRA is saved only at the end: a crash loses all of it, and there is nothing earlier to go back to when it overfits.",
    remedy: () => "Save every few hundred steps or every epoch; the article saves every 1,000 of 7,000.",
  },
  seedNotFixed: {
    title: "Seed not fixed",
    message: () => "The seed is drawn anew each time, so that two runs cannot be compared setting by setting.",
    remedy: () => "Set any number, such as 42.",
  },
  nameNotGiven: {
    title: "No name",
    message: () => "The LoRA has no name: its files will be called last, epoch-… and at-step….",
    remedy: () => "Give it a name such as okara.",
  },
  latentsNotCached: {
    title: "Latents are not cached",
    message: () => "Each picture is encoded anew every time it is shown, which costs time and memory.",
    remedy: () => "Turn cache_latents on.",
  },
  halfVae: {
    title: "SDXL's VAE in fp16",
    message: () =>
      "SDXL's own VAE overflows in fp16: the latents become unusable, and the trainer stops or learns black pictures.",
    remedy: () => "Turn no_half_vae on, or give a VAE that is made for fp16, or use bf16.",
  },
  hunyuanFp16: {
    title: "bf16 for HunyuanImage",
    message: () => "Mixed precision is fp16; for HunyuanImage 2.1 the trainer advises bf16.",
    remedy: () => "Set mixed_precision to bf16.",
  },
  sdxlMemory: {
    title: "Little GPU memory for SDXL",
    message: ({ memory }) =>
      `The GPU has ${memory} GB. For SDXL the trainer's guide calls 8 GB possible and 10 GB advisable, with everything on that saves memory.`,
    remedy: () =>
      "Turn on gradient_checkpointing, cache_latents, cache_text_encoder_outputs with network_train_unet_only, and use rank 4 to 8.",
  },
  fluxMemory: {
    title: "Little GPU memory for FLUX",
    message: ({ memory }) =>
      `The GPU has ${memory} GB. The trainer's guide counts on 24 GB with fp8_base, and with blocks swapped out below that: 16 blocks at 12 GB, 22 at 10, 28 at 8.`,
    remedy: () => "Turn on fp8_base and set blocks_to_swap.",
  },
} satisfies Record<string, PlanRuleWords>;
