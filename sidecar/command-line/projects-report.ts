import { StudioError } from "../host/studio-error.js";
import { flag, fromWhereTheUserStands, oneOf, parseWords, text } from "./arguments.js";
import type { Output } from "./output.js";
import { isJapanese } from "./terminal-language.js";
import { withClient } from "./with-client.js";

export const reportUsage = "projects report ID|DIR [--output FILE|DIR] [--language en|ja] [--json]";

/** `projects report ID|DIR`: one page with everything that is known of a project, to keep or to share. */
export async function reportCommand(rest: string[], output: Output): Promise<number> {
  const given = parseWords(rest, { output: text, language: text, json: flag }, reportUsage);
  const [named, ...more] = given.words;
  if (named === undefined || more.length > 0) {
    throw new StudioError("badArguments", "The number of one project, or its folder, is expected.", reportUsage);
  }
  const to = given.text("output");
  const language = oneOf("language", given.text("language"), ["en", "ja"] as const);
  return withClient(async (client) => {
    const result = await client.call("project/report", {
      ...(/^[1-9]\d*$/.test(named) ? { id: Number(named) } : { folder: fromWhereTheUserStands(named) }),
      ...(to !== undefined && { to: fromWhereTheUserStands(to) }),
      language: language ?? (isJapanese(process.env) ? "ja" : "en"),
    });
    if (output.json) output.document(result);
    else {
      output.print(`${result.path}  (${(result.bytes / 1e6).toFixed(1)} MB)`);
      if (result.rehearsal) output.print("A rehearsal: stand-ins made some of it.");
      output.print(result.recommendation ?? "Nothing is recommended yet: the report says what is missing.");
    }
    return 0;
  });
}
