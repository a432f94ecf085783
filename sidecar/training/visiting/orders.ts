import { join } from "node:path";
import { writeText } from "../../store/atomic-file.js";
import type { MirrorAnswer } from "../away/mirror-report.js";
import { askToStopAfter } from "../keeper/after-save.js";
import { runFiles } from "../keeper/run-files.js";

// A few requests.
const MOST_LETTERS = 10_000;

/** Passes on what was asked of a run at the studio, once each. @param run the run's folder here @param out where its trainer writes */
export function createOrders(run: string, out: string): (answer: MirrorAnswer) => Promise<void> {
  let [asked, afterSave] = ["", ""];
  return async (answer) => {
    if (answer.asked !== null && answer.asked !== asked && answer.asked.length < MOST_LETTERS) {
      asked = answer.asked;
      await writeText(runFiles(run).asked, asked);
    }
    const told = JSON.stringify(answer.afterSave);
    if (answer.afterSave !== null && told !== afterSave) {
      afterSave = told;
      const saves = answer.afterSave.saves.map(({ file, state }) => ({
        file: join(out, file),
        state: state === null ? null : join(out, state),
      }));
      await askToStopAfter(run, saves, answer.afterSave.asked);
    }
  };
}
