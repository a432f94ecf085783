// The child process that holds onnxruntime. `session.run` blocks its thread for seconds and cannot be stopped, so it
// must not live in the sidecar; ending this process is how tagging is cancelled. It may be started before it is known which
// model it is for.
import { behaveAsChild } from "../../host/inference/child-process.js";
import { mayUseCard } from "../../host/inference/cuda-library.js";
import { SessionLost } from "../../host/inference/open-session.js";
import { backends } from "../../host/inference/runtime.js";
import { reportError } from "../../host/studio-error.js";
import { batchRunner } from "./batch-runner.js";
import { type InferenceReply, parseRequest } from "./messages.js";
import { besideCard, startPreparation } from "./preparation.js";
import { openSession } from "./session.js";
import type { InferenceSettings } from "./settings.js";

const reply = (message: InferenceReply): void => {
  process.send?.(message);
};

interface OpenModel {
  tag(id: number, path: string): void;
  setThreads(threads: number | null): void;
}

async function open(settings: InferenceSettings): Promise<OpenModel> {
  // Its threads load while the session does.
  // On a CPU the model's own work is so long that its numbers may as well be laid out between, and pictures wait as bytes.
  const onCard = mayUseCard(settings.execution.provider);
  const preparation = startPreparation(settings.input, onCard ? { pace: besideCard, layout: settings.input } : {});
  const session = await openSession(settings, onCard);
  // The batch that runs, the next one, and what the threads have in their hands; a card is fed with all that there is.
  if (!onCard) preparation.holdAtMost(2 * session.batch + preparation.inHand);
  const score = batchRunner(session.score, session.batch);
  const { execution, isOnCpu, setThreads } = session;
  reply({ kind: "loaded", backends: backends(), execution, isOnCpu });
  const tag = (id: number, path: string): void => {
    const prepared = preparation.prepare(path, session.inputSize);
    const probabilities = score(prepared.then(({ pixels }) => pixels));
    // Run or not: nobody reads the pixels any more.
    const release = async (): Promise<void> => (await prepared).release();
    probabilities.then(release, release).catch(() => {});
    probabilities.then(
      async (probabilities) => reply({ kind: "scores", id, probabilities, content: (await prepared).content }),
      (error: unknown) => {
        // No picture's fault: it is worked on again by another process.
        if (error instanceof SessionLost) process.exit(1);
        reply({ kind: "failed", id, message: reportError(error).message });
      },
    );
  };
  return { tag, setThreads };
}

behaveAsChild();

let model: OpenModel | null = null;
process.on("message", (value: unknown) => {
  const request = parseRequest(value);
  if (request?.kind === "tag") model?.tag(request.id, request.path);
  if (request?.kind === "threads") model?.setThreads(request.threads);
  if (request?.kind !== "open") return;
  open(request.settings).then(
    (ready) => {
      model = ready;
    },
    (error: unknown) => reply({ kind: "unusable", message: reportError(error).message }),
  );
});
