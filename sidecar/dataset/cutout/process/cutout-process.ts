// The child process that holds the segmentation model and does the work on pixels: either would hold up the sidecar for
// seconds, and only ending a process stops it.
import { behaveAsChild } from "../../../host/inference/child-process.js";
import { SessionLost } from "../../../host/inference/open-session.js";
import { reportError } from "../../../host/studio-error.js";
import { pictureCutter } from "./cut-picture.js";
import { type CutoutReply, parseRequest, parseStart, parseThreads } from "./messages.js";
import { openSegmentation } from "./session.js";

const reply = (message: CutoutReply): void => {
  process.send?.(message);
};

behaveAsChild();

try {
  const { file, preprocessing, execution } = parseStart(process.argv[2] ?? "");
  const session = await openSegmentation(file, preprocessing, execution);
  const cut = pictureCutter(session);
  process.on("message", (value: unknown) => {
    const told = parseThreads(value);
    if (told) session.setThreads(told.threads);
    const request = parseRequest(value);
    if (!request) return;
    const { id } = request;
    cut(request).then(
      (done) => reply({ kind: "cut", id, ...done }),
      (error: unknown) => {
        // No picture's fault: it is worked on again by another process.
        if (error instanceof SessionLost) process.exit(1);
        reply({ kind: "failed", id, message: reportError(error).message });
      },
    );
  });
  reply({ kind: "loaded", execution: session.execution, isOnCpu: session.isOnCpu });
} catch (error) {
  reply({ kind: "unusable", message: reportError(error).message });
}
