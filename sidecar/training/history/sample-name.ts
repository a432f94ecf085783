/** What the name of a sample picture says. */
export interface SampleName {
  /** Steps done, or null where it tells the epoch. */
  step: number | null;
  epoch: number | null;
  /** Place of its prompt in the prompt file, from 0; comments do not count. */
  prompt: number;
  /** When it was made, in milliseconds since 1970, by this machine's clock. */
  time: number;
  /** null: by chance. */
  seed: number | null;
}

// `okara_000002_00_20261122221436_1.png`, `okara_e000003_00_20261122221436.png`.
// Source: sd-scripts 48d368fa, `train_util.sample_image_inference`.
const NAME = /^(e?)(\d{6,})_(\d{2,})_(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:_(\d+))?\.png$/;

/** Reads the name of a sample picture of one output name; null for any other file. */
export function readSampleName(file: string, outputName: string | null): SampleName | null {
  const front = outputName === null ? "" : `${outputName}_`;
  if (!file.startsWith(front)) return null;
  const found = NAME.exec(file.slice(front.length));
  if (!found) return null;
  const [, isEpoch, count, prompt, ...rest] = found;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = rest.slice(0, 6).map(Number);
  const seed = rest[6];
  return {
    step: isEpoch ? null : Number(count),
    epoch: isEpoch ? Number(count) : null,
    prompt: Number(prompt),
    time: new Date(year, month - 1, day, hour, minute, second).getTime(),
    seed: seed === undefined ? null : Number(seed),
  };
}
