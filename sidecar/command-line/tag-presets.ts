import type { Output } from "./output.js";
import { choiceOf, parseTagArguments } from "./tag-options.js";
import { withClient } from "./with-client.js";

/** `tag presets`: lists, saves or deletes named choices. */
export async function presetsCommand(argumentList: string[], output: Output): Promise<number> {
  const values = parseTagArguments(argumentList);
  const [saved, deleted] = [values.text("save"), values.text("delete")];
  const { presets } = await withClient(async (client) => {
    if (saved !== undefined) return client.call("tagging/savePreset", { name: saved, choice: choiceOf(values, {}) });
    if (deleted !== undefined) return client.call("tagging/deletePreset", { name: deleted });
    return client.call("tagging/presets", {});
  });
  if (output.json) output.document({ presets });
  else {
    for (const { name, choice, builtIn } of presets) {
      output.print(`${name}${builtIn ? " (built in)" : ""}\n    ${JSON.stringify(choice)}`);
    }
  }
  return 0;
}
