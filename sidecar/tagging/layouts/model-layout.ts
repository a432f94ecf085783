import type { Label } from "../labels.js";

type Triple = readonly [number, number, number];

/** How a picture's pixels become a model's numbers. Triples are in the order red, green, blue. */
export interface InputLayout {
  /** Side of the square input in pixels, where the model itself does not say. */
  size: number;
  /** Colours last or first. */
  order: "NHWC" | "NCHW";
  channels: "RGB" | "BGR";
  /** A number is byte (0–255) × multiply + add. */
  multiply: Triple;
  add: Triple;
  /** What is not square is padded with `ground` (bytes), or stretched. */
  fit: "pad" | "stretch";
  ground: Triple;
}

/** An output by its name; without one, any that has as many numbers as there are labels. */
export interface OutputLayout {
  name?: string;
  /** True when it gives logits: probability = 1 / (1 + e^−x). */
  sigmoid: boolean;
}

/** A tagger's folder, understood. */
export interface ModelLayout {
  /** Name of the layout, for people. */
  kind: string;
  /** Name of the ONNX file in the folder. */
  file: string;
  labels: Label[];
  input: InputLayout;
  /** The first that the model has is used. */
  outputs: readonly OutputLayout[];
}

/** A layout that can be known by the names of a folder's files. */
export interface KnownLayout {
  /** The files a folder of this layout has, for people. */
  files: string;
  /** Reads the folder, or answers null when the names show another layout. @throws Error that says what is wrong */
  read(folder: string, names: readonly string[]): Promise<ModelLayout | null>;
}

const all = (value: number): Triple => [value, value, value];

/** Bytes as they are. */
export const bytes = { multiply: all(1), add: all(0) } as const;

/** 0–1. */
export const unit = { multiply: all(1 / 255), add: all(0) } as const;

/** (x / 255 − mean) / deviation, as torchvision's Normalize has it, as one multiplication and one addition. */
export function normalised(mean: Triple, deviation: Triple): { multiply: Triple; add: Triple } {
  const each = (make: (mean: number, deviation: number) => number): Triple => [
    make(mean[0], deviation[0]),
    make(mean[1], deviation[1]),
    make(mean[2], deviation[2]),
  ];
  return { multiply: each((_, d) => 1 / (255 * d)), add: each((m, d) => -m / d) };
}

export const white = all(255);
export const black = all(0);
