import { call } from "../rpc.js";
import { words } from "./look.js";
import { sampleInfotext } from "./sample-infotext.js";
import { run } from "./training.js";
import { type Sample, type SampleMoment, shownSamples } from "./training-samples.js";

function samplerOf(prompt: { others: readonly string[] }): string | null {
  const own = prompt.others.map((option) => /^(?:--)?ss\s+(\S+)$/.exec(option)?.[1]).find((name) => name !== undefined);
  const general = run.value?.plan.arguments.sample_sampler;
  return own ?? (typeof general === "string" && general !== "" ? general : null);
}

/** What draws a sample again; null where its prompt is not known. @param lora as prompts name it */
export function sampleText({ prompt, seed }: Sample, lora: string | null = null): string | null {
  const line = shownSamples.value?.prompts[prompt];
  return line ? sampleInfotext(line, { lora, seed, sampler: samplerOf(line) }) : null;
}

/** The same with the file that was saved at that moment, where it is among the WebUI's. @throws RequestError */
export async function sampleToSend(
  { step }: SampleMoment,
  sample: Sample,
): Promise<{ text: string; note: string | null }> {
  const { send: said } = words.value;
  const shown = run.value;
  if (shown === null || step === 0) return { text: sampleText(sample) ?? "", note: null };
  const { loras } = await call("training/published", { run: shown.id });
  const saved = shown.files.filter((file) => file.step === step && file.kind !== "state").map(({ path }) => path);
  const lora = loras.find(({ source, isThere }) => isThere && saved.includes(source))?.name ?? null;
  return { text: sampleText(sample, lora) ?? "", note: lora === null ? said.noLora : said.known(lora) };
}
