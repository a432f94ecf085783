import { existsSync, readFileSync } from "node:fs";
import { isTable, readToml } from "../command/config-file.js";

export interface SamplePrompt {
  prompt: string;
  negative: string | null;
  width: number;
  height: number;
  steps: number;
  scale: number;
  sampler: string;
  seed: number | null;
}

const number = (value: unknown, missing: number): number =>
  Number.isFinite(Number(value ?? missing)) ? Number(value ?? missing) : missing;

function sides(width: number, height: number): { width: number; height: number } {
  const whole = (side: number): number => Math.max(64, side - (side % 8));
  return { width: whole(width), height: whole(height) };
}

/** `a cat --w 512 --h 768 --d 1 --s 20 --l 7 --n bad --ss euler_a`. */
function readPromptLine(line: string, sampler: string): SamplePrompt {
  const [prompt = "", ...options] = line.split(" --");
  const given = new Map(
    options.map((option) => {
      const [, name = "", value = ""] = /^(\S+)\s*(.*)$/s.exec(option.trim()) ?? [];
      return [name, value] as const;
    }),
  );
  return {
    prompt: prompt.trim(),
    negative: given.get("n") ?? null,
    ...sides(number(given.get("w"), 512), number(given.get("h"), 512)),
    steps: number(given.get("s"), 30),
    scale: number(given.get("l"), 7.5),
    sampler: given.get("ss") ?? sampler,
    seed: given.has("d") ? number(given.get("d"), 0) : null,
  };
}

function fromTable(table: Record<string, unknown>, sampler: string): SamplePrompt {
  return {
    prompt: String(table.prompt ?? ""),
    negative: typeof table.negative_prompt === "string" ? table.negative_prompt : null,
    ...sides(number(table.width, 512), number(table.height, 512)),
    steps: number(table.sample_steps, 30),
    scale: number(table.scale, 7.5),
    sampler: typeof table.sample_sampler === "string" ? table.sample_sampler : sampler,
    seed: table.seed === undefined ? null : number(table.seed, 0),
  };
}

/** The prompts of a .txt, .toml or .json file; null when there is no such file. */
export function readPrompts(path: string, sampler: string): SamplePrompt[] | null {
  if (!existsSync(path)) return null;
  if (path.endsWith(".toml")) {
    const { prompt } = readToml(path);
    if (isTable(prompt) && Array.isArray(prompt.subset)) {
      return prompt.subset.filter(isTable).map((one) => fromTable({ ...prompt, ...one }, sampler));
    }
    return [];
  }
  const text = readFileSync(path, "utf8");
  if (path.endsWith(".json")) {
    const json: unknown = JSON.parse(text);
    return Array.isArray(json) ? json.filter(isTable).map((one) => fromTable(one, sampler)) : [];
  }
  return (
    text
      .split("\n")
      // Only a very first "#" makes a comment.
      .filter((line) => line.trim() && !line.startsWith("#"))
      .map((line) => readPromptLine(line.trim(), sampler))
  );
}
