import { count, number, pictures } from "./counts-en.js";

/** What a problem's sentence is made of. */
export type CheckValues = Readonly<Record<string, string | number>>;

const of = (values: CheckValues, name: string): number => Number(values[name] ?? 0);
const size = (values: CheckValues): string => `${number(of(values, "width"))} × ${number(of(values, "height"))}`;

/** What the check found, by kind: what it is, and what to do. */
export const checkProblemsEn = {
  unreadable: {
    title: "Cannot be read",
    message: (values: CheckValues) => `The picture cannot be read: ${values.reason}.`,
    remedy: "Save it again with a picture viewer, or take it out of the folder: the trainer stops at it.",
  },
  passedOver: {
    title: "Passed over by the trainer",
    message: (values: CheckValues) => `The trainer passes over ${values.suffix} files without a word.`,
    remedy: "Save it as PNG.",
  },
  wrongSuffix: {
    title: "Suffix does not fit",
    message: (values: CheckValues) => `The file is called ${values.suffix} and holds ${values.format}.`,
    remedy: "The trainer reads it all the same; rename it if other programs do not.",
  },
  large: {
    title: "Larger than needed",
    message: (values: CheckValues) => `${size(values)} pixels are more than ${number(of(values, "limit"))}² of area.`,
    remedy: "Resize it here, with care, before the trainer does it in a hurry.",
  },
  small: {
    title: "Too small",
    message: (values: CheckValues) =>
      `${size(values)} pixels are less than ${number(of(values, "limit"))}² of area: the trainer enlarges it, which blurs.`,
    remedy: "Find a larger original, enlarge it with an upscaler, or leave it out.",
  },
  long: {
    title: "Very long or wide",
    message: (values: CheckValues) => `${size(values)} pixels is longer than 3 to 1: much of it is cut away.`,
    remedy: "Crop it to its subject.",
  },
  turned: {
    title: "Turned by EXIF",
    message: () => "Its EXIF data turn it when it is shown; the trainer does not, and learns it lying on its side.",
    remedy: "Resize it here: the copy is upright.",
  },
  cmyk: {
    title: "Colours for print",
    message: () => "It is in CMYK, colours for print.",
    remedy: "Save it as RGB; colours may change, so look at it.",
  },
  grey: {
    title: "Without colour",
    message: () => "It has no colours.",
    remedy: "Tag it monochrome, or leave it out, so that the LoRA does not learn grey.",
  },
  deep: {
    title: "16 bits a channel",
    message: () => "It has 16 bits a channel; the trainer uses 8.",
    remedy: "Nothing needs to be done.",
  },
  transparent: {
    title: "Transparent parts",
    message: (values: CheckValues) =>
      `${values.percent} % of it is transparent. A trainer that drops the alpha channel sees ${values.colour} there on average.`,
    remedy: "Put it on white, or train with alpha_mask.",
  },
  animated: {
    title: "Animated",
    message: (values: CheckValues) => `It has ${values.frames} frames; only the first one is trained.`,
    remedy: "Save the frames that you want as pictures.",
  },
  jagged: {
    title: "Jagged",
    message: (values: CheckValues) =>
      `Its pixels are repeated ${values.times} times: it was enlarged without smoothing.`,
    remedy: "Use the original, or leave it out: the LoRA learns the steps.",
  },
  enlarged: {
    title: "Enlarged",
    message: (values: CheckValues) =>
      `It was enlarged about ${values.times} times and holds no more detail than before.`,
    remedy: "Use the original, enlarge it with an upscaler, or leave it out.",
  },
  blurred: {
    title: "Blurred",
    message: () => "Even its sharpest parts are blurred at the size at which it is trained.",
    remedy: "Leave it out, or find a sharper one: the LoRA learns the blur.",
  },
  soft: {
    title: "Soft",
    message: () => "It has little fine detail at the size at which it is trained: blurred, or enlarged.",
    remedy: "Look at it at full size; leave it out if it is not meant so.",
  },
  flat: {
    title: "Next to nothing to see",
    message: () => "It has nearly one brightness all over.",
    remedy: "Leave it out.",
  },
  dark: {
    title: "Too dark",
    message: () => "Its subject is nearly black.",
    remedy: "Brighten it, or tag it dark if it is meant so.",
  },
  bright: {
    title: "Too bright",
    message: (values: CheckValues) => `Its subject is washed out; ${values.percent} % of it is pure white.`,
    remedy: "Use a darker one.",
  },
  noisy: {
    title: "Noisy",
    message: (values: CheckValues) => `Its noise is about ${values.level} of 255 levels.`,
    remedy: "Use a cleaner one, or take the noise out first.",
  },
  coarse: {
    title: "Strongly compressed",
    message: (values: CheckValues) => `It is a JPEG of quality ${values.quality} of 100.`,
    remedy: "Use the original: the LoRA learns the blocks.",
  },
  blocks: {
    title: "Traces of compression",
    message: () => "It shows the blocks of a strong JPEG compression.",
    remedy: "Use the original: the LoRA learns the blocks.",
  },
  border: {
    title: "Bars or a frame",
    message: (values: CheckValues) =>
      `It has bars: left ${values.left}, top ${values.top}, right ${values.right}, bottom ${values.bottom} pixels.`,
    remedy: "Trim them: the LoRA learns bars.",
  },
  text: {
    title: "Looks like text",
    message: (values: CheckValues) =>
      `It has ${count(of(values, "lines"), "line that looks", "lines that look")} like text or a watermark.`,
    remedy: "Look at it; crop or paint it away, or tag it (text, watermark, signature).",
  },
  exactDuplicate: {
    title: "The same file twice",
    message: (values: CheckValues) => `It is the same file as ${values.other}.`,
    remedy: "Keep one: use repeats if it should count more.",
  },
  nearDuplicate: {
    title: "Nearly the same",
    message: (values: CheckValues) => `It is nearly the same picture as ${values.other}.`,
    remedy: "Keep the better one, unless what differs is what you teach.",
  },
  mirroredDuplicate: {
    title: "Mirrored",
    message: (values: CheckValues) => `It is ${values.other} mirrored.`,
    remedy: "Keep one; the trainer can mirror by itself, and must not when the subject is not alike on both sides.",
  },
  crop: {
    title: "A part of another one",
    message: (values: CheckValues) => `It shows ${values.percent} % of ${values.other}.`,
    remedy: "Keep both only if the close view teaches something new.",
  },
  noPictures: {
    title: "No pictures",
    message: () => "There are no pictures in this folder, nor in its 10_name subfolders.",
    remedy: "Open the folder that holds them.",
  },
  noneReadable: {
    title: "None can be read",
    message: () => "None of the pictures can be read.",
    remedy: "Save them again with a picture viewer.",
  },
  tooFew: {
    title: "Few pictures",
    message: (values: CheckValues) =>
      `There are ${pictures(of(values, "pictures"))}; at least ${values.least} are advised for what is learnt.`,
    remedy: "Add more; of fewer the LoRA learns by heart what should stay free.",
  },
  notMeasured: {
    title: "Not looked at",
    message: (values: CheckValues) => `${pictures(of(values, "pictures"))} were not looked at yet.`,
    remedy: "Run the check to its end.",
  },
  noCaptions: {
    title: "Without caption",
    message: (values: CheckValues) => `${pictures(of(values, "pictures"))} have no caption.`,
    remedy: "Tag them in the next room: without one the trainer uses the folder's trigger word only.",
  },
  sizes: {
    title: "Sizes",
    message: (values: CheckValues) => `The pictures have ${values.sizes} different sizes.`,
    remedy: "Buckets take care of that; the trainer's eye shows what is cut away.",
  },
  mixedBackgrounds: {
    title: "Mixed backgrounds",
    message: (values: CheckValues) =>
      `Backgrounds: ${["transparent", "white", "black", "plain", "busy", "unsure"]
        .filter((kind) => of(values, kind) > 0)
        .map((kind) => `${values[kind]} ${kind}`)
        .join(", ")}.`,
    remedy: "Fine when captions name them; else one kind for all is learnt less.",
  },
};

export type CheckProblemsWords = typeof checkProblemsEn;
