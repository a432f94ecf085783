import type { InferenceSession } from "onnxruntime-node";

type Metadata = InferenceSession.ValueMetadata;

/**
 * Name and side of a segmentation model's input.
 * @param usual side where the file leaves it open
 * @throws Error that names the shape which was found
 */
export function inputOf(metadata: readonly Metadata[], usual: number): { name: string; size: number } {
  const [input] = metadata;
  if (!input?.isTensor) throw new Error("the model has no tensor input");
  if (input.type !== "float32") throw new Error(`the model wants numbers of type ${input.type}; expected float32`);
  const { shape, name } = input;
  const [, channels, height, width] = shape;
  const sides = [height, width].filter((side) => typeof side === "number" && side > 0);
  const [size = usual] = sides;
  const isSquare = sides.every((side) => side === size);
  if (shape.length !== 4 || !isSquare || (typeof channels === "number" && channels !== 3)) {
    throw new Error(`the model's input has the shape [${shape.join(", ")}]; expected [1, 3, side, side]`);
  }
  return { name, size: Number(size) };
}

/** Name of the first output, which is the finest of those with several. @throws Error when there is none */
export function outputOf(metadata: readonly Metadata[]): string {
  const found = metadata.find((one) => one.isTensor);
  if (!found) throw new Error("the model has no tensor output");
  return found.name;
}
