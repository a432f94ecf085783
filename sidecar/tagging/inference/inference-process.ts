// The child process that holds onnxruntime. `session.run` blocks its thread for seconds and cannot be stopped, so it
// must not live in the sidecar; ending this process is how tagging is cancelled.
import { reportError } from "../../host/studio-error.js";
import { layOut } from "../input-layout.js";
import { type InferenceReply, parseRequest } from "./messages.js";
import { startPreparation } from "./preparation.js";
import { backends, openSession } from "./session.js";

const reply = (message: InferenceReply): void => {
  process.send?.(message);
};

// The sidecar is gone: nobody reads the answers.
process.on("disconnect", () => process.exit(0));
process.on("error", () => process.exit(0));
// Ctrl-C goes to the whole process group; the sidecar decides when this process ends.
process.on("SIGINT", () => {});

try {
  const session = await openSession(process.argv[2] ?? "");
  const preparation = startPreparation(session.inputSize);
  let turn = Promise.resolve();
  process.on("message", (value: unknown) => {
    const request = parseRequest(value);
    if (!request) return;
    const prepared = preparation.prepare(request.path);
    prepared.catch(() => {});
    turn = turn.then(async () => {
      try {
        const { pixels, content } = await prepared;
        const probabilities = await session.score(layOut(pixels));
        reply({ kind: "scores", id: request.id, probabilities, content });
      } catch (error) {
        reply({ kind: "failed", id: request.id, message: reportError(error).message });
      }
    });
  });
  reply({ kind: "loaded", inputSize: session.inputSize, outputs: session.outputs, backends: backends() });
} catch (error) {
  reply({ kind: "unusable", message: reportError(error).message });
}
