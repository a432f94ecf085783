import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { childEnvironment } from "../../host/inference/child-process.js";
import { completeExecution, type Execution } from "../../host/inference/execution.js";
import { explainRefusal } from "../../host/inference/explain-refusal.js";
import { joinShare } from "../../host/inference/join-share.js";
import { loadOrFallBack } from "../../host/inference/load-or-fall-back.js";
import { processorShare } from "../../host/inference/processor-share.js";
import { works } from "../../host/inference/providers.js";
import { StudioError } from "../../host/studio-error.js";
import { type Sentence, say } from "../../words/sentence.js";
import { cutoutInvalid, type OpenCutoutModel } from "./find-cutout.js";
import {
  type CutoutDone,
  type CutoutRequest,
  parseDone,
  parseReply,
  type SegmentationStart,
} from "./process/messages.js";

export interface Segmenter {
  /** One sentence for people: what computes, and why. */
  execution: Sentence;
  /** Writes a picture's cut-out. @throws StudioError "unreadableImage" | "inferenceFailed" */
  cut(request: Omit<CutoutRequest, "id">): Promise<CutoutDone>;
  close(): Promise<void>;
}

const processFile = fileURLToPath(new URL("./process/cutout-process.js", import.meta.url));

interface Loaded {
  child: ChildProcess;
  execution: Sentence;
  isOnCpu: boolean;
}

/** Starts the process; null when it ended before it said anything. @throws StudioError "modelInvalid" */
async function load({ file, preprocessing }: OpenCutoutModel, execution: Execution): Promise<Loaded | null> {
  const start: SegmentationStart = { file, preprocessing, execution };
  const child = fork(processFile, [JSON.stringify(start)], { env: childEnvironment(), stdio: ["ignore", 2, 2, "ipc"] });
  const ended = once(child, "exit").then(() => null);
  const message = once(child, "message").then(([value]: unknown[]) => parseReply(value));
  const reply = await Promise.race([message, ended]);
  if (reply?.kind === "loaded") return { child, execution: reply.execution, isOnCpu: reply.isOnCpu };
  child.kill("SIGKILL");
  if (reply?.kind !== "unusable") return null;
  const refusal = explainRefusal(reply.message);
  throw cutoutInvalid(file, refusal?.reason ?? reply.message, refusal?.hint);
}

interface Waiting {
  picture: string;
  resolve(done: CutoutDone): void;
  reject(error: StudioError): void;
}

const notRead = (picture: string, message: string): StudioError =>
  new StudioError(
    "unreadableImage",
    say("{picture}: {message}", { picture, message }),
    say("Open the picture in a viewer; save it anew or take it out of the folder."),
  );

const processEnded = (): StudioError =>
  new StudioError(
    "inferenceFailed",
    say("The process that cuts pictures out ended."),
    say("Run the same command again, finished pictures are not repeated; if it ends again, memory may be short."),
  );

/** Starts the process for a model and waits until the model is loaded. @throws StudioError "modelInvalid" */
export async function startSegmenter(
  model: OpenCutoutModel,
  wanted: Execution = completeExecution(),
): Promise<Segmenter> {
  const opened = { ...wanted, threads: wanted.threads ?? processorShare.threads() };
  const found = await loadOrFallBack((execution) => load(model, execution), opened, works.cuttingOut);
  if (!found) throw cutoutInvalid(model.file, say("the process that loads it ended"));
  const { child, execution, isOnCpu } = found;
  joinShare(child, { isOnCpu, wanted: wanted.threads, opened: opened.threads });
  const waiting = new Map<number, Waiting>();
  let next = 0;
  child.on("message", (value: unknown) => {
    const reply = parseReply(value);
    if (reply?.kind !== "cut" && reply?.kind !== "failed") return;
    const request = waiting.get(reply.id);
    waiting.delete(reply.id);
    if (reply.kind === "cut") request?.resolve(parseDone(reply));
    else request?.reject(notRead(request.picture, reply.message));
  });
  let isGone = false;
  child.on("exit", () => {
    isGone = true;
    for (const request of waiting.values()) request.reject(processEnded());
    waiting.clear();
  });
  return {
    execution,
    cut: (request) =>
      new Promise((resolve, reject) => {
        if (isGone) {
          reject(processEnded());
          return;
        }
        const id = next++;
        waiting.set(id, { picture: request.picture, resolve, reject });
        child.send({ id, ...request });
      }),
    async close() {
      if (isGone) return;
      const exit = once(child, "exit");
      child.kill("SIGKILL");
      await exit;
    },
  };
}
