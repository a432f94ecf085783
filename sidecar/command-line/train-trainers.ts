import { StudioError } from "../host/studio-error.js";
import { flag, fromWhereTheUserStands, parseWords, text } from "./arguments.js";
import type { Output } from "./output.js";
import { withClient } from "./with-client.js";

export const trainersUsage = "train trainers [DIR] [--use DIR|--forget] [--python FILE] [--json]";

/** `train trainers`: those of this machine, and which of them runs use. */
export function trainersCommand(rest: string[], { output }: { output: Output }): Promise<number> {
  const given = parseWords(rest, { use: text, forget: flag, python: text, json: flag }, trainersUsage);
  const [folder, ...more] = given.words;
  if (more.length > 0) throw new StudioError("badArguments", "One folder is expected.", trainersUsage);
  const [use, python] = [given.text("use"), given.text("python")];
  return withClient(async (client) => {
    const program = python === undefined ? {} : { python: fromWhereTheUserStands(python) };
    if (use !== undefined || given.flag("forget")) {
      const chosen = use === undefined ? null : fromWhereTheUserStands(use);
      await client.call("training/chooseTrainer", { folder: chosen, ...program });
    }
    const look = folder === undefined ? {} : { folder: fromWhereTheUserStands(folder) };
    const result = await client.call("training/trainers", { ...look, ...program });
    if (output.json) output.document(result);
    else {
      for (const found of result.trainers) {
        output.print(`${found.chosen ? "* " : "  "}${found.folder} (${found.kind}, ${found.origin})`);
        const parts = { Python: found.python3, torch: found.torch, GPU: found.cuda, ...found.packages };
        for (const [part, { version, problem }] of Object.entries(parts)) {
          output.print(`      ${part} ${version ?? "–"}${problem === null ? "" : `: ${problem}`}`);
        }
      }
      for (const { title, command } of result.guide) output.print(`${title}\n    ${command}`);
    }
    return 0;
  });
}
