import { expect, test } from "@jest/globals";
import { executionSentence, providerOrder, usualProvider } from "../../../sidecar/tagging/inference/providers.js";

test("each system's own GPU way first, the CPU always last", () => {
  const order = (system: string) => providerOrder("auto", system);

  expect([order("win32"), order("darwin"), order("linux"), order("freebsd")]).toEqual([
    ["dml", "webgpu", "cpu"],
    ["coreml", "cpu"],
    ["cuda", "cpu"],
    ["cpu"],
  ]);
  expect([providerOrder("cpu", "win32"), providerOrder("webgpu", "linux")]).toEqual([["cpu"], ["webgpu", "cpu"]]);
});

test("one sentence says what computes and why nothing better does", () => {
  const cpu = { provider: "cpu", batch: 1 } as const;

  expect(executionSentence({ ...cpu, asked: "cpu" }, [])).toBe("Tagging runs on the CPU: as asked.");
  expect(executionSentence({ ...cpu, asked: "auto" }, [{ provider: "cuda", reason: "no driver" }])).toBe(
    "Tagging runs on the CPU: cuda cannot be used (no driver).",
  );
  expect(executionSentence({ provider: "dml", batch: 8, asked: "auto" }, [])).toBe(
    "Tagging runs on the GPU by DirectML in batches of 8.",
  );
});

test("the environment names the usual provider; an unknown one is told with all that are known", () => {
  expect([usualProvider({}), usualProvider({ ATELIER_TAGGER_PROVIDER: "cpu" })]).toEqual(["auto", "cpu"]);
  expect(() => usualProvider({ ATELIER_TAGGER_PROVIDER: "gpu" })).toThrow(/auto, cpu, cuda, dml.*found "gpu"/);
});
