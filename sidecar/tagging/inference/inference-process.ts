// The child process that holds onnxruntime. `session.run` blocks its thread for seconds and cannot be stopped, so it
// must not live in the sidecar; ending this process is how tagging is cancelled.
import { behaveAsChild } from "../../host/inference/child-process.js";
import { backends } from "../../host/inference/runtime.js";
import { reportError } from "../../host/studio-error.js";
import { batchRunner } from "./batch-runner.js";
import { type InferenceReply, parseRequest } from "./messages.js";
import { startPreparation } from "./preparation.js";
import { openSession } from "./session.js";
import { parseSettings } from "./settings.js";

const reply = (message: InferenceReply): void => {
  process.send?.(message);
};

behaveAsChild();

try {
  const settings = parseSettings(process.argv[2] ?? "");
  // Its threads load while the session does.
  const preparation = startPreparation(settings.input);
  const session = await openSession(settings);
  const score = batchRunner(session.score, session.batch);
  process.on("message", (value: unknown) => {
    const request = parseRequest(value);
    if (!request) return;
    const { id } = request;
    const prepared = preparation.prepare(request.path, session.inputSize);
    score(prepared.then(({ pixels }) => pixels)).then(
      async (probabilities) => reply({ kind: "scores", id, probabilities, content: (await prepared).content }),
      (error: unknown) => reply({ kind: "failed", id, message: reportError(error).message }),
    );
  });
  reply({ kind: "loaded", backends: backends(), execution: session.execution });
} catch (error) {
  reply({ kind: "unusable", message: reportError(error).message });
}
