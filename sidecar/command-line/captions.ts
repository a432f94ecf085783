import { StudioError } from "../host/studio-error.js";
import { parseArguments } from "./arguments.js";
import type { Output } from "./output.js";
import { withClient } from "./with-client.js";

export const captionsUsage = "captions undo DIR [--json]";

/** `captions undo DIR`: takes back the folder's last change made here; 3 when somebody else changed a file since. */
export async function captionsCommand(argumentList: string[], output: Output): Promise<number> {
  const [verb, ...rest] = argumentList;
  if (verb !== "undo") {
    throw new StudioError("badArguments", `captions knows "undo"; found "${verb ?? ""}".`, captionsUsage);
  }
  const { folder } = parseArguments(rest, { json: { type: "boolean" } }, captionsUsage);
  const report = await withClient((client) => client.call("captions/undo", { folder }));
  if (output.json) output.document(report);
  else {
    output.print(`Undone: ${report.name}, ${report.written.length} captions.`);
    for (const { message, hint } of report.conflicts) output.print(`${message}\n    ${hint}`);
  }
  return report.conflicts.length > 0 ? 3 : 0;
}
