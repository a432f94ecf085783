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

/** One folder that was trained on, with the tags of its captions (`ss_tag_frequency`). */
interface TrainedFolder {
  name: string;
  tags: ReadonlySet<string>;
}

const foldersOf = (frequency: unknown): TrainedFolder[] =>
  Object.entries(isRecord(frequency) ? frequency : {}).map(([name, tags]) => ({
    name,
    tags: new Set(Object.keys(isRecord(tags) ? tags : {}).map((tag) => tag.trim())),
  }));

function trainedFolders(metadata: ReadonlyMap<string, string>): TrainedFolder[] {
  const datasets = parsed(metadata.get("ss_datasets"));
  if (Array.isArray(datasets)) return datasets.flatMap((dataset: unknown) => foldersOf(Object(dataset).tag_frequency));
  return foldersOf(parsed(metadata.get("ss_tag_frequency")));
}

/**
 * The words that call up what a LoRA learnt, from its metadata: of each folder `10_okara` the word, where captions have it, or
 * where there were none (then the trainer took the word itself: sd-scripts' `class_tokens`). What all captions happen to
 * share is no such word: it may be a white background.
 */
export function triggerWords(metadata: ReadonlyMap<string, string>): string[] {
  const words = trainedFolders(metadata).flatMap(({ name, tags }) => {
    const word = /^\d+_(.+)$/.exec(name.split(/[\\/]/).at(-1) ?? "")?.[1]?.trim() ?? "";
    return word !== "" && (tags.has(word) || tags.size === 0) ? [word] : [];
  });
  return [...new Set(words)];
}
