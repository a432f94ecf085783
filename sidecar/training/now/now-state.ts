import { basename } from "node:path";
import { needsAccelerate } from "../../planning/command/command-line.js";
import type { MeantRun, RunProgress } from "../runs/run-record.js";
import { isWholeState } from "../runs/saved-states.js";
import { type NowKind, readAnswers } from "./answers.js";
import { hasPrompts, nextPlanned } from "./next-planned.js";
import { readRequests } from "./requests.js";
import { sampleFiles } from "./sample-files.js";

/** Why a run cannot be asked. */
type NowObstacle = "processes" | "trainer" | "noPrompts";

/** What became of the latest request to a run. */
export interface NowState {
  /**
   * `ready`: nothing was asked yet. `asked`: it is done at the next step. `taken`: it is being done. `done`: what came is whole.
   * `planned`: this run cannot be asked, so it comes as planned.
   */
  state: "ready" | "asked" | "taken" | "done" | "planned";
  /** `taken`, `done`: where it was done. Else the next one of the plan; null when there is none. */
  step: number | null;
  /** ISO time. */
  asked: string | null;
  /** What came of it: absolute paths. */
  files: string[];
  why: NowObstacle | null;
}

// The loop shows that it can be asked at its first step; the log may tell of that step a moment earlier.
const STEPS_TO_SHOW = 2;

function obstacle(kind: NowKind, meant: MeantRun, step: number, able: boolean | null): NowObstacle | null {
  if (kind === "sample" && !hasPrompts(meant)) return "noPrompts";
  if (meant.trainer.kind !== "rehearsal" && needsAccelerate(meant.plan.launch)) return "processes";
  const silent = able === null && step - meant.from >= STEPS_TO_SHOW;
  return able === false || silent ? "trainer" : null;
}

type Progress = Pick<RunProgress, "step" | "saved">;

/** What can be asked of a run that runs, and how far the latest request is, by the files of its folder. */
export async function nowState(kind: NowKind, folder: string, meant: MeantRun, progress: Progress): Promise<NowState> {
  const { [kind]: request } = readRequests(folder);
  const answers = readAnswers(folder);
  const next = nextPlanned(kind, meant, progress.step);
  const asked = request?.at ?? null;
  const from = meant.countedFrom ?? 0;
  const now = (state: NowState["state"], step: number | null, files: string[] = []): NowState => ({
    ...{ state, step, asked, files },
    why: null,
  });
  const saved = kind === "save" ? answers.save.answers.at(-1) : undefined;
  if (saved && saved.number === request?.number) {
    const whole = progress.saved.some(({ name }) => name === basename(saved.file));
    const done = whole && (saved.state === null || (await isWholeState(saved.state)));
    return now(done ? "done" : "taken", saved.step + from, done ? [saved.file] : []);
  }
  const drawn = kind === "sample" ? answers.sample.answers.at(-1) : undefined;
  if (drawn && drawn.number === request?.number) {
    const files = await sampleFiles(meant, drawn.step);
    return now(drawn.finished ? "done" : "taken", drawn.step + from, files);
  }
  const why = obstacle(kind, meant, progress.step, answers[kind].able);
  if (why !== null) return { ...now("planned", next), why };
  return now(request === null ? "ready" : "asked", next);
}
