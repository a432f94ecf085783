import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "@jest/globals";
import { besideSentence, createCardGate } from "../../../sidecar/host/inference/card-gate.js";
import { completeExecution } from "../../../sidecar/host/inference/execution.js";
import type { CardUser } from "../../../sidecar/host/jobs/job-kind.js";

const draws: CardUser = { by: "webui", title: "/webui" };
const trains: CardUser = { by: "training", title: "okara" };
const patience = { lookMs: 2, answerMs: 1000, waitMs: 40, freeMs: 30 };
const calm = new AbortController().signal;
const asked = completeExecution({ provider: "cuda" });

function gateOver(answers: (CardUser | null)[], waitMs = patience.waitMs) {
  const told: (CardUser | null)[] = [];
  let looks = 0;
  const gate = createCardGate({
    look: async () => answers[Math.min(looks++, answers.length - 1)] ?? null,
    patience: { ...patience, waitMs },
    isAsked: () => true,
  });
  return { lane: gate.lane(asked, (user) => told.push(user)), gate, told, looks: () => looks };
}

describe("work that could use the graphics card", () => {
  test("uses it while nobody else does", async () => {
    const { lane } = gateOver([null]);
    expect([await lane.place(calm), await lane.place(calm)]).toEqual([null, null]);
  });

  test("waits for a WebUI's picture, says so, and then uses it", async () => {
    // It ends at the third look, however slow the machine is.
    const { lane, told } = gateOver([draws, draws, null], 60_000);
    expect(await lane.place(calm)).toBe(null);
    expect(told).toEqual([draws, null]);
  });

  test("goes to the CPU when the WebUI draws on, stays there, and comes back when the card has long been free", async () => {
    let user: CardUser | null = draws;
    const gate = createCardGate({ look: async () => user, patience, isAsked: () => true });
    const lane = gate.lane(asked);
    expect(await lane.place(calm)).toBe(draws);
    user = null;
    await sleep(patience.lookMs + 1);
    expect(await lane.place(calm)).toBe(draws);
    await sleep(patience.freeMs + 1);
    expect(await lane.place(calm)).toBe(null);
  });

  test("does not wait for a training, which lasts", async () => {
    const { lane, looks } = gateOver([trains]);
    expect(await lane.place(calm)).toBe(trains);
    expect(looks()).toBe(1);
  });

  test("many pictures at once are one look", async () => {
    const { lane, looks } = gateOver([null]);
    await Promise.all(Array.from({ length: 32 }, () => lane.place(calm)));
    expect(looks()).toBe(1);
  });

  test("what cannot be asked has nothing on the card", async () => {
    const gate = createCardGate({ look: () => Promise.reject(new Error("gone")), patience, isAsked: () => true });
    expect(await gate.lane(asked).place(calm)).toBe(null);
  });

  test("an end while it waits is heard", async () => {
    const controller = new AbortController();
    const gate = createCardGate({
      look: async () => draws,
      patience: { ...patience, waitMs: 60_000 },
      isAsked: () => true,
    });
    const placed = gate.lane(asked).place(controller.signal);
    controller.abort();
    await expect(placed).rejects.toThrow();
  });
});

test("work that stays on the CPU anyway asks nobody", async () => {
  let looks = 0;
  const look = async (): Promise<CardUser> => {
    looks += 1;
    return draws;
  };
  const gate = createCardGate({ look, patience });
  const onCpu = completeExecution({ provider: "cpu" });
  expect([await gate.now(onCpu), await gate.lane(onCpu).place(calm), looks]).toEqual([null, null, 0]);
});

test("why the CPU computes, in a sentence", () => {
  expect(besideSentence(draws)).toBe("Tagging runs on the CPU: /webui is drawing.");
  expect(besideSentence(trains)).toContain("a LoRA is being trained (okara)");
});
