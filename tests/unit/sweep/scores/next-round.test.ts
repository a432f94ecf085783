import { describe, expect, test } from "@jest/globals";
import { nextRound } from "../../../../sidecar/sweep/scores/next-round.js";
import { plainThread } from "../../../support/plain-thread.js";
import type { Searched } from "../../../support/search-made-up.js";
import type { MadeUpSweep } from "../../../support/sweep-evidence.js";
import { resolvedOf } from "../../../support/sweep-search.js";

// Eight checkpoints from weak to molten: the fourth and fifth are right.
const loras = [0.2, 0.35, 0.6, 1, 1.3, 1.8, 2.4, 3].map((power) => ({ power, meltsFrom: 1.7, copiesFrom: 2.5 }));
const strengths = [0.25, 0.5, 0.75, 1];
const prompts = ["1girl, okara, upper body", "1girl, okara, smile"];
const sweep = (seed: number): MadeUpSweep => ({ loras, strengths, prompts, seeds: 4, seed, noise: 0.06 });

const thread = plainThread("search-made-up");
const searched = async (given: MadeUpSweep): Promise<Searched> => Object(await thread(given));

describe("coarse to fine", () => {
  test("begins with few pictures of every checkpoint and their controls", () => {
    const search = resolvedOf(sweep(0));
    const places = (nextRound(search, null, null) ?? []).map((index) => search.coordinatesOf(index));
    expect(new Set(places.map(([lora]) => lora)).size).toBe(loras.length);
    expect(new Set(places.map(([, strength]) => strength))).toEqual(new Set([0, 3]));
    expect(places).toHaveLength(3 * (loras.length + 1));
  });

  test("comes to the recommendation of the whole sweep with a part of its pictures", async () => {
    const seeds = [1, 2, 3, 4, 5, 6];
    let same = 0;
    for (const seed of seeds) {
      const { found, meant, part, rounds } = await searched(sweep(seed));
      expect(meant).not.toBeNull();
      expect(rounds).toBeLessThanOrEqual(3);
      expect(part).toBeLessThan(0.5);
      if (found === meant) same += 1;
    }
    expect(same).toBeGreaterThanOrEqual(seeds.length - 1);
  });

  test("ends when nothing is promising", async () => {
    const { found, rounds } = await searched({ ...sweep(1), loras: loras.map(() => ({ power: 0 })) });
    expect(found).toBeNull();
    expect(rounds).toBeLessThanOrEqual(2);
  });
});
