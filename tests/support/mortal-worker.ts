// A preparation worker that answers as the real one does, one picture after the other, and dies of deadly pictures.
import { setTimeout as wait } from "node:timers/promises";
import { parentPort } from "node:worker_threads";

let turn = Promise.resolve();
parentPort?.on("message", (message: unknown) => {
  const { id, path, buffer } = Object(message);
  turn = turn.then(async () => {
    await wait(1);
    // In a worker this ends the thread, as running out of memory does.
    if (String(path).startsWith("deadly")) process.exit(7);
    new Uint8Array(buffer).fill(Number(path));
    parentPort?.postMessage({ id, content: `content of ${path}` });
  });
});
