import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

type Kind = "save" | "sample";

interface SaveAnswer {
  number: number;
  step: number;
  file: string;
  state: string | null;
}

/**
 * Requests to save or sample at the next step, as the launcher of the real trainer takes them: `asked.json` is read, `answered.json`
 * written, both in the folder of the run. Without a folder nothing can be asked.
 */
export class Requests {
  readonly #folder: string | null;
  readonly #numbers: Record<Kind, number> = { save: 0, sample: 0 };
  readonly #saves: SaveAnswer[] = [];
  readonly #samples: { number: number; step: number; finished: boolean }[] = [];
  #canSample = false;
  /** Steps that were saved on request: no later save takes them away. */
  readonly kept = new Set<number>();

  constructor(folder: string | null) {
    this.#folder = folder;
  }

  /** The loop begins. Without prompts the trainer draws nothing. */
  begin(canSample: boolean): void {
    this.#canSample = canSample;
    this.#write();
  }

  /** Whether samples are asked for at this step. */
  takeSample(step: number): boolean {
    const number = this.#asked("sample");
    if (!this.#canSample || number <= this.#numbers.sample) return false;
    this.#numbers.sample = number;
    this.#samples.push({ number, step, finished: false });
    this.#write();
    return true;
  }

  sampled(): void {
    for (const answer of this.#samples) answer.finished = true;
    this.#write();
  }

  /** Whether a save is asked for at this step; one that is planned is the answer too, others never write over a file. */
  takeSave(step: number, { file, state, planned }: { file: string; state: string | null; planned: boolean }): boolean {
    const number = this.#asked("save");
    const there = existsSync(file) || (state !== null && existsSync(state));
    if (number <= this.#numbers.save || (!planned && there)) return false;
    this.#numbers.save = number;
    this.kept.add(step);
    this.#saves.push({ number, step, file, state });
    this.#write();
    return true;
  }

  #asked(kind: Kind): number {
    const path = join(this.#folder ?? "", "asked.json");
    if (this.#folder === null || !existsSync(path)) return 0;
    const requests: unknown = JSON.parse(readFileSync(path, "utf8"));
    return Number(Object(Object(requests)[kind]).number ?? 0);
  }

  #write(): void {
    if (this.#folder === null) return;
    const path = join(this.#folder, "answered.json");
    const save = { able: true, answers: this.#saves };
    const sample = { able: this.#canSample, answers: this.#samples };
    writeFileSync(`${path}.tmp`, JSON.stringify({ save, sample }));
    renameSync(`${path}.tmp`, path);
  }
}
