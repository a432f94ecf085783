import { existsSync } from "node:fs";
import { extname, join } from "node:path";
import type { Params, Result } from "../../../protocol/validate.js";
import type { Roots } from "../../host/roots.js";
import { StudioError } from "../../host/studio-error.js";
import { say } from "../../words/sentence.js";
import type { TrainerChoice } from "../trainer/trainer-choice.js";
import { requireOwnersPrograms } from "../visitor-plan.js";
import { lookAtInputs, refusePickle } from "./look-at-inputs.js";
import { usualOutput } from "./output-name.js";
import { type ToolFile, type ToolRequest, toolFiles } from "./tool.js";
import { checkRequest, isMerge } from "./tool-arguments.js";
import { oneToolRun } from "./tool-folder.js";
import { lookAtTool, lookAtTools, startTool, stopTool } from "./tool-runner.js";
import { argumentsFor, toolNamed } from "./tool-table.js";
import { verifyLora } from "./verify/verify-file.js";
import { familyOf, wireToolRun, wireTools, wireVerified, wireWholeRun } from "./wire-tool.js";

interface ToolRoom {
  roots: Roots;
  trainers: TrainerChoice;
  stateFolder: string;
  /** @throws StudioError for a visitor who may be anybody */
  requireOwner(): void;
}

type Start = Params<"training/toolStart">;

async function pathsOf({ files = {}, loras = [] }: Start, roots: Roots) {
  const found: Partial<Record<ToolFile, string>> = {};
  for (const file of toolFiles) {
    const path = files[file];
    if (path !== undefined) found[file] = await roots.permit(path);
  }
  return { loras: await Promise.all(loras.map((path) => roots.permit(path))), files: found };
}

/** The request with what the files tell of it: the kind of model, and the precision that they have. */
async function wholeRequest(params: Start, roots: Roots): Promise<{ request: ToolRequest; layers: number }> {
  const tool = toolNamed(params.tool);
  const { loras, files } = await pathsOf(params, roots);
  const given = params.values ?? {};
  const seen = await lookAtInputs({ tool: params.tool, loras, files, values: given }, params.allowPickle === true);
  // One script serves all kinds where nothing depends on the kind.
  const usual = tool.least === 1 && !isMerge(tool) ? "sd15" : null;
  const family = familyOf(params.family) ?? seen.family ?? usual;
  if (family === null) {
    throw new StudioError(
      "badArguments",
      say("The files do not tell what kind of model they are for."),
      say("Name it (--family): {keys}.", { keys: Object.keys(tool.scripts).join(", ") }),
    );
  }
  const keepsPrecision =
    tool.makes === "lora" &&
    seen.precision !== null &&
    argumentsFor(tool, family).some(({ name }) => name === "save_precision");
  const values = { ...(keepsPrecision ? { save_precision: seen.precision ?? "" } : {}), ...given };
  const equal = loras.map(() => 1 / loras.length);
  const ratios = isMerge(tool) ? (params.ratios ?? (params.tool === "mergeInto" ? loras.map(() => 1) : equal)) : [];
  const request: ToolRequest = { tool: params.tool, family, loras, ratios, files, values };
  checkRequest(request);
  return { request, layers: seen.layers };
}

async function outputOf(params: Start, request: ToolRequest, roots: Roots): Promise<string | null> {
  if (toolNamed(request.tool).makes === "nothing") return null;
  const path = await roots.permitNew(params.output ?? usualOutput(request));
  if (extname(path).toLowerCase() === ".safetensors") return path;
  throw new StudioError(
    "badArguments",
    say("The new file is to be a .safetensors file; found {path}.", { path }),
    say("Give it that ending."),
  );
}

/** The tools for LoRA files. */
export function loraToolMethods({ roots, trainers, stateFolder, requireOwner }: ToolRoom) {
  const trainerFor = async ({ rehearsal, trainer, tool }: Start, family: ToolRequest["family"]) => {
    requireOwnersPrograms({ trainer }, { roots });
    if (rehearsal) return trainers.standIn();
    const found = await trainers.chosen(trainer);
    if (found === null) {
      throw new StudioError(
        "notFound",
        say("No trainer was found on this machine; the tools are part of it."),
        say("`train trainers` says how one is installed. Looking through a file (lora verify) needs none."),
      );
    }
    const script = toolNamed(tool).scripts[family] ?? "";
    if (existsSync(join(found.folder, script))) return found;
    throw new StudioError(
      "notFound",
      say("The trainer in {folder} has no {script}.", { folder: found.folder, script }),
      say("Use a newer sd-scripts."),
    );
  };
  return {
    async "training/toolList"(): Promise<Result<"training/toolList">> {
      return { tools: wireTools() };
    },
    async "training/toolStart"(params: Params<"training/toolStart">): Promise<Result<"training/toolStart">> {
      requireOwner();
      const { request, layers } = await wholeRequest(params, roots);
      const output = await outputOf(params, request, roots);
      const trainer = await trainerFor(params, request.family);
      const rename = params.whenThere === "rename" || (params.output === undefined && output !== null);
      const { id, start } = await startTool(stateFolder, { request, trainer, output, rename, layers });
      return { id, output: start.output };
    },
    async "training/toolRuns"(): Promise<Result<"training/toolRuns">> {
      requireOwner();
      const runs = await lookAtTools(stateFolder);
      return { runs: await Promise.all(runs.map((run) => wireToolRun(run))) };
    },
    async "training/toolRun"({ id }: Params<"training/toolRun">): Promise<Result<"training/toolRun">> {
      requireOwner();
      return wireWholeRun(await lookAtTool(stateFolder, oneToolRun(stateFolder, id)));
    },
    async "training/toolStop"({ id }: Params<"training/toolStop">): Promise<Result<"training/toolStop">> {
      requireOwner();
      await stopTool(stateFolder, id);
      const { outcome } = await lookAtTool(stateFolder, oneToolRun(stateFolder, id));
      return { state: outcome?.state ?? "running" };
    },
    async "training/verifyFile"({ path }: Params<"training/verifyFile">): Promise<Result<"training/verifyFile">> {
      requireOwner();
      const real = await roots.permit(path);
      refusePickle(real, false);
      return wireVerified(real, await verifyLora(real));
    },
  };
}
