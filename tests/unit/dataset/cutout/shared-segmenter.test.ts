import { once } from "node:events";
import { expect, test } from "@jest/globals";
import { guessedPreprocessing } from "../../../../sidecar/dataset/cutout/cutout-models.js";
import { sharedSegmenter } from "../../../../sidecar/dataset/cutout/shared-segmenter.js";
import { completeExecution } from "../../../../sidecar/host/inference/execution.js";
import { StudioError } from "../../../../sidecar/host/studio-error.js";
import { say } from "../../../../sidecar/words/sentence.js";

const execution = completeExecution({ provider: "cpu" });
const model = (name: string) => ({ name, file: `/m/${name}`, preprocessing: guessedPreprocessing(name) });

/** Segmenters that are no processes; tells what was started and ended. */
function pretend(idleMs?: number) {
  const told: string[] = [];
  const ended = new EventTarget();
  const segmenter = sharedSegmenter(async ({ name }) => {
    told.push(`+${name}`);
    return {
      execution: say("as asked"),
      cut: async () => ({ width: 1, height: 1, doubt: 0, reasons: [] }),
      async close() {
        told.push(`-${name}`);
        ended.dispatchEvent(new Event("end"));
      },
    };
  }, idleMs);
  return { segmenter, told, ended: () => once(ended, "end") };
}

test("one process serves several users; another model ends it, and an idle one ends by itself", async () => {
  const { segmenter, told, ended } = pretend(1);
  const idle = (name: string) => segmenter.use(model(name), execution, async () => {});
  await Promise.all([idle("a"), idle("a")]);
  await ended();
  expect(told).toEqual(["+a", "-a"]);
  await Promise.all([idle("a"), idle("b")]);
  await ended();
  expect(told.slice(2, 5)).toEqual(["+a", "-a", "+b"]);
});

test("a picture that cannot be read leaves the process, an error of its own ends it", async () => {
  const { segmenter, told } = pretend();
  const fail = (code: "unreadableImage" | "inferenceFailed") =>
    segmenter.use(model("a"), execution, async () => {
      throw new StudioError(code, "", "");
    });
  await expect(fail("unreadableImage")).rejects.toMatchObject({ code: "unreadableImage" });
  expect(told).toEqual(["+a"]);
  await expect(fail("inferenceFailed")).rejects.toMatchObject({ code: "inferenceFailed" });
  expect(told).toEqual(["+a", "-a"]);
  await segmenter.close();
});
