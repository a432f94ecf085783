import { expect, test } from "@jest/globals";
import type { CardUser } from "../../../sidecar/host/jobs/job-kind.js";
import { taggerSlot } from "../../../sidecar/tagging/tagger-slot.js";
import { say } from "../../../sidecar/words/sentence.js";

const draws: CardUser = { by: "webui", title: "/webui" };

test("one tagger at a time: another model, or the CPU in place of the card, comes when the last picture is done", async () => {
  const story: string[] = [];
  const slot = taggerSlot(async (model, beside) => {
    const name = `${model}${beside ? " on the CPU" : ""}`;
    story.push(`start ${name}`);
    return {
      labels: [],
      backends: [],
      execution: say("as asked"),
      score: async () => ({ probabilities: new Float32Array(), content: name }),
      close: async () => void story.push(`close ${name}`),
    };
  });
  const use = (model: number, beside: CardUser | null = null) =>
    slot.use({ model, beside }, async (tagger) => {
      const { content } = await tagger.score("");
      story.push(content);
    });
  await Promise.all([use(0), use(0), use(0, draws), use(0, draws), use(0), use(1)]);
  await slot.close();

  expect(story.filter((line) => /start|close/.test(line))).toEqual([
    ...["start 0", "close 0", "start 0 on the CPU", "close 0 on the CPU"],
    ...["start 0", "close 0", "start 1", "close 1"],
  ]);
  expect(story.filter((line) => line === "0 on the CPU")).toHaveLength(2);
});
