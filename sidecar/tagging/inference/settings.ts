import { type Execution, parseExecution } from "../../host/inference/execution.js";
import type { InputLayout, OutputLayout } from "../layouts/model-layout.js";
import type { Framing } from "../resize/frame-plain.js";

/** The model that an inference process opens, and how. */
export interface InferenceSettings {
  /** Absolute path of the ONNX file. */
  file: string;
  input: InputLayout;
  outputs: readonly OutputLayout[];
  /** How many numbers a picture must get. */
  labels: number;
  execution: Execution;
}

function triple(value: unknown): InputLayout["add"] {
  const [red, green, blue]: unknown[] = Array.isArray(value) ? value : [];
  return [Number(red), Number(green), Number(blue)];
}

export const parseFraming = (fit: unknown, ground: unknown): Framing => ({
  fit: fit === "stretch" ? fit : "pad",
  ground: triple(ground),
});

export const parseInput = ({
  size,
  order,
  channels,
  multiply,
  add,
  fit,
  ground,
}: Record<string, unknown>): InputLayout => ({
  size: Number(size),
  order: order === "NCHW" ? order : "NHWC",
  channels: channels === "RGB" ? channels : "BGR",
  multiply: triple(multiply),
  add: triple(add),
  ...parseFraming(fit, ground),
});

function parseOutput(value: unknown): OutputLayout {
  const { name, sigmoid } = Object(value);
  return { sigmoid: sigmoid === true, ...(typeof name === "string" ? { name } : {}) };
}

export function parseSettings(sent: unknown): InferenceSettings {
  const { file, input, outputs, labels, execution } = Object(sent);
  const rows: unknown[] = Array.isArray(outputs) ? outputs : [];
  return {
    file: String(file),
    input: parseInput(Object(input)),
    outputs: rows.map(parseOutput),
    labels: Number(labels),
    execution: parseExecution(execution),
  };
}
