import { StudioError } from "../host/studio-error.js";
import type { Output } from "./output.js";
import { startSweep, sweepDrawCommands, sweepDrawUsage } from "./sweep-draw.js";
import { sweepExportCommands, sweepExportUsage } from "./sweep-export.js";
import { sweepListCommands, sweepListUsage } from "./sweep-list.js";
import { axesCommand, candidatesCommand, forgetCommand, savedCommand, sweepPlanUsage } from "./sweep-plan.js";
import { pruneCommand, pruneUsage } from "./sweep-prune.js";
import { sweepReportCommands, sweepReportUsage } from "./sweep-report.js";

type Command = (rest: string[], watch: { output: Output; signal: AbortSignal }) => Promise<number>;

export const sweepUsage = [
  ...sweepDrawUsage,
  ...sweepListUsage,
  ...sweepPlanUsage,
  ...sweepReportUsage,
  ...sweepExportUsage,
  pruneUsage,
];

const commands: Record<string, Command> = {
  ...sweepDrawCommands,
  ...sweepListCommands,
  candidates: (rest, { output }) => candidatesCommand(rest, output),
  axes: (rest, { output }) => axesCommand(rest, output),
  saved: (rest, { output }) => savedCommand(rest, output),
  forget: (rest, { output }) => forgetCommand(rest, output),
  ...sweepReportCommands,
  ...sweepExportCommands,
  prune: (rest, { output }) => pruneCommand(rest, output),
};

/** `sweep` with its options, or one of its verbs. */
export async function sweepCommand(argumentList: string[], output: Output, signal: AbortSignal): Promise<number> {
  const [verb = "", ...rest] = argumentList;
  const command = Object.hasOwn(commands, verb) ? commands[verb] : undefined;
  if (command) return command(rest, { output, signal });
  if (verb !== "" && !verb.startsWith("-")) {
    throw new StudioError(
      "badArguments",
      `There is no "sweep ${verb}".`,
      `Expected options (--run ID, --lora FILE …) or one of: ${Object.keys(commands).join(", ")}.`,
    );
  }
  return startSweep(argumentList, { output, signal });
}
