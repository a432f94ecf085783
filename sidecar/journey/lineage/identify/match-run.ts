/** A LoRA file that a run has saved. */
export interface SavedFile {
  path: string;
  run: number;
  /** Null where only its place and content are still known. */
  step: number | null;
  bytes: number | null;
}

/** What a file says of its training and weights. */
export interface FileMarks {
  /** `sshs_model_hash`: SHA-256 of the weights alone, which stays when the metadata are changed. */
  weights: string | null;
  /** `ss_session_id` with `ss_training_started_at`: the same in all files of one training. */
  session: string | null;
  /** Milliseconds since 1970. */
  started: number | null;
  outputName: string | null;
  step: number | null;
}

/** A run as it can be found again by what a file says. */
export interface RunMarks {
  id: number;
  outputName: string;
  /** Milliseconds since 1970; null: not yet. */
  started: number | null;
  ended: number | null;
}

export interface RunMatch {
  by: "content" | "weights" | "session" | "started";
  run: number;
  /** The run's own file; null where the run is known and its file is not. */
  saved: SavedFile | null;
  step: number | null;
}

const text = (metadata: ReadonlyMap<string, string>, name: string): string | null => {
  const value = metadata.get(name);
  return value === undefined || value === "" || value === "None" ? null : value;
};

const number = (value: string | null): number | null => {
  const parsed = value === null ? Number.NaN : Number(value);
  return Number.isFinite(parsed) ? parsed : null;
};

/** Source of the names: sd-scripts, `train_network.py` and `train_util.precalculate_safetensors_hashes`. */
export function marksOf(metadata: ReadonlyMap<string, string>): FileMarks {
  const [id, began] = [text(metadata, "ss_session_id"), text(metadata, "ss_training_started_at")];
  const seconds = number(began);
  return {
    weights: text(metadata, "sshs_model_hash"),
    session: id === null ? null : `${id} ${began}`,
    started: seconds === null ? null : seconds * 1000,
    outputName: text(metadata, "ss_output_name"),
    step: number(text(metadata, "ss_steps")),
  };
}

/**
 * The run that a file with these very bytes came from: of several that wrote the same place, the latest.
 * @param known files whose bytes are the same
 */
export function matchContent(known: readonly SavedFile[], marks: FileMarks): RunMatch | null {
  const rank = ({ step, run }: SavedFile): number => run + (step !== null && step === marks.step ? 1e9 : 0);
  const [saved] = [...known].sort((one, other) => rank(other) - rank(one));
  return saved ? { by: "content", run: saved.run, saved, step: saved.step ?? marks.step } : null;
}

// The trainer notes its start some time after the program does, which loads it; its clock is the same.
const SLACK_MS = 5_000;

function began({ started, outputName }: FileMarks, run: RunMarks): boolean {
  if (started === null || run.started === null || outputName !== run.outputName) return false;
  return started >= run.started - SLACK_MS && (run.ended === null || started <= run.ended + SLACK_MS);
}

/**
 * The run that a file came from by what it says of itself, the surest first: same weights, same training, else a run of that
 * name that went on when the training began.
 */
export function matchMarks(
  marks: FileMarks,
  files: readonly { saved: SavedFile; marks: FileMarks }[],
  runs: readonly RunMarks[],
): RunMatch | null {
  const twin = files.find((one) => marks.weights !== null && one.marks.weights === marks.weights);
  if (twin) return { by: "weights", run: twin.saved.run, saved: twin.saved, step: twin.saved.step ?? marks.step };
  const sameStep = (run: number): SavedFile | null =>
    files.find(({ saved }) => saved.run === run && saved.step !== null && saved.step === marks.step)?.saved ?? null;
  const sister = files.find((one) => marks.session !== null && one.marks.session === marks.session);
  if (sister) {
    const { run } = sister.saved;
    return { by: "session", run, saved: sameStep(run), step: marks.step };
  }
  const [run] = runs.filter((one) => began(marks, one)).sort((one, other) => (other.started ?? 0) - (one.started ?? 0));
  return run ? { by: "started", run: run.id, saved: sameStep(run.id), step: marks.step } : null;
}
