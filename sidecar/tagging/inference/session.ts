import { Tensor } from "onnxruntime-node";
import { openSessionWith } from "../../host/inference/open-session.js";
import { executionSentence, providerOrder, type Refused } from "../../host/inference/providers.js";
import { shortly } from "../../host/inference/runtime.js";
import type { Sentence } from "../../words/sentence.js";
import { layOut } from "../layouts/lay-out.js";
import { measureBatch } from "./measure-batch.js";
import type { InferenceSettings } from "./settings.js";
import { chooseOutput, describeInput } from "./tensors.js";

export interface TaggerSession {
  /** Side of the square input in pixels. */
  inputSize: number;
  /** Pictures that one run takes at most. */
  batch: number;
  /** One sentence for people: what computes, and why. */
  execution: Sentence;
  /** Probabilities of each picture: of bytes, or of numbers where they come laid out. @throws Error with onnxruntime's words */
  score(pictures: readonly ArrayLike<number>[]): Promise<Float32Array[]>;
  isOnCpu: boolean;
  /** From the next run on. */
  setThreads(threads: number | null): void;
}

/** Opens the model with one provider. */
async function openWith(
  provider: string,
  isLaidOut: boolean,
  { file, input: layout, outputs, labels, execution }: InferenceSettings,
): Promise<Pick<TaggerSession, "inputSize" | "score" | "setThreads"> & { fixedBatch: number | null }> {
  const session = await openSessionWith(provider, file, execution.threads);
  const input = describeInput(session.inputMetadata, layout);
  const output = chooseOutput(session.outputMetadata, outputs, labels);
  const { size } = input;
  const shape = layout.order === "NHWC" ? [size, size, 3] : [3, size, size];
  const perPicture = size * size * 3;
  // Used again by every run, of which there is one at a time: megabytes that the collector would be slow to find.
  let target = new Float32Array(0);
  const score = async (pictures: readonly ArrayLike<number>[]): Promise<Float32Array[]> => {
    // A model that insists on its batch gets black pictures for those that are missing.
    const batch = input.batch ?? pictures.length;
    const wanted = batch * perPicture;
    if (target.length !== wanted) target = new Float32Array(wanted);
    // What an earlier, fuller batch left there.
    else if (pictures.length < batch) target.fill(0);
    for (const [index, numbers] of pictures.entries()) {
      const at = index * perPicture;
      if (isLaidOut) target.set(numbers, at);
      else layOut(numbers, layout, { target, at });
    }
    const results = await session.run({ [input.name]: new Tensor("float32", target, [batch, ...shape]) }, [
      output.name,
    ]);
    const data = results[output.name]?.data;
    if (!ArrayBuffer.isView(data)) throw new Error("the model gave no numbers");
    const numbers = Float32Array.from(Object(data));
    if (numbers.length !== batch * labels) {
      throw new Error(`it gives ${numbers.length / batch} numbers, its list names ${labels} tags`);
    }
    const probabilities = output.sigmoid ? numbers.map((logit) => 1 / (1 + Math.exp(-logit))) : numbers;
    return pictures.map((_, index) => probabilities.slice(index * labels, (index + 1) * labels));
  };
  return { inputSize: size, fixedBatch: input.batch, score, setThreads: session.setThreads };
}

/**
 * Opens a model with the first provider that works, by trying. On a GPU a run is part of the trial: drivers fail late.
 * @param isLaidOut whether pictures come as the model's numbers, not as bytes
 * @throws Error with the CPU's reason when the model cannot be used at all
 */
export async function openSession(settings: InferenceSettings, isLaidOut = false): Promise<TaggerSession> {
  const { provider: asked, batchSize } = settings.execution;
  const refused: Refused[] = [];
  for (const provider of providerOrder(asked)) {
    try {
      const { inputSize, fixedBatch, score, setThreads } = await openWith(provider, isLaidOut, settings);
      const nothing = new Float32Array(inputSize * inputSize * 3);
      const black = (count: number): Float32Array[] => Array.from({ length: count }, () => nothing);
      const run = async (count: number): Promise<void> => void (await score(black(count)));
      if (provider !== "cpu") await run(1);
      const free = provider === "cpu" ? 1 : null;
      const batch = fixedBatch ?? batchSize ?? free ?? (await measureBatch(run));
      const sentence = executionSentence({ provider, batch, asked }, refused);
      return { inputSize, batch, score, execution: sentence, isOnCpu: provider === "cpu", setThreads };
    } catch (error) {
      if (provider === "cpu") throw error;
      refused.push({ provider, reason: shortly(error) });
    }
  }
  throw new Error("no provider was tried");
}
