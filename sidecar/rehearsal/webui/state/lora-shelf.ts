import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { extname, join } from "node:path";
import { readSafetensorsHeader } from "../../../host/safetensors.js";
import { type ReadLora, readLora } from "../../lora/read-lora.js";

/** A file of the Lora folder, as the WebUI knows it. */
export interface ShelvedLora {
  name: string;
  alias: string;
  path: string;
  metadata: Record<string, unknown>;
  /** First twelve digits of its hash. */
  shortHash: string;
  /** SHA-256 of the whole file: what the log names it by. */
  content: string;
}

async function sha256(path: string, start: number): Promise<string> {
  const hash = createHash("sha256");
  for await (const part of createReadStream(path, { start })) hash.update(part);
  return hash.digest("hex");
}

function parsedMetadata(texts: ReadonlyMap<string, string>): Record<string, unknown> {
  const metadata: Record<string, unknown> = {};
  for (const [key, text] of texts) {
    // A1111's `read_metadata_from_safetensors`: what begins as an object is parsed where it can be.
    metadata[key] = text;
    if (!text.startsWith("{")) continue;
    try {
      metadata[key] = JSON.parse(text);
    } catch {
      // It stays a text.
    }
  }
  return metadata;
}

/** A1111's rule (extensions-builtin/Lora/network.py): `sshs_model_hash`, else SHA-256 of what follows the header. */
async function readShelved(path: string): Promise<ShelvedLora> {
  const name = path.slice(path.replace(/[^\\/]*$/, "").length, -extname(path).length);
  const { metadata, dataFrom } = await readSafetensorsHeader(path);
  const hash = metadata.get("sshs_model_hash") ?? (await sha256(path, dataFrom));
  const parsed = parsedMetadata(metadata);
  const alias = metadata.get("ss_output_name") ?? "";
  return {
    name,
    alias: alias === "" || alias === "None" ? name : alias,
    path,
    metadata: parsed,
    shortHash: hash.slice(0, 12),
    content: await sha256(path, 0),
  };
}

const isHidden = (name: string): boolean => name.startsWith(".");

/** The Lora folder: what lies there is known from the last look. */
export class LoraShelf {
  readonly folder: string;
  readonly #stale: boolean;
  #byName = new Map<string, ShelvedLora>();
  readonly #looked = new Map<string, { stamp: string; lora: ShelvedLora }>();
  readonly #weights = new Map<string, ReadLora>();

  /** @param stale weights are kept by path, whatever becomes of the file */
  constructor(folder: string, stale: boolean) {
    this.folder = folder;
    this.#stale = stale;
  }

  async refresh(): Promise<void> {
    const entries = await readdir(this.folder, { recursive: true, withFileTypes: true }).catch(() => []);
    const paths = entries
      .filter((entry) => !entry.isDirectory() && extname(entry.name) === ".safetensors")
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => !path.slice(this.folder.length).split(/[\\/]/).some(isHidden))
      .sort();
    const found = new Map<string, ShelvedLora>();
    for (const path of paths) {
      const lora = await this.#look(path).catch(() => null);
      // Of two files of one name the last wins, as there.
      if (lora) found.set(lora.name, lora);
    }
    this.#byName = found;
  }

  async #look(path: string): Promise<ShelvedLora> {
    const { size, mtimeMs, ino } = await stat(path);
    const stamp = `${size} ${mtimeMs} ${ino}`;
    const known = this.#looked.get(path);
    if (known?.stamp === stamp) return known.lora;
    const lora = await readShelved(path);
    this.#looked.set(path, { stamp, lora });
    return lora;
  }

  all = (): ShelvedLora[] => [...this.#byName.values()];

  /** By file name, else by alias; a name that is not known is looked for once more. Null: there is none. */
  async find(name: string): Promise<ShelvedLora | null> {
    const known = (): ShelvedLora | undefined =>
      this.#byName.get(name) ?? this.all().find(({ alias }) => alias === name);
    const lora = known();
    if (lora) return (await stat(lora.path).catch(() => null)) ? lora : null;
    await this.refresh();
    return known() ?? null;
  }

  /** Its weights; null when the file cannot be read. */
  async weights({ path, content }: ShelvedLora): Promise<ReadLora | null> {
    const key = this.#stale ? path : `${path} ${content}`;
    const known = this.#weights.get(key);
    if (known) return known;
    const read = await readLora(path).catch(() => null);
    if (read) this.#weights.set(key, read);
    return read;
  }
}
