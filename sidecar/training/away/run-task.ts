import { readFileSync } from "node:fs";
import { reportError, StudioError } from "../../host/studio-error.js";
import type { Task } from "../../machines/door/tasks.js";
import { fromJson } from "../../machines/plain-data.js";
import { say } from "../../words/sentence.js";
import { awayFiles, readAway, writeAway } from "./away-file.js";
import type { LiveRun } from "./live-runs.js";
import { type MirrorReport, parseReport } from "./mirror-report.js";
import { answerTo, mostBytes, takeReport } from "./take-report.js";

const otherMachine = (): StudioError =>
  new StudioError("notAllowed", say("Another machine trains this run."), say("Nothing of it is taken from this one."));

function reportOf(came: string): MirrorReport {
  try {
    return parseReport(fromJson(came));
  } catch (error) {
    throw new StudioError("badArguments", reportError(error).message, say("Update both programs."));
  }
}

/** A run as the door gives it to its machine, and takes what comes of it. @param ready settles when what came can be put in its place */
export function runTask(live: LiveRun, ready: () => Promise<unknown>): Task {
  const { coming } = live;
  return {
    title: say("training {name}", { name: String(coming.meant.plan.arguments.output_name ?? coming.meant.plan.name) }),
    get body() {
      return readFileSync(awayFiles(coming.folder).body, "utf8");
    },
    outputs: { get: (output) => mostBytes(coming.meant, output) },
    async onResult(came, machine) {
      const away = readAway(coming.folder);
      if (away === null || away.machine !== machine) throw otherMachine();
      const report = reportOf(came);
      await ready();
      if (!away.begun) await writeAway(coming.folder, { ...away, begun: true });
      const taken = live.turn.then(() => takeReport(coming, report));
      live.turn = taken.catch(() => {});
      await taken;
      live.life = report.life;
      live.reason = report.reason;
      live.heard = performance.now();
      return answerTo(coming);
    },
  };
}
