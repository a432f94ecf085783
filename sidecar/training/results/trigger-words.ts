const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function parsed(text: string | undefined): unknown {
  if (text === undefined) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** How often each tag stands in the captions of each folder (`ss_tag_frequency`), and how many pictures it has. */
interface TrainedFolder {
  name: string;
  pictures: number;
  tags: Map<string, number>;
}

function folderOf(name: string, tags: unknown, directory: unknown): TrainedFolder {
  const counted = isRecord(tags) ? Object.entries(tags) : [];
  return {
    name,
    pictures: Number(Object(directory).img_count ?? 0),
    tags: new Map(counted.map(([tag, count]) => [tag.trim(), Number(count)])),
  };
}

function trainedFolders(metadata: ReadonlyMap<string, string>): TrainedFolder[] {
  const datasets = parsed(metadata.get("ss_datasets"));
  if (Array.isArray(datasets)) {
    return datasets.flatMap((dataset: unknown) => {
      const { tag_frequency: tags, dirs } = Object(dataset);
      return Object.keys(isRecord(tags) ? tags : {}).map((name) => folderOf(name, tags[name], Object(dirs)[name]));
    });
  }
  const tags = parsed(metadata.get("ss_tag_frequency"));
  const directories = parsed(metadata.get("ss_dataset_dirs"));
  if (!isRecord(tags)) return [];
  return Object.keys(tags).map((name) => folderOf(name, tags[name], Object(directories)[name]));
}

// More than these would describe the pictures, not name their subject.
const MOST_WORDS = 3;

/**
 * The words that call up what a LoRA learnt, from its metadata: of each folder `10_okara` the word, and where no caption has
 * it, the tags that all captions have. Pictures without captions were trained with the folder's word (sd-scripts'
 * `class_tokens`).
 */
export function triggerWords(metadata: ReadonlyMap<string, string>): string[] {
  const words = trainedFolders(metadata).flatMap(({ name, pictures, tags }) => {
    const word = /^\d+_(.+)$/.exec(name.split(/[\\/]/).at(-1) ?? "")?.[1]?.trim() ?? "";
    const everywhere = [...tags].filter(([, count]) => pictures > 0 && count >= pictures).map(([tag]) => tag);
    if (word !== "" && (tags.has(word) || tags.size === 0)) return [word];
    return everywhere.slice(0, MOST_WORDS);
  });
  return [...new Set(words)];
}
