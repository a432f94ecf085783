import { join } from "node:path";
import { InferenceSession, listSupportedBackends, Tensor } from "onnxruntime-node";

/** What onnxruntime brings for this system: "cpu", "webgpu", "dml" …; not what could be installed beside it. */
export const backends = (): string[] =>
  listSupportedBackends()
    .filter(({ bundled }) => bundled)
    .map(({ name }) => name);

export interface TaggerSession {
  /** Side of the square input in pixels, read from the model. */
  inputSize: number;
  /** Number of probabilities a picture gets, read from the model when it says so, else 0. */
  outputs: number;
  score(prepared: Float32Array): Promise<Float32Array>;
}

function squareSide(shape: readonly (number | string)[]): number {
  const [, height, width, channels] = shape;
  if (typeof height === "number" && height === width && channels === 3) return height;
  throw new Error(`the model's input has the shape [${shape.join(", ")}]; expected [batch, side, side, 3]`);
}

/** Opens `folder/model.onnx`, SmilingWolf's layout: one input [N, side, side, 3] float32, one output [N, tags]. */
export async function openSession(folder: string): Promise<TaggerSession> {
  const session = await InferenceSession.create(join(folder, "model.onnx"), {
    extra: { session: { intra_op: { allow_spinning: "0" } } },
  });
  const input = session.inputMetadata[0];
  const output = session.outputMetadata[0];
  if (!input?.isTensor || !output?.isTensor) throw new Error("the model has no tensor input or output");
  const inputSize = squareSide(input.shape);
  const last = output.shape.at(-1);
  const score = async (prepared: Float32Array): Promise<Float32Array> => {
    const tensor = new Tensor("float32", prepared, [1, inputSize, inputSize, 3]);
    const results = await session.run({ [input.name]: tensor });
    const data = results[output.name]?.data;
    if (!ArrayBuffer.isView(data)) throw new Error("the model gave no numbers");
    return Float32Array.from(Object(data));
  };
  return { inputSize, outputs: typeof last === "number" ? last : 0, score };
}
