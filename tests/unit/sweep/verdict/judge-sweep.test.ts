import { describe, expect, test } from "@jest/globals";
import type { JudgedSweep } from "../../../../sidecar/sweep/verdict/judge-sweep.js";
import type { MadeUpWish } from "../../../support/judge-made-up.js";
import { plainThread } from "../../../support/plain-thread.js";
import type { MadeUpLora } from "../../../support/sweep-evidence.js";

const strengths = [0.25, 0.5, 0.75, 1];
const thread = plainThread("judge-made-up");
const judge = async (wish: MadeUpWish): Promise<JudgedSweep> => Object(await thread(wish));
const judged = (loras: readonly MadeUpLora[], seed = 1, seeds = 4): Promise<JudgedSweep> =>
  judge({ loras, strengths, seeds, seed });

describe("verdicts on made-up evidence", () => {
  test("a LoRA that does nothing has no effect, and nothing is recommended", async () => {
    const { checkpoints, recommendation, notEnough } = await judged([{ power: 0 }]);
    expect(checkpoints[0]?.verdict).toBe("noEffect");
    expect(recommendation).toBeNull();
    expect(notEnough.map(({ code }) => code)).toEqual(["allNoEffect"]);
  });

  test("a weak one is undertrained, a melting one overtrained, and the band of a good one is found", async () => {
    const { checkpoints, recommendation } = await judged([
      { power: 0.5 },
      { power: 1.2 },
      { power: 2, meltsFrom: 0.4 },
    ]);
    expect(checkpoints.map(({ verdict }) => verdict)).toEqual(["undertrained", "good", "broken"]);
    expect(recommendation?.chosen.lora).toBe(1);
    expect(recommendation?.band[1]).toBe(1);
    expect(checkpoints[1]?.strengths.slice(1).map(({ verdict }) => verdict)).toEqual(["weak", "good", "good"]);
  });

  test("melting above a band ends the band", async () => {
    const { checkpoints } = await judged([{ power: 1.5, meltsFrom: 1.4 }]);
    expect(checkpoints[0]).toMatchObject({ verdict: "good", band: [0.5, 0.75] });
    expect(checkpoints[0]?.strengths.at(-1)?.verdict).toBe("broken");
    expect(checkpoints[0]?.examples.map(({ why }) => why)).toEqual(["good", "collapsed"]);
  });

  test("one that returns training pictures is overtrained, however many traits it shows", async () => {
    const { checkpoints, recommendation } = await judged([{ power: 2, copiesFrom: 0.3 }]);
    expect(checkpoints[0]?.verdict).toBe("overtrained");
    expect(checkpoints[0]?.reasons.map(({ code }) => code)).toContain("copies");
    expect(recommendation).toBeNull();
  });

  test("traits come one after the other: eyes before hair", async () => {
    const { checkpoints } = await judged([{ power: 1.1 }], 1, 6);
    const [checkpoint] = checkpoints;
    const said = checkpoint?.reasons.find(({ code }) => code === "traitsFrom")?.values.list;
    expect(said).toMatch(/green eyes 0\.5.*blonde hair 0\.75/);
  });

  test("two pictures a strength are not enough", async () => {
    const { recommendation, notEnough } = await judged([{ power: 1.2 }], 1, 2);
    expect(recommendation).toBeNull();
    expect(notEnough.map(({ code }) => code)).toContain("fewCells");
  });

  test("without training pictures it says so", async () => {
    const wish = { loras: [{ power: 1 }], strengths, seeds: 3, seed: 1 };
    const { notEnough } = await judge({ ...wish, without: "training" });
    expect(notEnough.map(({ code }) => code)).toEqual(["noTraining"]);
    const { notEnough: alone } = await judge({ ...wish, without: "control" });
    expect(alone.map(({ code }) => code)).toEqual(["noControl"]);
  });

  test("a trait that the prompt names does not count for it", async () => {
    const prompts = ["okara, 1girl, green eyes, blonde hair", "okara, 1girl, green eyes"];
    const { scored } = await judge({ loras: [{ power: 1 }], strengths, seeds: 3, seed: 3, prompts });
    const of = (tag: string) => scored.traits.traits.find((trait) => trait.tag === tag);
    expect(of("green eyes")).toMatchObject({ named: true, counts: false });
    expect(of("blonde hair")).toMatchObject({ named: true, counts: true });
    expect(of("twintails")).toMatchObject({ named: false, counts: true });
    expect(scored.traits.leftOut).toContainEqual({ tag: "green eyes", reason: "named" });
    expect(scored.traits.leftOut).toContainEqual({ tag: "simple background", reason: "background" });
  });

  test("of two that are as good the gentler and the earlier one is taken", async () => {
    const { recommendation } = await judged([{ power: 2.4 }, { power: 2.4 }], 5, 6);
    expect(recommendation?.chosen).toMatchObject({ lora: 0, strength: 0.5 });
    expect(recommendation?.runnersUp[0]?.difference.low).toBeLessThan(0);
  });

  test("votes decide between two that are as good", async () => {
    const votes = [{ lora: 1, strengthIndex: 2, likes: 9, total: 10 }];
    const loras = [{ power: 2.4 }, { power: 2.4 }];
    const { recommendation } = await judge({ loras, strengths, seeds: 6, seed: 5, votes });
    expect(recommendation?.chosen).toMatchObject({ lora: 1, strength: 0.5 });
  });

  test("noise alone is never recommended", async () => {
    let recommended = 0;
    for (let seed = 0; seed < 40; seed += 1) {
      const { recommendation } = await judge({
        loras: [{ power: 0 }, { power: 0 }],
        strengths,
        seeds: 4,
        noise: 0.3,
        seed,
      });
      if (recommendation) recommended += 1;
    }
    expect(recommended).toBe(0);
  });
});
