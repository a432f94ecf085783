import { extname } from "node:path";
import { readSafetensorsHeader, type SafetensorsHeader } from "../../host/safetensors.js";
import { StudioError } from "../../host/studio-error.js";
import type { FamilyName } from "../../planning/families.js";
import { type Sentence, say } from "../../words/sentence.js";
import { familyOfCheckpoint, familyOfLora, formatOf, modulesOf } from "./lora-layout.js";
import type { ToolName, ToolRequest, ToolValue } from "./tool.js";

const PICKLES = /^\.(?:ckpt|pt|pth|bin|pkl)$/i;

const isPickle = (path: string): boolean => PICKLES.test(extname(path));

const wrong = (message: string | Sentence, hint: string | Sentence): StudioError =>
  new StudioError("badArguments", message, hint);

/** @throws StudioError "notAllowed" for a file that may run code when it is loaded */
export function refusePickle(path: string, allowed: boolean): void {
  if (!isPickle(path) || allowed) return;
  throw new StudioError(
    "notAllowed",
    say("{path} is a pickle file: loading it runs whatever program is hidden in it.", { path }),
    say("Use a .safetensors file. If you trust who made this one, allow it (--allow-pickle)."),
  );
}

/** @throws StudioError "modelInvalid" for a file that is cut off */
async function readWhole(path: string): Promise<SafetensorsHeader> {
  const header = await readSafetensorsHeader(path);
  if (header.bytes >= header.promised) return header;
  throw new StudioError(
    "modelInvalid",
    say("{path} is cut off: {bytes} of {promised} bytes.", { path, bytes: header.bytes, promised: header.promised }),
    say("Copy, download or save it again."),
  );
}

interface SeenLora {
  path: string;
  header: SafetensorsHeader;
  dims: Map<string, number>;
  family: FamilyName | null;
}

async function seeLora(path: string, tool: ToolName): Promise<SeenLora> {
  const header = await readWhole(path);
  const format = formatOf(header.tensors);
  const known = format === "lora" || (format === "peft" && tool === "resize");
  if (tool !== "check" && !known) {
    throw wrong(
      say("{path} has the layout {format}; this tool of sd-scripts works on lora_down and lora_up only.", {
        path,
        format,
      }),
      format === "unknown" ? say("Choose a LoRA file.") : say("There is no tool in sd-scripts for this layout."),
    );
  }
  const dims = new Map(modulesOf(header.tensors).map(({ name, dim }) => [name, dim ?? 0]));
  return { path, header, dims, family: familyOfLora(header) };
}

function refuseMixed(loras: readonly SeenLora[], { tool, values }: Pick<ToolRequest, "tool" | "values">): void {
  const [first, ...others] = loras;
  for (const other of others) {
    if (first?.family && other.family && first.family !== other.family) {
      throw wrong(
        say("{path} is for {family}, {otherPath} for {otherFamily}.", {
          path: first.path,
          family: first.family,
          otherPath: other.path,
          otherFamily: other.family,
        }),
        say("Only LoRAs for the same kind of model can be merged."),
      );
    }
    if (tool !== "merge" || values.concat === true) continue;
    const layer = [...other.dims].find(([name, dim]) => (first?.dims.get(name) ?? dim) !== dim);
    if (layer === undefined) continue;
    throw wrong(
      say("The LoRAs have different dimensions: {layer} has {dim} in {path} and {otherDim} in {otherPath}.", {
        layer: layer[0],
        dim: first?.dims.get(layer[0]) ?? 0,
        path: first?.path ?? "",
        otherDim: layer[1],
        otherPath: other.path,
      }),
      say("Merge by SVD (--svd), or put them side by side (--concat)."),
    );
  }
}

function refuseLarger({ dims, path }: SeenLora, rank: ToolValue | undefined): void {
  const largest = Math.max(...dims.values());
  if (typeof rank !== "number" || rank <= largest) return;
  throw wrong(
    say("The new dimension {rank} is larger than that of {path}, which is {largest}.", { rank, path, largest }),
    say("Resizing only goes down: choose a smaller one."),
  );
}

const precisions: Readonly<Record<string, string>> = { F16: "fp16", BF16: "bf16", F32: "float" };

/** What the files themselves tell of a request. */
export interface SeenInputs {
  family: FamilyName | null;
  /** The precision of the first LoRA, by the name that the tools know; null where it is another, or no LoRA was read. */
  precision: string | null;
  /** Layers that the LoRAs change. */
  layers: number;
}

/**
 * Looks into the headers of all files before any program is started.
 * @throws StudioError "badArguments" | "notFound" | "modelInvalid" | "notAllowed"
 */
export async function lookAtInputs(
  request: Pick<ToolRequest, "tool" | "loras" | "files" | "values">,
  allowPickle: boolean,
): Promise<SeenInputs> {
  const { tool, files, values } = request;
  const whole = Object.values(files);
  for (const path of [...request.loras, ...whole]) refusePickle(path, allowPickle);
  const loras: SeenLora[] = [];
  for (const path of request.loras) if (!isPickle(path)) loras.push(await seeLora(path, tool));
  refuseMixed(loras, request);
  const [first] = loras;
  if (first && tool === "resize") {
    refuseLarger(first, values.new_rank);
    refuseLarger(first, values.new_conv_rank);
  }
  const families = new Set(loras.flatMap(({ family }) => family ?? []));
  for (const path of whole) {
    const family = isPickle(path) ? null : familyOfCheckpoint((await readWhole(path)).tensors);
    if (family !== null) families.add(family);
  }
  if (families.size > 1) {
    throw wrong(
      say("The files are for different kinds of models: {families}.", { families: [...families].join(", ") }),
      say("Choose files for the same kind."),
    );
  }
  const types = new Set([...(first?.header.tensors.values() ?? [])].map(({ dtype }) => dtype));
  const [type = ""] = types;
  return {
    family: [...families][0] ?? null,
    precision: (types.size === 1 ? precisions[type] : undefined) ?? null,
    layers: loras.reduce((sum, { dims }) => sum + dims.size, 0),
  };
}
