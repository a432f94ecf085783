import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

export interface Checkpoint {
  title: string;
  model_name: string;
  hash: string;
  sha256: string;
  filename: string;
  config: null;
}

const names = ["atelier-rehearsal", "atelier-rehearsal-warm"];
// One tensor that tells an SD1.5 checkpoint; there is nothing else in it.
const KEY = "cond_stage_model.transformer.text_model.embeddings.position_ids";

function emptyModel(name: string): Buffer {
  const header = JSON.stringify({
    __metadata__: { title: `LoRA Atelier stand-in, no model: ${name}` },
    [KEY]: { dtype: "F32", shape: [1], data_offsets: [0, 4] },
  });
  const json = Buffer.from(header + " ".repeat((8 - (Buffer.byteLength(header) % 8)) % 8));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(json.length));
  return Buffer.concat([length, json, Buffer.alloc(4)]);
}

/** Puts the stand-in's two base checkpoints into `models/Stable-diffusion`; the files hold no weights. */
export async function layOutCheckpoints(home: string): Promise<Checkpoint[]> {
  const folder = join(home, "models", "Stable-diffusion");
  await mkdir(folder, { recursive: true });
  return Promise.all(
    names.map(async (name) => {
      const filename = join(folder, `${name}.safetensors`);
      const bytes = emptyModel(name);
      await writeFile(filename, bytes);
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      const hash = sha256.slice(0, 10);
      return { title: `${name}.safetensors [${hash}]`, model_name: name, hash, sha256, filename, config: null };
    }),
  );
}

/** As the option is matched there: title, file name, name or hash. */
export const findCheckpoint = (all: readonly Checkpoint[], wanted: unknown): Checkpoint | null =>
  all.find(({ title, model_name, hash, sha256 }) =>
    [title, model_name, `${model_name}.safetensors`, hash, sha256].includes(String(wanted)),
  ) ?? null;
