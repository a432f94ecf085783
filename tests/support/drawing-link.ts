import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { StudioError } from "../../sidecar/host/studio-error.js";
import type { DrawnPictures, Txt2imgRequest } from "../../sidecar/webui/drawing.js";
import type { DrawingLink } from "../../sidecar/webui/drawing-link.js";

/** What a WebUI in this process does wrong, by the number of the request, from 1. */
type Misbehaviour = (
  request: number,
  asked: Txt2imgRequest,
) => "missingLora" | "fails" | "offline" | "blank" | "interrupt" | "skip" | "stopAfter" | "wrongSeed" | null;

/** A WebUI in this process whose pictures follow from prompt, seed and the content of the LoRA file. */
export interface FakeWebui extends DrawingLink {
  /** Every picture that was drawn: "SEED PROMPT". */
  drawn: string[];
  /** Pictures of each request. */
  batches: number[];
  /** Times that another LoRA or strength was put into the model. */
  merges: number;
}

export interface FakeOptions {
  id?: string;
  kind?: DrawingLink["kind"];
  /** The only one that it has. */
  checkpoint?: string;
  loraFolder: string | null;
  misbehave?: Misbehaviour;
  /** How far its pictures are from those of others, 0–255. */
  shift?: number;
  /** Pictures of a batch are other than those drawn alone. */
  batchDiffers?: boolean;
  writesHashes?: boolean;
  milliseconds?: number;
}

const digest = (text: string | Buffer): Buffer => createHash("sha256").update(text).digest();

/** First letters of the hash that stands for a file's content in an infotext. */
export const shortHash = (content: string): string => content.slice(0, 12);

export function fakeWebui(options: FakeOptions): FakeWebui {
  const {
    id = "http://127.0.0.1:7860",
    loraFolder,
    misbehave = () => null,
    writesHashes = true,
    checkpoint = "tiny [a46814c440]",
  } = options;
  let requests = 0;
  let merged = "";
  const fileOf = (name: string): string | null => {
    const all = loraFolder === null || !existsSync(loraFolder) ? [] : readdirSync(loraFolder, { recursive: true });
    const found = all.map(String).find((path) => path.endsWith(`${name}.safetensors`));
    return found === undefined || loraFolder === null ? null : join(loraFolder, found);
  };
  const draw = async (asked: Txt2imgRequest): Promise<DrawnPictures> => {
    requests += 1;
    const wrong = misbehave(requests, asked);
    if (wrong === "fails") throw new StudioError("webuiFailed", "It failed on purpose.", "");
    if (wrong === "offline") throw new StudioError("offline", "It is gone on purpose.", "");
    if (options.milliseconds) await new Promise((resolve) => setTimeout(resolve, options.milliseconds));
    const [tag = "", name = "", strengths = ""] = /<lora:([^:>]+):([^>]+)>/.exec(asked.prompt) ?? [];
    const file = name === "" ? null : fileOf(name);
    const content = file === null || wrong === "missingLora" ? "" : digest(readFileSync(file)).toString("hex");
    if (content !== "" && `${content}${strengths}` !== merged) {
      merged = `${content}${strengths}`;
      webui.merges += 1;
    }
    webui.batches.push(asked.batchSize);
    const pictures = [];
    for (let at = 0; at < asked.batchSize; at += 1) {
      const seed = asked.seed + at + (wrong === "wrongSeed" ? 1 : 0);
      webui.drawn.push(`${seed} ${asked.prompt}`);
      const key = `${seed} ${asked.prompt.replace(tag, "")} ${content === "" ? "" : content + strengths}`;
      const noise = digest(options.batchDiffers && asked.batchSize > 1 ? `${key} batch` : key);
      const side = asked.width / 8;
      const pixels = Buffer.alloc(side * side * 3);
      for (let pixel = 0; pixel < pixels.length; pixel += 1) {
        pixels[pixel] = wrong === "blank" ? 0 : Math.min(255, ((noise[pixel % 32] ?? 0) % 240) + (options.shift ?? 0));
      }
      const infotext = `${asked.prompt}\nSteps: ${asked.steps}, Seed: ${seed}, Size: ${asked.width}x${asked.height}, Model hash: a46814c440, Model: tiny${
        content === "" || !writesHashes ? "" : `, Lora hashes: "${name}: ${shortHash(content)}"`
      }`;
      const png = await sharp(pixels, { raw: { width: side, height: side, channels: 3 } })
        .resize(asked.width, asked.height, { kernel: "nearest" })
        .png()
        .toBuffer();
      pictures.push({ png, seed, infotext });
    }
    const pressed = wrong === "interrupt" || wrong === "skip" || wrong === "stopAfter" ? wrong : null;
    return { pictures, pressed, modelHash: "a46814c440", modelName: "tiny" };
  };
  const loras = async () =>
    (loraFolder === null || !existsSync(loraFolder) ? [] : readdirSync(loraFolder, { recursive: true }))
      .map(String)
      .filter((path) => path.endsWith(".safetensors"))
      .map((path) => ({
        name: path.replace(/^.*\//, "").replace(/\.safetensors$/, ""),
        alias: null,
        path: join(loraFolder ?? "", path),
      }));
  const webui: FakeWebui = {
    id,
    kind: options.kind ?? "address",
    title: id,
    isHere: true,
    drawn: [],
    batches: [],
    merges: 0,
    facts: async () => ({ name: "fake", version: null, loraFolder }),
    isDrawing: async () => false,
    releaseMemory: async () => true,
    restoreMemory: async () => {},
    refreshLoras: async () => {},
    drawingFacts: async () => ({
      checkpoints: [{ title: checkpoint, name: checkpoint, hash: null, sha256: null, filename: null }],
      checkpoint,
      samplers: ["Euler a"],
      schedulers: null,
      vaes: null,
      modules: null,
      upscalers: [],
      latentUpscalers: [],
      styles: [],
      faceRestorers: [],
      loras: await loras(),
      loraFolder,
      rehearsal: false,
    }),
    loras,
    draw,
    interrupt: async () => {},
  };
  return webui;
}
