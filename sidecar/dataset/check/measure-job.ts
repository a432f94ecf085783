import { availableParallelism } from "node:os";
import { Tinypool } from "tinypool";
import type { JobKind, PlannedItem } from "../../host/jobs/job-kind.js";
import { StudioError } from "../../host/studio-error.js";
import type { Database } from "../../store/database.js";
import { fileStamp } from "../../store/file-content.js";
import { say } from "../../words/sentence.js";
import { scanFolder } from "../scan.js";
import { keptMeasures } from "./kept-measures.js";
import { measureTravel } from "./measure-travel.js";
import type { Measured, MeasureRequest } from "./measure-worker.js";
import type { MeasuredFile, MeasureParams } from "./measured-file.js";

// More threads than this only wait for the disk.
const MOST_THREADS = 8;

/** The job kind "measure": one item a picture that was not measured yet; what is measured is kept by content. */
export function measureJob(database: Database): JobKind<MeasureParams, string, MeasuredFile> {
  const kept = keptMeasures(database);
  const threads = Math.min(MOST_THREADS, availableParallelism());
  return {
    name: "measure",
    needs: "cpu",
    // One in work on each thread and one that waits for it.
    concurrency: 2 * threads,
    parseParams(stored) {
      const { folder, recursive, lookOnly } = Object(stored);
      return { folder: String(folder), recursive: recursive === true, lookOnly: lookOnly === true };
    },
    parseItem: String,
    async plan({ folder, recursive, lookOnly }) {
      const { images } = await scanFolder(folder, { recursive });
      const items: PlannedItem<string>[] = [];
      for (const { path } of images) {
        const known = await kept.find(path);
        const isKnown = known !== null && (known.unreadable !== null || lookOnly || known.facts !== null);
        if (!isKnown) items.push({ item: path });
      }
      return items;
    },
    async open({ lookOnly }) {
      const pool = new Tinypool({
        filename: new URL("./measure-worker.js", import.meta.url).href,
        maxThreads: threads,
        minThreads: threads,
      });
      const run = async (path: string): Promise<MeasuredFile> => {
        const stamp = fileStamp(path);
        if (!stamp)
          throw new StudioError("notFound", say("{path} is gone.", { path }), say("Look at the folder again."));
        const request: MeasureRequest = { path, lookOnly };
        const measured: Measured = await pool.run(request);
        return { stamp, measured };
      };
      return { run, close: () => pool.destroy() };
    },
    travel: measureTravel,
    openLedger: async () => ({
      commit(path, { stamp, measured }) {
        kept.keep(path, stamp, measured);
        return true;
      },
      follow: async () => {},
    }),
  };
}
