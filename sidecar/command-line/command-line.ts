import { type ErrorReport, reportError } from "../host/studio-error.js";
import { captionsCommand, captionsUsage } from "./captions.js";
import { commandHelp } from "./command-help.js";
import { datasetCommand, datasetUsage } from "./dataset.js";
import { doctorCommand, doctorUsage } from "./doctor.js";
import { jobsCommand, jobsUsage } from "./jobs.js";
import { loraCommand, loraUsage } from "./lora.js";
import { machinesCommand, machinesUsage } from "./machines.js";
import { modelsCommand, modelsUsage } from "./models.js";
import { type Output, processOutput } from "./output.js";
import { planCommand, planUsage } from "./plan.js";
import { projectsCommand, projectsUsage } from "./projects.js";
import { rehearseCommand, rehearseUsage } from "./rehearse.js";
import { runCommand, runUsage } from "./run.js";
import { serveUsage } from "./serve-usage.js";
import { settingsCommand, settingsUsage } from "./settings.js";
import { sweepCommand, sweepUsage } from "./sweep.js";
import { tagCommand } from "./tag.js";
import { tagUsage } from "./tag-options.js";
import { inTerminalLanguage } from "./terminal-language.js";
import { trainCommand, trainUsage } from "./train.js";
import { uninstallCommand, uninstallUsage } from "./uninstall.js";
import { webuiCommand, webuiUsage } from "./webui.js";
import { workerUsage } from "./worker-usage.js";

interface Command {
  run: (argumentList: string[], output: Output, signal: AbortSignal) => Promise<number>;
  usages: readonly string[];
}

const commands: Record<string, Command> = {
  // The web server is read for this command alone.
  serve: { run: async (rest, output) => (await import("./serve.js")).serveCommand(rest, output), usages: [serveUsage] },
  tag: { run: tagCommand, usages: [tagUsage] },
  dataset: { run: datasetCommand, usages: datasetUsage },
  captions: { run: captionsCommand, usages: captionsUsage },
  plan: { run: planCommand, usages: planUsage },
  train: { run: trainCommand, usages: trainUsage },
  sweep: { run: sweepCommand, usages: sweepUsage },
  lora: { run: loraCommand, usages: loraUsage },
  rehearse: { run: rehearseCommand, usages: [rehearseUsage] },
  run: { run: runCommand, usages: runUsage },
  projects: { run: projectsCommand, usages: projectsUsage },
  jobs: { run: jobsCommand, usages: jobsUsage },
  models: { run: modelsCommand, usages: modelsUsage },
  webui: { run: webuiCommand, usages: webuiUsage },
  // Its queue is read for this command alone.
  worker: {
    run: async (rest, output) => (await import("./worker.js")).workerCommand(rest, output),
    usages: [workerUsage],
  },
  machines: { run: machinesCommand, usages: machinesUsage },
  settings: { run: settingsCommand, usages: settingsUsage },
  doctor: { run: doctorCommand, usages: [doctorUsage] },
  uninstall: { run: uninstallCommand, usages: [uninstallUsage] },
};

export const usage = `LoRA Atelier\n\n  ${serveUsage}      (without a command)\n  ${datasetUsage.join("\n  ")}\n  ${tagUsage}\n  ${captionsUsage.join("\n  ")}\n  ${planUsage.join("\n  ")}\n  ${trainUsage.join("\n  ")}\n  ${sweepUsage.join("\n  ")}\n  ${loraUsage.join("\n  ")}\n  ${rehearseUsage}\n  ${runUsage.join("\n  ")}\n  ${projectsUsage.join("\n  ")}\n  ${jobsUsage.join("\n  ")}\n  ${modelsUsage.join("\n  ")}\n  ${webuiUsage.join("\n  ")}\n  ${workerUsage}\n  ${machinesUsage.join("\n  ")}\n  ${settingsUsage.join("\n  ")}\n  ${doctorUsage}\n  ${uninstallUsage}\n`;

const INTERRUPTED = 130;

function exitCode({ code }: ErrorReport): number {
  if (code === "badArguments" || code === "badFilter") return 2;
  return code === "interrupted" ? INTERRUPTED : 1;
}

/** Runs one command. Exit codes: 0 done, 1 failed, 2 bad arguments, 3 done with some items failed, 130 interrupted. */
export async function commandLine(argumentList: string[]): Promise<number> {
  const [first = "serve"] = argumentList;
  // Options without a command are those of the default one.
  const asDefault = first.startsWith("-") && first !== "--help" && first !== "-h";
  const name = asDefault ? "serve" : first;
  const rest = asDefault ? argumentList : argumentList.slice(1);
  const output = processOutput(rest.includes("--json"));
  if (name === "help" || name === "--help" || name === "-h") {
    output.print(usage);
    return 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    output.say(`There is no command "${name}".\n\n${usage}`);
    return 2;
  }
  const help = commandHelp(name, rest, command.usages);
  if (help !== null) {
    output.print(help);
    return 0;
  }
  const controller = new AbortController();
  // Not `once`: execa's own listener ends the process where it finds itself the only one.
  process.on("SIGINT", () => {
    // Who asks twice does not want to wait for a good end.
    if (controller.signal.aborted) process.exit(INTERRUPTED);
    controller.abort();
  });
  try {
    return await command.run(rest, output, controller.signal);
  } catch (error) {
    const report = reportError(error);
    const { message, hint } = await inTerminalLanguage(report);
    output.say(message);
    if (hint) output.say(`  ${hint}`);
    if (output.json) output.document({ error: report });
    return exitCode(report);
  }
}
