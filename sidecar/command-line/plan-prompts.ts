import { StudioError } from "../host/studio-error.js";
import { flag, parseWords, text } from "./arguments.js";
import type { Output } from "./output.js";
import { readConfig, writeNew } from "./plan-config.js";
import { withClient } from "./with-client.js";

export const planPromptsUsage = "plan prompts CONFIG [--output FILE [--overwrite]] [--json]";

/** `plan prompts CONFIG`: a prompt file for sample pictures, from the trigger and the captions of the set. */
export function promptsCommand(rest: string[], output: Output): Promise<number> {
  const given = parseWords(rest, { output: text, overwrite: flag, json: flag }, planPromptsUsage);
  const [config, ...more] = given.words;
  if (config === undefined || more.length > 0) {
    throw new StudioError("badArguments", "One configuration file is expected.", planPromptsUsage);
  }
  return withClient(async (client) => {
    const { plan } = await readConfig(client, config, output);
    const proposed = await client.call("planning/samplePrompts", { plan });
    const target = given.text("output");
    if (target !== undefined) output.say(`Written: ${await writeNew(target, proposed.text, given.flag("overwrite"))}`);
    if (output.json) output.document(proposed);
    else if (target === undefined) output.print(proposed.text.trimEnd());
    return 0;
  });
}
