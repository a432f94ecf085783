import { expect, test } from "@jest/globals";
import { completeExecution } from "../../../sidecar/host/inference/execution.js";
import { loadOrFallBack } from "../../../sidecar/host/inference/load-or-fall-back.js";
import { executionSentence, providerOrder, usualProvider } from "../../../sidecar/host/inference/providers.js";
import { inEnglish, say } from "../../../sidecar/words/sentence.js";

const said = (...[computed, refused]: Parameters<typeof executionSentence>): string =>
  inEnglish(executionSentence(computed, refused));

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

  expect(said({ ...cpu, asked: "cpu" }, [])).toBe("Tagging runs on the CPU: as asked.");
  expect(said({ ...cpu, asked: "auto" }, [{ provider: "cuda", reason: "no driver" }])).toBe(
    "Tagging runs on the CPU: cuda cannot be used (no driver).",
  );
  expect(said({ provider: "dml", batch: 8, asked: "auto" }, [])).toBe(
    "Tagging runs on the GPU by DirectML in batches of 8.",
  );
});

test("the environment names the usual provider; an unknown one is told with all that are known", () => {
  expect([usualProvider({}), usualProvider({ ATELIER_TAGGER_PROVIDER: "cpu" })]).toEqual(["auto", "cpu"]);
  expect(() => usualProvider({ ATELIER_TAGGER_PROVIDER: "gpu" })).toThrow(/auto, cpu, cuda, dml.*found "gpu"/);
});

test("a provider that ends the process is left for the CPU; a model that ends it on the CPU too is given up", async () => {
  const wanted = completeExecution({ provider: "auto", threads: 2 });
  const tried: object[] = [];
  const crashing = async (execution: typeof wanted) => {
    tried.push(execution);
    return execution.provider === "cpu" ? { execution: say("as asked"), name: "loaded" } : null;
  };

  const found = await loadOrFallBack(crashing, wanted);
  expect(found && inEnglish(found.execution)).toBe(
    'Tagging runs on the CPU: with the provider "auto" its process ended.',
  );
  expect(tried).toEqual([wanted, { ...wanted, provider: "cpu" }]);
  expect(await loadOrFallBack(async () => null, wanted)).toBeNull();
});
