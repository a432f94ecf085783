import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { StudioError } from "../host/studio-error.js";
import { parseReply } from "./inference/messages.js";
import type { Label } from "./labels.js";
import { modelInvalid, type TaggerModel } from "./model.js";
import { explainRefusal } from "./models/explain-refusal.js";

export interface Tagger {
  labels: Label[];
  /** What onnxruntime brings for this system; the CPU is used. */
  backends: string[];
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

const processFile = fileURLToPath(new URL("./inference/inference-process.js", import.meta.url));

// onnxruntime 1.28 and newer send usage data to its maker unless told not to before they start, and keep an
// identifier and a log on disk. Pictures are the user's own business. The second name is that of a few releases.
const withoutTelemetry = { ORT_DISABLE_TELEMETRY: "1", ORT_TELEMETRY_DISABLED: "1" };

// glibc keeps a pool of freed memory for each of many threads; decoded pictures are large, and two pools are enough.
const fewArenas = { MALLOC_ARENA_MAX: "2" };

async function loaded(child: ChildProcess, model: TaggerModel): Promise<string[]> {
  const ended = once(child, "exit").then(() => null);
  const message = once(child, "message").then(([value]: unknown[]) => parseReply(value));
  const reply = await Promise.race([message, ended]);
  if (reply?.kind === "loaded") {
    if (reply.outputs === 0 || reply.outputs === model.labels.length) return reply.backends;
    child.kill("SIGKILL");
    throw modelInvalid(
      model.folder,
      `it gives ${reply.outputs} numbers, selected_tags.csv names ${model.labels.length} tags`,
    );
  }
  child.kill("SIGKILL");
  const refusal = reply?.kind === "unusable" ? reply.message : "the process that loads it ended";
  const tooNew = explainRefusal(refusal);
  throw modelInvalid(model.folder, tooNew?.reason ?? refusal, tooNew?.hint);
}

/** Starts the inference process for a model and waits until the model is loaded. */
export async function startTagger(model: TaggerModel): Promise<Tagger> {
  const child = fork(processFile, [model.folder], {
    env: { ...process.env, ...withoutTelemetry, ...fewArenas },
    serialization: "advanced",
    stdio: ["ignore", 2, 2, "ipc"],
  });
  const backends = await loaded(child, model);
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
          `${request.path}: ${reply.message}`,
          "Open the picture in a viewer; save it anew or take it out of the folder.",
        ),
      );
  });
  child.on("exit", () => {
    const error = new StudioError(
      "inferenceFailed",
      "The process that runs the tagger ended.",
      "Run the same command again; finished pictures are not repeated.",
    );
    for (const request of waiting.values()) request.reject(error);
    waiting.clear();
  });
  const score = (path: string): Promise<Scored> =>
    new Promise((resolve, reject) => {
      const id = next++;
      waiting.set(id, { path, resolve, reject });
      child.send({ kind: "tag", id, path });
    });
  const close = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exit = once(child, "exit");
    child.kill("SIGKILL");
    await exit;
  };
  return { labels: model.labels, backends, score, close };
}
