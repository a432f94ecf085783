import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { completeExecution, type Execution } from "../host/inference/execution.js";
import { explainRefusal } from "../host/inference/explain-refusal.js";
import { joinShare } from "../host/inference/join-share.js";
import { loadOrFallBack } from "../host/inference/load-or-fall-back.js";
import { processorShare } from "../host/inference/processor-share.js";
import { StudioError } from "../host/studio-error.js";
import { type Sentence, say } from "../words/sentence.js";
import { type InferenceRequest, parseReply } from "./inference/messages.js";
import { inferenceProcess } from "./inference/process-ahead.js";
import type { InferenceSettings } from "./inference/settings.js";
import type { Label } from "./labels.js";
import { modelInvalid, type TaggerModel } from "./model.js";

export interface Tagger {
  labels: Label[];
  /** What onnxruntime brings for this system. */
  backends: string[];
  /** One sentence for people: what computes, and why. */
  execution: Sentence;
  /** Probabilities 0–1 in label order, and what the picture contains. @throws StudioError "unreadableImage" | "inferenceFailed" */
  score(path: string): Promise<Scored>;
  close(): Promise<void>;
}

/** One picture's probabilities and the SHA-256 of its file, hex. */
interface Scored {
  probabilities: Float32Array;
  content: string;
}

interface Waiting {
  path: string;
  resolve(scored: Scored): void;
  reject(error: StudioError): void;
}

interface Loaded {
  child: ChildProcess;
  backends: string[];
  execution: Sentence;
  isOnCpu: boolean;
}

/** Starts the process; null when it ended before it said anything. @throws StudioError "modelInvalid" with its reason */
async function load(model: TaggerModel, execution: Execution): Promise<Loaded | null> {
  const settings: InferenceSettings = {
    file: join(model.folder, model.file),
    input: model.input,
    outputs: model.outputs,
    labels: model.labels.length,
    execution,
  };
  const child = inferenceProcess();
  const ended = once(child, "exit").then(() => null);
  const message = once(child, "message").then(([value]: unknown[]) => parseReply(value));
  child.send({ kind: "open", settings } satisfies InferenceRequest);
  const reply = await Promise.race([message, ended]);
  if (reply?.kind === "loaded") {
    const { backends, execution: sentence, isOnCpu } = reply;
    return { child, backends, execution: sentence, isOnCpu };
  }
  child.kill("SIGKILL");
  if (reply?.kind === "unusable") {
    const refusal = explainRefusal(reply.message);
    throw modelInvalid(model.folder, refusal?.reason ?? reply.message, refusal?.hint);
  }
  return null;
}

/** Starts the inference process for a model and waits until the model is loaded. */
export async function startTagger(model: TaggerModel, wanted: Execution = completeExecution()): Promise<Tagger> {
  const opened = { ...wanted, threads: wanted.threads ?? processorShare.threads() };
  const found = await loadOrFallBack((execution) => load(model, execution), opened);
  if (!found) throw modelInvalid(model.folder, say("the process that loads it ended"));
  const { child, backends, execution, isOnCpu } = found;
  joinShare(child, { isOnCpu, wanted: wanted.threads, opened: opened.threads });
  const waiting = new Map<number, Waiting>();
  let next = 0;
  child.on("message", (value: unknown) => {
    const reply = parseReply(value);
    if (reply?.kind !== "scores" && reply?.kind !== "failed") return;
    const request = waiting.get(reply.id);
    waiting.delete(reply.id);
    if (reply.kind === "scores") request?.resolve({ probabilities: reply.probabilities, content: reply.content });
    else
      request?.reject(
        new StudioError(
          "unreadableImage",
          say("{path}: {message}", { path: request.path, message: reply.message }),
          say("Open the picture in a viewer; save it anew or take it out of the folder."),
        ),
      );
  });
  child.on("exit", () => {
    const error = new StudioError(
      "inferenceFailed",
      say("The process that runs the tagger ended."),
      say("Run the same command again; finished pictures are not repeated."),
    );
    for (const request of waiting.values()) request.reject(error);
    waiting.clear();
  });
  const score = (path: string): Promise<Scored> =>
    new Promise((resolve, reject) => {
      const id = next++;
      waiting.set(id, { path, resolve, reject });
      child.send({ kind: "tag", id, path } satisfies InferenceRequest);
    });
  const close = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exit = once(child, "exit");
    child.kill("SIGKILL");
    await exit;
  };
  return { labels: model.labels, backends, execution, score, close };
}
