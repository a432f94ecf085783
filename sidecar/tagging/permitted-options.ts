import { asUsual, completeExecution, type Execution, type GivenExecution } from "../host/inference/execution.js";
import type { Roots } from "../host/roots.js";
import { reportError, StudioError } from "../host/studio-error.js";
import { say } from "../words/sentence.js";
import { downloadNotAllowed } from "./models/methods.js";
import { absentModel, isModelName } from "./models/ready-model.js";
import type { TagOptions } from "./options.js";
import { plainTagging } from "./usual.js";

/** A model's name as it is, or its folder inside the client's roots. @throws StudioError "outsideRoots" | "notAllowed" */
export async function permittedModel(
  roots: Roots,
  model: string,
  { mayDownload = false, usual = null }: { mayDownload?: boolean; usual?: string | null } = {},
): Promise<string> {
  if (isModelName(model)) {
    if (mayDownload && !roots.allows("downloads") && (await absentModel(model))) throw downloadNotAllowed(model);
    return model;
  }
  // What the owner set is for everybody, wherever it lies.
  if (model === usual) return model;
  // A name that kept scores may know; anything that could lead somewhere is a path.
  if (/^[\w.-]+$/.test(model) && !model.startsWith(".")) return model;
  try {
    return await roots.permit(model);
  } catch (error) {
    // Whether it is there is told when it is opened.
    if (reportError(error).code === "notFound") return model;
    throw error;
  }
}

/** How taggers run is the business of the machine's owner. @throws StudioError "notAllowed" for anybody else who asks for more */
export function permittedExecution(roots: Roots, given: GivenExecution, usual: GivenExecution = {}): Execution {
  const { provider, threads, batchSize } = given;
  if (roots.exposed && (provider !== undefined || threads !== undefined || batchSize !== undefined)) {
    const message = say("provider, threads and batchSize are set by the owner of this machine only.");
    throw new StudioError("notAllowed", message, say("Leave them out, log in, or ask who runs the studio."));
  }
  return completeExecution(asUsual(given, usual));
}

/**
 * The options with every path inside the client's roots; `runs` when a model would be run, and downloaded if absent.
 * @throws StudioError "outsideRoots" | "notFound" | "notAllowed"
 */
export async function permittedOptions(
  roots: Roots,
  options: TagOptions,
  { runs = false, usual = plainTagging } = {},
): Promise<TagOptions> {
  // One after the other: a promise that is refused while another is waited for would end the process.
  const folder = await roots.open(options.folder);
  const models = options.models.map(async ({ model, weight }) => ({
    model: await permittedModel(roots, model, { mayDownload: runs, usual: usual.model }),
    weight,
  }));
  return {
    ...options,
    folder,
    models: await Promise.all(models),
    output: options.output === null ? null : await roots.permitNew(options.output),
  };
}
