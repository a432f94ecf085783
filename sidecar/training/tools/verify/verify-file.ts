import { type FileHandle, open } from "node:fs/promises";
import { setImmediate as nextTurn } from "node:timers/promises";
import { readSafetensorsHeader, type SafetensorsHeader } from "../../../host/safetensors.js";
import { familyOfLora, formatOf, type LoraFormat, type LoraModule, modulesOf } from "../lora-layout.js";
import { decode } from "./decode.js";
import { blockOf, changeNorm, countWeights, type WeightCounts } from "./weights.js";

/** Modules that together make a block of the network. */
interface VerifiedBlock {
  name: string;
  modules: number;
  /** Root of the summed squares of its modules' changes; null where one of them could not be read. */
  norm: number | null;
}

/** What a LoRA file is, found without the trainer. */
export interface VerifiedLora {
  header: SafetensorsHeader;
  /** As long as its header promises. Nothing of a cut file's weights is counted. */
  whole: boolean;
  format: LoraFormat;
  family: ReturnType<typeof familyOfLora>;
  modules: LoraModule[];
  /** Different values, ascending. */
  dims: number[];
  alphas: number[];
  /** Types of its weights. */
  types: string[];
  /** Tensors with NaN, and with infinite values. */
  nan: string[];
  infinite: string[];
  /** Modules whose change is nothing at all. */
  zeroModules: string[];
  /** Modules that lack one half. */
  unpaired: string[];
  /** Tensors of a type that is not read here. */
  unread: number;
  blocks: VerifiedBlock[];
}

const byNumber = new Intl.Collator("en", { numeric: true });
const ascending = (values: Iterable<number>): number[] => [...new Set(values)].sort((one, other) => one - other);

/** Reads tensors one at a time: a file may be larger than memory. */
function tensorReader(file: FileHandle, { tensors, dataFrom }: SafetensorsHeader) {
  return async (name: string | null): Promise<Float32Array | null> => {
    const entry = name === null ? undefined : tensors.get(name);
    if (entry === undefined) return null;
    const bytes = Buffer.alloc(entry.end - entry.start);
    await file.read(bytes, 0, bytes.length, dataFrom + entry.start);
    return decode(entry.dtype, bytes);
  };
}

interface Counted {
  counts: Map<string, WeightCounts>;
  norms: Map<string, number>;
  alphas: number[];
  unread: number;
}

async function countAll(path: string, header: SafetensorsHeader, modules: readonly LoraModule[]): Promise<Counted> {
  const counted: Counted = { counts: new Map(), norms: new Map(), alphas: [], unread: 0 };
  const file = await open(path, "r");
  try {
    const read = tensorReader(file, header);
    const count = async (name: string | null): Promise<Float32Array | null> => {
      const values = await read(name);
      if (name !== null && values !== null) counted.counts.set(name, countWeights(values));
      else if (name !== null) counted.unread += 1;
      return values;
    };
    const seen = new Set<string>();
    for (const { name, up, down, alpha, dim } of modules) {
      for (const part of [up, down, alpha]) if (part !== null) seen.add(part);
      const [ups, downs, alphas] = [await count(up), await count(down), await count(alpha)];
      const own = alphas?.[0];
      if (own !== undefined) counted.alphas.push(own);
      if (ups !== null && downs !== null && dim !== null && dim > 0) {
        counted.norms.set(name, changeNorm(ups, downs, dim, (own ?? dim) / dim));
      }
      // A large file takes seconds; others must have their turn.
      await nextTurn();
    }
    for (const name of header.tensors.keys()) {
      if (!seen.has(name)) await count(name);
    }
    return counted;
  } finally {
    await file.close();
  }
}

function blocksOf(modules: readonly LoraModule[], norms: ReadonlyMap<string, number>): VerifiedBlock[] {
  const blocks = new Map<string, VerifiedBlock>();
  for (const { name } of modules) {
    const key = blockOf(name);
    const block = blocks.get(key) ?? { name: key, modules: 0, norm: 0 };
    const norm = norms.get(name);
    block.modules += 1;
    block.norm = block.norm === null || norm === undefined ? null : Math.hypot(block.norm, norm);
    blocks.set(key, block);
  }
  // Block 10 comes after block 9.
  return [...blocks.values()].sort((one, other) => byNumber.compare(one.name, other.name));
}

/**
 * Looks through every weight of a LoRA file, without the trainer and without running anything that is in the file.
 * @throws StudioError "notFound" | "modelInvalid"
 */
export async function verifyLora(path: string): Promise<VerifiedLora> {
  const header = await readSafetensorsHeader(path);
  const { tensors, bytes, promised } = header;
  const modules = modulesOf(tensors);
  const whole = bytes === promised;
  const { counts, norms, alphas, unread }: Counted = whole
    ? await countAll(path, header, modules)
    : { counts: new Map(), norms: new Map(), alphas: [], unread: 0 };
  const withSome = (what: "nan" | "infinite"): string[] =>
    [...counts].filter(([, count]) => count[what] > 0).map(([name]) => name);
  const isZero = (name: string | null): boolean => name !== null && counts.get(name)?.zero === true;
  return {
    header,
    whole,
    format: formatOf(tensors),
    family: familyOfLora(header),
    modules,
    dims: ascending(modules.flatMap(({ dim }) => (dim === null ? [] : [dim]))),
    alphas: ascending(alphas),
    types: [...new Set([...tensors.values()].map(({ dtype }) => dtype))].sort(),
    nan: withSome("nan"),
    infinite: withSome("infinite"),
    zeroModules: modules.filter(({ up, down }) => isZero(up) || isZero(down)).map(({ name }) => name),
    unpaired: modules.filter(({ up, down }) => (up === null) !== (down === null)).map(({ name }) => name),
    unread,
    blocks: whole ? blocksOf(modules, norms) : [],
  };
}
