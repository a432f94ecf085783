import type { InferenceSession } from "onnxruntime-node";
import type { InputLayout, OutputLayout } from "../layouts/model-layout.js";

type Metadata = InferenceSession.ValueMetadata;
type TensorMetadata = Extract<Metadata, { isTensor: true }>;

export interface ModelInput {
  name: string;
  /** Side in pixels. */
  size: number;
  /** The batch that the model insists on, or null. */
  batch: number | null;
}

const shapeOf = ({ shape }: TensorMetadata): string => `[${shape.join(", ")}]`;

/** The input's name, side and batch. @throws Error when the model wants something else than the layout gives */
export function describeInput(metadata: readonly Metadata[], { order, size }: InputLayout): ModelInput {
  const [input] = metadata;
  if (!input?.isTensor) throw new Error("the model has no tensor input");
  if (input.type !== "float32") throw new Error(`the model wants numbers of type ${input.type}; expected float32`);
  const [batch, second, third, fourth] = input.shape;
  const [height, width, channels] = order === "NHWC" ? [second, third, fourth] : [third, fourth, second];
  const square = height === width || typeof height !== "number" || typeof width !== "number";
  if (input.shape.length !== 4 || !square || (typeof channels === "number" && channels !== 3)) {
    const expected = order === "NHWC" ? "[batch, side, side, 3]" : "[batch, 3, side, side]";
    throw new Error(`the model's input has the shape ${shapeOf(input)}; expected ${expected}`);
  }
  const side = [height, width].find((one) => typeof one === "number");
  return {
    name: input.name,
    size: typeof side === "number" ? side : size,
    batch: typeof batch === "number" && batch > 0 ? batch : null,
  };
}

/** The output that has the probabilities, and whether they are logits. @throws Error that names the numbers on both sides */
export function chooseOutput(
  metadata: readonly Metadata[],
  outputs: readonly OutputLayout[],
  labels: number,
): { name: string; sigmoid: boolean } {
  const tensors = metadata.filter((one): one is TensorMetadata => one.isTensor);
  const fits = ({ shape }: TensorMetadata): boolean => shape.at(-1) === labels;
  const open = ({ shape }: TensorMetadata): boolean => typeof shape.at(-1) !== "number";
  for (const { name, sigmoid } of outputs) {
    const named = tensors.filter((one) => name === undefined || one.name === name);
    const found = named.find(fits) ?? named.find(open);
    if (found) return { name: found.name, sigmoid };
  }
  const found = tensors.map((one) => one.shape.at(-1)).join(" or ");
  throw new Error(`it gives ${found} numbers, its list names ${labels} tags`);
}
