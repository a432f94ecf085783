/** What a model's numbers are, and how they become shares of 0–1. */
export type OutputTreatment =
  /** Stretched from their least to their largest. */
  | "stretch"
  /** Logits: sigmoid first, then stretched. */
  | "sigmoidStretch"
  /** One plane a class, the first the background: whatever class is not the background belongs to the subject. */
  | "classes"
  /** Shares already. */
  | "asIs";

/** How a picture becomes a model's input, and its output a mask. */
export interface Preprocessing {
  /** Side of the square input in pixels, where the file does not name it. */
  size: number;
  /** Red, green, blue: (value ÷ the picture's largest value − mean) ÷ deviation. */
  mean: readonly [number, number, number];
  deviation: readonly [number, number, number];
  output: OutputTreatment;
}

export interface CutoutModel extends Preprocessing {
  name: string;
  /** The file's name where it is downloaded from. */
  file: string;
  checksum: { algorithm: "md5" | "sha256"; digest: string };
  licence: string;
  /** False where the licence forbids earning money with it. */
  commercial: boolean;
}

const imagenet = { mean: [0.485, 0.456, 0.406], deviation: [0.229, 0.224, 0.225] } as const;
const unscaled = [1, 1, 1] as const;

const small = { size: 320, ...imagenet, output: "stretch" } as const;
const large = { size: 1024, ...imagenet, output: "sigmoidStretch" } as const;

const md5 = (digest: string): CutoutModel["checksum"] => ({ algorithm: "md5", digest });

const u2net = (name: string, digest: string): CutoutModel => ({
  name,
  file: `${name}.onnx`,
  ...small,
  checksum: md5(digest),
  licence: "Apache-2.0",
  commercial: true,
});

const birefnet = (name: string, file: string, digest: string): CutoutModel => ({
  name: `birefnet-${name}`,
  file: `BiRefNet-${file}.onnx`,
  ...large,
  checksum: md5(digest),
  licence: "MIT",
  commercial: true,
});

/**
 * Every model that can be asked for by name, the usual choice for drawings first. Sizes, means, deviations, treatments,
 * files and checksums as in rembg's sessions (2.0, `rembg/sessions/*.py`), so that masks come out as there. Licences as
 * their makers' repositories say.
 */
export const cutoutModels: readonly CutoutModel[] = [
  {
    name: "isnet-anime",
    file: "isnet-anime.onnx",
    size: 1024,
    mean: imagenet.mean,
    deviation: unscaled,
    output: "stretch",
    checksum: md5("6f184e756bb3bd901c8849220a83e38e"),
    licence: "Apache-2.0",
    commercial: true,
  },
  {
    name: "isnet-general-use",
    file: "isnet-general-use.onnx",
    size: 1024,
    mean: [0.5, 0.5, 0.5],
    deviation: unscaled,
    output: "stretch",
    checksum: md5("fc16ebd8b0c10d971d3513d564d01e29"),
    licence: "Apache-2.0",
    commercial: true,
  },
  u2net("u2net", "60024c5c889badc19c04ad937298a77b"),
  u2net("u2netp", "8e83ca70e441ab06c318d82300c84806"),
  u2net("u2net_human_seg", "c09ddc2e0104f800e3e1bb4652583d1f"),
  {
    ...u2net("u2net_cloth_seg", "2434d1f3cb744e0e49386c906e5a08bb"),
    size: 768,
    output: "classes",
    licence: "MIT",
  },
  u2net("silueta", "55e59e0d8062d2f5d013f4725ee84782"),
  birefnet("general", "general-epoch_244", "7a35a0141cbbc80de11d9c9a28f52697"),
  birefnet("general-lite", "general-bb_swin_v1_tiny-epoch_232", "4fab47adc4ff364be1713e97b7e66334"),
  birefnet("portrait", "portrait-epoch_150", "c3a64a6abf20250d090cd055f12a3b67"),
  birefnet("dis", "DIS-epoch_590", "2d4d44102b446f33a4ebb2e56c051f2b"),
  birefnet("hrsod", "HRSOD_DHU-epoch_115", "c017ade5de8a50ff0fd74d790d268dda"),
  birefnet("cod", "COD-epoch_125", "f6d0d21ca89d287f17e7afe9f5fd3b45"),
  birefnet("massive", "massive-TR_DIS5K_TR_TEs-epoch_420", "33e726a2136a3d59eb0fdf613e31e3e9"),
  {
    name: "bria-rmbg",
    file: "bria-rmbg-2.0.onnx",
    size: 1024,
    ...imagenet,
    output: "stretch",
    checksum: {
      algorithm: "sha256",
      digest: "5b486f08200f513f460da46dd701db5fbb47d79b4be4b708a19444bcd4e79958",
    },
    licence: "CC BY-NC 4.0",
    commercial: false,
  },
];

/** The small one that comes with the program: sees what differs in colour from the picture's border, nothing more. */
export const builtInCutout = "atelier-tiny-segmenter";

export const builtInPreprocessing: Preprocessing = {
  size: 256,
  mean: [0, 0, 0],
  deviation: unscaled,
  output: "asIs",
};

export const namedCutout = (name: string): CutoutModel | null => cutoutModels.find((one) => one.name === name) ?? null;

const folded = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]/g, "");

/** What a file's name tells: the longest model's name in it, else as u2net. */
export function guessedPreprocessing(fileName: string): Preprocessing {
  const wanted = folded(fileName.replace(/\.onnx$/i, ""));
  if (wanted.includes(folded(builtInCutout))) return builtInPreprocessing;
  const known = [...cutoutModels].sort((left, right) => right.name.length - left.name.length);
  const found = known.find(({ name, file }) => wanted.includes(folded(name)) || folded(file).includes(`${wanted}onnx`));
  if (found) return found;
  if (wanted.includes("birefnet")) return large;
  if (wanted.includes("rmbg")) return { ...large, output: "stretch" };
  if (wanted.includes("isnet")) return { ...large, mean: [0.5, 0.5, 0.5], deviation: unscaled, output: "stretch" };
  return small;
}
