import { StudioError } from "../../host/studio-error.js";
import type { Txt2imgRequest, WebuiCheckpoint } from "../../webui/drawing.js";
import { say } from "../../words/sentence.js";
import type { DrawRequest } from "./draw-request.js";

/** What differs from one WebUI to the next. */
export interface WebuiNames {
  /** Name of a LoRA by the content of its file. */
  loras: ReadonlyMap<string, string>;
  checkpoints: readonly WebuiCheckpoint[];
}

/** The first number is the text encoder's (A1111, extensions-builtin/Lora). */
export function loraTag(
  name: string,
  { strength, textEncoder }: { strength: string; textEncoder: string | null },
): string {
  return textEncoder === null ? `<lora:${name}:${strength}>` : `<lora:${name}:${textEncoder}:${strength}>`;
}

const bare = (name: string): string =>
  name
    .replace(/\s*\[[^\]]*\]\s*$/, "")
    .replace(/\.(safetensors|ckpt|gguf|sft)$/i, "")
    .toLowerCase();

/**
 * The base checkpoint as this WebUI's option takes it. An unknown one would be left out of the request without a word.
 * @throws StudioError "webuiFailed"
 */
export function checkpointTitle(wanted: string, checkpoints: readonly WebuiCheckpoint[]): string {
  const hash = /\[([0-9a-f]+)\]\s*$/i.exec(wanted)?.[1] ?? null;
  const found =
    checkpoints.find(({ title }) => title === wanted) ??
    checkpoints.find((one) => hash !== null && (one.hash === hash || one.sha256?.startsWith(hash))) ??
    checkpoints.find(({ title, name }) => [title, name].some((known) => bare(known) === bare(wanted)));
  if (found) return found.title;
  throw new StudioError(
    "webuiFailed",
    say("This WebUI has no checkpoint {wanted}.", { wanted }),
    say("Put it among its checkpoints, or leave this WebUI out."),
  );
}

/**
 * One request for seeds that count up from the task's own. Whatever the user has set in the WebUI and would change the picture is
 * set for this request: its noise comes from the CPU, so that every machine draws the same.
 * @throws StudioError "webuiFailed" for a checkpoint that it does not have, or a LoRA
 */
export function webuiRequest(request: DrawRequest, batchSize: number, names: WebuiNames): Txt2imgRequest {
  const { promptBefore, promptAfter, lora, overrideSettings, checkpoint, rehearsal: _, ...rest } = request;
  const name = lora && names.loras.get(lora.content);
  if (lora !== null && name === undefined) {
    throw new StudioError(
      "webuiFailed",
      say("The LoRA file is not among this WebUI's."),
      say("Is its Lora folder writable?"),
    );
  }
  const tag = lora && name ? loraTag(name, lora) : "";
  return {
    ...rest,
    prompt: `${promptBefore}${tag}${promptAfter}`,
    batchSize,
    overrideSettings: {
      randn_source: "CPU",
      ...overrideSettings,
      sd_model_checkpoint: checkpointTitle(checkpoint, names.checkpoints),
      sd_lora: "None",
      lora_add_hashes_to_infotext: true,
    },
  };
}
