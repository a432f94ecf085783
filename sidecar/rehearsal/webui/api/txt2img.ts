import { createHash } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { addGrain } from "../../pictures/ruin.js";
import { drawPicture } from "../drawing/draw-picture.js";
import { pngOf } from "../drawing/png.js";
import { type Misbehaviour, misbehaves } from "../misbehaviours.js";
import type { WebuiState } from "../state/webui-state.js";
import { answerInfo } from "./answer-info.js";
import { infotext } from "./infotext.js";
import { DrawingFailed, type PictureFacts, pictureFacts } from "./picture-facts.js";
import type { Txt2img } from "./request.js";

/** What a picture request ends with. */
interface Txt2imgAnswer {
  images: string[];
  parameters: Readonly<Record<string, unknown>>;
  /** JSON in a text, as there. */
  info: string;
}

const RESTART_CODE = 7;
const FOR_EVER_MS = 2 ** 31 - 1;
/** Grain of a picture that was left in the middle. */
const HALF_MADE = 90;

/** A request at work. */
interface Turn {
  /** Which one it is, from 1. */
  request: number;
  does: (name: Misbehaviour) => boolean;
  interrupt: AbortSignal;
}

/** Draws a request's pictures in the WebUI's queue. @throws DrawingFailed: status 500 */
export async function txt2img(state: WebuiState, wish: Txt2img, hangUp: AbortSignal): Promise<Txt2imgAnswer> {
  const { options, queue } = state;
  const pictures = wish.batchSize * wish.batches;
  const lasts = options.secondsPerPicture * 1000 * pictures;
  return queue.run({ steps: wish.steps, pictures, lasts }, async (interrupt) => {
    state.requests += 1;
    const request = state.requests;
    const does = (name: Misbehaviour): boolean => misbehaves(options.misbehave, name, request);
    if (does("error-500")) throw new DrawingFailed("CUDA out of memory. Tried to allocate 20.00 MiB");
    // As if somebody had pressed the WebUI's button.
    if (does("interrupted")) queue.pressed = "interrupt";
    if (does("timeout")) await wait(FOR_EVER_MS, undefined, { signal: hangUp });
    return drawAll(state, wish, { request, does, interrupt });
  });
}

async function drawAll(state: WebuiState, wish: Txt2img, turn: Turn): Promise<Txt2imgAnswer> {
  const { options } = state;
  const facts = await pictureFacts(state, wish, turn.does);
  const merged = facts.loras.map(({ file, textEncoder, unet }) => `${file.path} ${textEncoder} ${unet}`).join("\n");
  if (state.apply(merged)) await wait(options.secondsPerMerge * 1000);
  const seeds: number[] = [];
  const infotexts: string[] = [];
  const images: string[] = [];
  for (let index = 0; index < wish.batchSize * wish.batches; index += 1) {
    const drawn = await drawOne(state, wish, facts, turn, index);
    seeds.push(drawn.seed);
    infotexts.push(turn.does("no-infotext") ? "" : drawn.text);
    if (wish.sendImages) images.push(drawn.png.toString("base64"));
    // What comes after an interruption is not begun.
    if (drawn.isHalfMade) break;
  }
  const { timestamp } = state.queue;
  return { images, parameters: wish.parameters, info: answerInfo(wish, facts, { seeds, infotexts, timestamp }) };
}

/** Words that change a picture a little, each its own way. */
const mannerOf = (wish: Txt2img, facts: PictureFacts, does: Turn["does"]): string[] => [
  wish.sampler,
  wish.scheduler ?? "",
  facts.vae ?? "",
  String(facts.clipSkip),
  String(wish.eta ?? ""),
  String(wish.distilledCfgScale ?? ""),
  wish.hires?.upscaler ?? "",
  does("batch-differs") && wish.batchSize > 1 ? "batch" : "",
];

async function drawOne(state: WebuiState, wish: Txt2img, facts: PictureFacts, turn: Turn, index: number) {
  const { options } = state;
  const { does, interrupt, request } = turn;
  // With a variation the seed stays and the variation seed counts up.
  const varies = wish.variationStrength > 0;
  const seed = wish.seed + (varies ? 0 : index) + (does("wrong-seed") ? 1000 : 0);
  const variationSeed = wish.variationSeed + index;
  if (options.secondsPerPicture > 0) {
    await wait(options.secondsPerPicture * 1000, undefined, { signal: interrupt }).catch(() => undefined);
  }
  const pixels = await drawPicture({
    ...facts,
    seed,
    variationSeed,
    width: facts.drawnWidth,
    height: facts.drawnHeight,
    manner: mannerOf(wish, facts, does),
    checkpoint: facts.model,
  });
  if (does("restart")) process.exit(RESTART_CODE);
  const isHalfMade = interrupt.aborted || does("interrupted");
  if (isHalfMade) addGrain(pixels, HALF_MADE, seed);
  if (does("black") || facts.isBroken) pixels.data.fill(0);
  const text = infotext({ ...facts, seed, variationSeed: varies ? variationSeed : null });
  const whole = await pngOf(pixels, facts.tellsInfotext ? text : null);
  const loras = facts.loras.map(({ name, file, textEncoder, unet }) => {
    return { name, content: file.content, textEncoder, unet };
  });
  // The name of a file does not matter, its content does.
  const contents = loras.map(({ content, textEncoder, unet }) => [content, textEncoder, unet]);
  const { loras: _, prompt, ...rest } = facts;
  const bare = prompt.replace(/<lora:[^>]*>/g, "");
  const key = JSON.stringify([contents, bare, { ...rest, loraHashes: "" }, seed, variationSeed, wish.eta]);
  await state.note({
    request,
    seed,
    loras,
    prompt,
    width: wish.width,
    height: wish.height,
    checkpoint: facts.model,
    key: createHash("sha256").update(key).digest("hex"),
    interrupted: isHalfMade,
  });
  return { seed, text, isHalfMade, png: does("cut-picture") ? whole.subarray(0, whole.length * 0.6) : whole };
}
