import { say } from "../../words/sentence.js";
import { StudioError } from "../studio-error.js";

export const providers = ["auto", "cpu", "cuda", "dml", "coreml", "webgpu"] as const;
/** What onnxruntime computes with; `auto` is the best that works on this machine. */
export type Provider = (typeof providers)[number];

type RealProvider = Exclude<Provider, "auto">;

// Linux has WebGPU too, but there it takes a software renderer for a GPU.
const bySystem: Record<string, RealProvider[]> = { win32: ["dml", "webgpu"], darwin: ["coreml"], linux: ["cuda"] };

/** In the order they are tried; the CPU is always last. */
export function providerOrder(provider: Provider, system: string = process.platform): RealProvider[] {
  if (provider === "auto") return [...(bySystem[system] ?? []), "cpu"];
  return provider === "cpu" ? ["cpu"] : [provider, "cpu"];
}

const names: Record<RealProvider, string> = {
  cpu: "the CPU",
  cuda: "the GPU by CUDA",
  dml: "the GPU by DirectML",
  coreml: "Core ML",
  webgpu: "the GPU by WebGPU",
};

export interface Refused {
  provider: RealProvider;
  reason: string;
}

interface Computed {
  provider: RealProvider;
  /** Pictures at a time. */
  batch: number;
  asked: Provider;
  /** What is computed, with its verb. */
  work?: string;
}

/** One sentence: what computes, and why nothing better does. */
export function executionSentence(
  { provider, batch, asked, work = "Tagging runs" }: Computed,
  refused: readonly Refused[],
): string {
  const batches = batch > 1 ? ` in batches of ${batch}` : "";
  const why = refused.map((one) => `${one.provider} cannot be used (${one.reason})`).join("; ");
  const because = why || (asked === provider ? "as asked" : "");
  return `${work} on ${names[provider]}${batches}${because ? `: ${because}` : ""}.`;
}

/** The provider that ATELIER_TAGGER_PROVIDER names, or `auto`. @throws StudioError "badArguments" */
export function usualProvider(environment: NodeJS.ProcessEnv = process.env): Provider {
  const named = environment.ATELIER_TAGGER_PROVIDER;
  if (!named) return "auto";
  const found = providers.find((one) => one === named);
  if (found) return found;
  const message = say('ATELIER_TAGGER_PROVIDER expects {providers}; found "{named}".', {
    providers: providers.join(", "),
    named,
  });
  throw new StudioError("badArguments", message, say("Correct the environment variable, or take it out."));
}
