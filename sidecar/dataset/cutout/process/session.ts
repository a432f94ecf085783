import { Tensor } from "onnxruntime-node";
import type { Execution } from "../../../host/inference/execution.js";
import { openSessionWith } from "../../../host/inference/open-session.js";
import { executionSentence, providerOrder, type Refused, works } from "../../../host/inference/providers.js";
import { shortly } from "../../../host/inference/runtime.js";
import type { Sentence } from "../../../words/sentence.js";
import type { Preprocessing } from "../cutout-models.js";
import { type Mask, toMask } from "../mask.js";
import { inputOf, outputOf } from "./shapes.js";

export interface SegmentationSession {
  /** Side of the square input in pixels. */
  size: number;
  /** One sentence for people: what computes, and why. */
  execution: Sentence;
  /** The mask in the model's size, of a picture in the model's size: three bytes a pixel. */
  segment(pixels: Uint8Array): Promise<Mask>;
  isOnCpu: boolean;
  /** From the next picture on. */
  setThreads(threads: number | null): void;
}

/** Planes of numbers as the model's authors made them: divided by the picture's largest value, less mean, by deviation. */
export function normalised(pixels: Uint8Array, { mean, deviation }: Preprocessing): Float32Array {
  const count = pixels.length / 3;
  const planes = new Float32Array(pixels.length);
  let largest = 1e-6;
  for (const value of pixels) if (value > largest) largest = value;
  for (let channel = 0; channel < 3; channel += 1) {
    const [less, by] = [mean[channel] ?? 0, deviation[channel] ?? 1];
    for (let pixel = 0; pixel < count; pixel += 1) {
      planes[channel * count + pixel] = ((pixels[pixel * 3 + channel] ?? 0) / largest - less) / by;
    }
  }
  return planes;
}

async function openWith(
  provider: string,
  file: string,
  preprocessing: Preprocessing,
  { threads }: Execution,
): Promise<Omit<SegmentationSession, "execution" | "isOnCpu">> {
  const session = await openSessionWith(provider, file, threads);
  const { name, size } = inputOf(session.inputMetadata, preprocessing.size);
  const output = outputOf(session.outputMetadata);
  const segment = async (pixels: Uint8Array): Promise<Mask> => {
    const input = new Tensor("float32", normalised(pixels, preprocessing), [1, 3, size, size]);
    // Only the first: the further outputs of u2net and its kin are coarser.
    const result = (await session.run({ [name]: input }, [output]))[output];
    const data = result?.data;
    if (!result || !ArrayBuffer.isView(data)) throw new Error("the model gave no numbers");
    const [height = 0, width = 0] = result.dims.slice(-2);
    const numbers = Float32Array.from(Object(data));
    if (width < 1 || height < 1 || numbers.length < width * height) {
      throw new Error(`the model's output has the shape [${result.dims.join(", ")}]; expected [1, 1, height, width]`);
    }
    return toMask(numbers, { width, height, output: preprocessing.output });
  };
  return { size, segment, setThreads: session.setThreads };
}

/** Opens a model with the first provider that works, by trying. @throws Error with the CPU's reason */
export async function openSegmentation(
  file: string,
  preprocessing: Preprocessing,
  execution: Execution,
): Promise<SegmentationSession> {
  const { provider: asked } = execution;
  const refused: Refused[] = [];
  for (const provider of providerOrder(asked)) {
    try {
      const { size, segment, setThreads } = await openWith(provider, file, preprocessing, execution);
      // Drivers fail late.
      if (provider !== "cpu") await segment(new Uint8Array(size * size * 3));
      const sentence = executionSentence({ provider, batch: 1, asked, work: works.cuttingOut }, refused);
      return { size, segment, execution: sentence, isOnCpu: provider === "cpu", setThreads };
    } catch (error) {
      if (provider === "cpu") throw error;
      refused.push({ provider, reason: shortly(error) });
    }
  }
  throw new Error("no provider was tried");
}
