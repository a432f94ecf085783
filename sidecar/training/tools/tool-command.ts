import { join } from "node:path";
import type { RunCommand } from "../keeper/run-files.js";
import { runEnvironment } from "../runs/prepare-run.js";
import type { Trainer } from "../trainer/trainer.js";
import type { ToolRequest } from "./tool.js";
import { toolWords } from "./tool-arguments.js";
import { toolNamed } from "./tool-table.js";

/**
 * The command of a tool. Its folder goes into PYTHONPATH: the scripts lie in `networks/` and import `library` from beside it,
 * which plain Python does not find where sd-scripts was not installed as a package.
 */
export function toolCommand(
  request: ToolRequest,
  trainer: Pick<Trainer, "kind" | "folder" | "python">,
  saveTo: string | null,
  environment: NodeJS.ProcessEnv = process.env,
): RunCommand {
  const script = toolNamed(request.tool).scripts[request.family] ?? "";
  const isStandIn = trainer.kind === "rehearsal";
  // The stand-in of the tools lies beside that of the trainer, and is one program for all scripts.
  const program = isStandIn
    ? [join(trainer.folder, "..", "lora-tools", "main.js"), script]
    : [join(trainer.folder, script)];
  return {
    program: trainer.python,
    arguments: [...program, ...toolWords(request, saveTo)],
    cwd: trainer.folder,
    environment: {
      ...runEnvironment(trainer.python, environment),
      ...(isStandIn ? {} : { PYTHONPATH: trainer.folder }),
    },
  };
}
