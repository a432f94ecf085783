import { availableParallelism } from "node:os";
import { Tinypool } from "tinypool";
import type { CardGate } from "../../host/inference/card-gate.js";
import { completeExecution } from "../../host/inference/execution.js";
import type { JobKind } from "../../host/jobs/job-kind.js";
import { StudioError } from "../../host/studio-error.js";
import type { Database } from "../../store/database.js";
import { fileContents, fileStamp } from "../../store/file-content.js";
import { openModel } from "../../tagging/model.js";
import { readyModel } from "../../tagging/models/ready-model.js";
import { scoreModel } from "../../tagging/score-models.js";
import { keptScores } from "../../tagging/scores/kept-scores.js";
import { worthKeeping } from "../../tagging/scores/tag-scores.js";
import { startTagger } from "../../tagging/tagger.js";
import { taggerSlot } from "../../tagging/tagger-slot.js";
import { say } from "../../words/sentence.js";
import type { SeenFile } from "./evidence-worker.js";
import { keptEvidence } from "./kept-evidence.js";
import { scoreTravel } from "./score-travel.js";
import {
  parseScoringItem,
  parseScoringParams,
  type ScoredPicture,
  type ScoringItem,
  type ScoringParams,
} from "./scoring-item.js";

export const SCORE_JOB = "sweepScore";

// Enough to fill a large batch while another is computed.
const IN_FLIGHT = 32;
// More threads than this only wait for the disk, and a WebUI may be drawing beside us.
const MOST_THREADS = 4;

interface ScoreJobRoom {
  database: Database;
  /** Folder of the state; relative model folders are meant from its `models`. */
  modelsFolder: string;
  /** Whether the graphics card may be used now: a sweep is scored while it is drawn. */
  gate: CardGate;
  /** Which looks are missing for a sweep. */
  missing(params: ScoringParams): Promise<ScoringItem[]>;
}

/** The job kind "sweepScore": looks at a sweep's pictures and at the training pictures; what is seen is kept by content. */
export function scoreJob({
  database,
  modelsFolder,
  gate,
  missing,
}: ScoreJobRoom): JobKind<ScoringParams, ScoringItem, ScoredPicture> {
  return {
    name: SCORE_JOB,
    needs: "cpu",
    concurrency: IN_FLIGHT,
    parseParams: parseScoringParams,
    parseItem: parseScoringItem,
    plan: async (params) => (await missing(params)).map((item) => ({ item })),
    async open({ models }, { signal, onBeside }) {
      const execution = completeExecution();
      const lane = gate.lane(execution, onBeside);
      const slot = taggerSlot(async (index, beside) =>
        startTagger(
          await openModel(models[index] ?? "", modelsFolder),
          beside ? { ...execution, provider: "cpu" } : execution,
        ),
      );
      const pool = new Tinypool({
        filename: new URL("./evidence-worker.js", import.meta.url).href,
        minThreads: 1,
        maxThreads: Math.min(MOST_THREADS, availableParallelism()),
      });
      // A running inference cannot be stopped; ending its process is the cancel.
      signal.addEventListener("abort", () => void slot.close(), { once: true });
      const run = async ({ path, model }: ScoringItem): Promise<ScoredPicture> => {
        const stamp = fileStamp(path);
        if (!stamp)
          throw new StudioError(
            "notFound",
            say("{path} is gone.", { path }),
            say("Draw it again, or look at the folder."),
          );
        if (model === null) {
          const { content, ...seen }: SeenFile = await pool.run(path);
          return { content, stamp, seen };
        }
        return slot.use({ model, beside: await lane.place(signal) }, async (tagger) => {
          const { probabilities, content } = await tagger.score(path);
          return { content, stamp, scores: worthKeeping(probabilities) };
        });
      };
      const close = async (): Promise<void> => {
        await Promise.all([slot.close(), pool.destroy()]);
      };
      return { run, close };
    },
    travel: scoreTravel(modelsFolder),
    async openLedger({ models }, context) {
      const ids: number[] = [];
      for (const model of models) {
        ids.push((await scoreModel(database, await readyModel(model, modelsFolder, context))).id);
      }
      const [kept, evidence, contents] = [keptScores(database), keptEvidence(database), fileContents(database)];
      return {
        commit({ path, model }, { content, stamp, scores, seen }) {
          if (seen) {
            contents.remember(path, stamp, content);
            evidence.put(content, seen);
          }
          const id = model === null ? undefined : ids[model];
          if (scores && id !== undefined) kept.keep({ image: path, stamp, content }, id, scores);
          return true;
        },
        follow: async () => {},
      };
    },
  };
}
