import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "@jest/globals";
import { completeExecution } from "../../../sidecar/host/inference/execution.js";
import { StudioError } from "../../../sidecar/host/studio-error.js";
import { bytes, type ModelLayout, white } from "../../../sidecar/tagging/layouts/model-layout.js";
import { sharedTaggers } from "../../../sidecar/tagging/shared-tagger.js";
import { say } from "../../../sidecar/words/sentence.js";
import { labelsOf } from "../../support/scores.js";

const layout: ModelLayout = {
  kind: "SmilingWolf",
  file: "model.onnx",
  labels: labelsOf("a"),
  input: { size: 8, order: "NHWC", channels: "BGR", ...bytes, fit: "pad", ground: white },
  outputs: [],
};
const model = (name: string) => ({ ...layout, name, folder: `/models/${name}` });

const execution = completeExecution({ provider: "cpu" });

/** Taggers that are no processes; tells which were started and ended. */
function pretendTaggers(idleMs?: number) {
  const [started, ended]: [string[], string[]] = [[], []];
  const taggers = sharedTaggers(async ({ name, labels }) => {
    started.push(name);
    const close = async (): Promise<void> => void ended.push(name);
    return {
      labels,
      backends: [],
      execution: say("as asked"),
      score: async () => ({ probabilities: Float32Array.of(1), content: "" }),
      close,
    };
  }, idleMs);
  return { taggers, started, ended };
}

test("one tagger a model, started once; an idle one is ended after its time and started anew", async () => {
  const { taggers, started, ended } = pretendTaggers(20);

  await Promise.all([
    taggers.use(model("a"), execution, async () => wait(60)),
    taggers.use(model("a"), execution, async () => {}),
  ]);
  const early = [...ended];
  await wait(60);
  const late = [...ended];
  await taggers.use(model("a"), execution, async () => {});
  await taggers.close();

  expect([early, late]).toEqual([[], ["a"]]);
  expect(started).toEqual(["a", "a"]);
});

test("unloading waits for who is at work, and the next one gets a new tagger", async () => {
  const { taggers, started, ended } = pretendTaggers();
  let done = (): void => {};
  const working = taggers.use(
    model("a"),
    execution,
    () =>
      new Promise<void>((resolve) => {
        done = resolve;
      }),
  );
  await wait(1);

  const unloaded = taggers.unload();
  await taggers.use(model("a"), execution, async () => {});
  const whileWorking = [...ended];
  done();
  await working;
  await wait(1);

  expect(unloaded).toEqual(["a"]);
  expect(whileWorking).toEqual([]);
  expect([started, ended]).toEqual([["a", "a"], ["a"]]);
  await taggers.close();
  expect(ended).toEqual(["a", "a"]);
});

test("a third model ends the one that was used longest ago", async () => {
  const { taggers, ended } = pretendTaggers();
  for (const name of ["a", "b", "a", "c"]) await taggers.use(model(name), execution, async () => {});
  await wait(1);

  expect(ended).toEqual(["b"]);
  await taggers.close();
});

test("a tagger whose process ended is not used again; a broken picture ends none", async () => {
  const { taggers, started } = pretendTaggers();
  const fail = (code: "unreadableImage" | "inferenceFailed"): Promise<string> =>
    taggers
      .use(model("a"), execution, async () => {
        throw new StudioError(code, code, "");
      })
      .catch((error: unknown) => String(Object(error).message));

  const errors = [await fail("unreadableImage"), await fail("inferenceFailed"), await fail("unreadableImage")];

  expect(errors).toEqual(["unreadableImage", "inferenceFailed", "unreadableImage"]);
  expect(started).toEqual(["a", "a"]);
  await taggers.close();
});
