import type { Result } from "../../protocol/validate.js";
import type { Provider } from "../host/inference/providers.js";
import { StudioError } from "../host/studio-error.js";
import { completeChoice } from "../tagging/choose/choice.js";
import { labelCategories } from "../tagging/labels.js";
import type { Output } from "./output.js";
import type { StudioClient } from "./studio-client.js";
import type { TagParams } from "./tag-options.js";

type Interrogation = Result<"tagging/interrogate">;

const percent = (probability: number): string => `${(probability * 100).toFixed(1).padStart(5)} %`;

function printGroup(title: string, tags: Interrogation["tags"], output: Output): void {
  output.print(title);
  if (tags.length === 0) output.print("  none above the threshold");
  for (const { tag, probability } of tags) output.print(`  ${percent(probability)}  ${tag}`);
}

function printForPeople({ model, rating, tags, seconds }: Interrogation, params: TagParams, output: Output): void {
  const { thresholds } = completeChoice(params.choice);
  const above = (wanted: string): Interrogation["tags"] =>
    tags.filter(({ category, probability }) => {
      const known = labelCategories.find((one) => one === category) ?? "other";
      const limit = known === "rating" ? null : thresholds[known];
      return category === wanted && limit !== null && probability > limit;
    });
  const ratings = Object.entries(rating).sort(([, left], [, right]) => right - left);
  output.print(`Rating\n${ratings.map(([name, probability]) => `  ${percent(probability)}  ${name}`).join("\n")}`);
  printGroup("Characters", above("character"), output);
  printGroup("Tags", above("general"), output);
  for (const category of ["copyright", "artist", "meta", "quality", "model", "other"]) {
    const found = above(category);
    if (found.length > 0) printGroup(`${category.charAt(0).toUpperCase()}${category.slice(1)}`, found, output);
  }
  output.print(`\n${seconds.toFixed(1)} s with ${model}. No caption was written.`);
}

/** `tag FILE`: what a model sees in one picture; nothing is written. @throws StudioError "badArguments" for two models */
export async function tagFileCommand(
  client: StudioClient,
  params: TagParams & { provider?: Provider },
  output: Output,
): Promise<number> {
  const [use, ...more] = params.models ?? [];
  if (more.length > 0) {
    throw new StudioError("badArguments", "One picture is looked at by one model.", "Leave the other --model out.");
  }
  const answer = await client.call("tagging/interrogate", {
    ...(use ? { model: use.model } : {}),
    ...(params.provider ? { provider: params.provider } : {}),
    image: { path: params.folder },
  });
  if (answer.execution) output.say(answer.execution);
  if (output.json) output.document(answer);
  else printForPeople(answer, params, output);
  return 0;
}
