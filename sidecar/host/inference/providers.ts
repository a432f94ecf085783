import { type Sentence, type SentenceValue, say } from "../../words/sentence.js";
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

const names: Record<RealProvider, Sentence> = {
  cpu: say("the CPU"),
  cuda: say("the GPU by CUDA"),
  dml: say("the GPU by DirectML"),
  coreml: say("Core ML"),
  webgpu: say("the GPU by WebGPU"),
};

/** What is computed, with its verb. */
export const works = { tagging: say("Tagging runs"), cuttingOut: say("Cutting out runs") };

export interface Refused {
  provider: RealProvider;
  reason: SentenceValue;
}

interface Computed {
  provider: RealProvider;
  /** Pictures at a time. */
  batch: number;
  asked: Provider;
  work?: Sentence;
}

const because = (refused: readonly Refused[], asAsked: boolean): Sentence | null => {
  const [first, ...others] = refused.map(({ provider, reason }) =>
    say("{provider} cannot be used ({reason})", { provider, reason }),
  );
  if (first === undefined) return asAsked ? say("as asked") : null;
  return others.reduce((told, more) => say("{told}; {more}", { told, more }), first);
};

/** One sentence: what computes, and why nothing better does. */
export function executionSentence(
  { provider, batch, asked, work = works.tagging }: Computed,
  refused: readonly Refused[],
): Sentence {
  const name = names[provider];
  const place = batch > 1 ? say("{place} in batches of {batch}", { place: name, batch }) : name;
  const why = because(refused, asked === provider);
  return why === null
    ? say("{work} on {place}.", { work, place })
    : say("{work} on {place}: {why}.", { work, place, why });
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
