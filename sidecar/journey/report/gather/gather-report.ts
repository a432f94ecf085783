import { version } from "../../../host/version.js";
import type { RunRecord } from "../../../training/runs/run-record.js";
import { pathsIn } from "../private-places.js";
import type { ReportFacts } from "../report-facts.js";
import { gatherCaptions } from "./gather-captions.js";
import { gatherPlan } from "./gather-plan.js";
import { gatherSet, scannedPictures } from "./gather-set.js";
import { gatherSweep, shownSweep } from "./gather-sweep.js";
import { gatherTraining, shownRun } from "./gather-training.js";
import { orNothing, type ReportSource } from "./report-source.js";

/** The folder whose pictures the report shows: what was trained, else what was planned, else what was worked on last. */
function setFolder({ project, story }: ReportSource, run: RunRecord | null): string {
  const planned = story.plans.find(({ folder }) => folder !== null)?.folder;
  return run?.meant.folder ?? planned ?? story.steps[0]?.folder ?? project.folder;
}

/** Everything that is known of a project, and every path that must not stand in the page. */
export async function gatherReport(
  source: ReportSource,
  language: "en" | "ja",
): Promise<{ facts: ReportFacts; places: Set<string> }> {
  const { project, story, stateFolder, signal } = source;
  const swept = shownSweep(source);
  const run = shownRun(source, swept?.record.settings.run ?? null);
  const folder = setFolder(source, run);
  const images = (await orNothing(scannedPictures(source, folder), signal)) ?? [];
  const [listed] = story.plans;
  const concept = run?.meant.concept ?? listed?.concept ?? null;
  const about = { folder, images, concept };
  const set = images.length === 0 ? null : await orNothing(gatherSet(source, about), signal);
  const captions = images.length === 0 ? null : await orNothing(gatherCaptions(source, about), signal);
  const training = images.find(({ path }) => set !== null && path !== "")?.path ?? null;
  const facts: ReportFacts = {
    language,
    made: new Date().toISOString(),
    version,
    name: project.name,
    concept,
    trigger: captions?.trigger ?? null,
    set,
    captions,
    plan: await orNothing(gatherPlan(source, run), signal),
    training: run && (await orNothing(gatherTraining(source, run), signal)),
    sweep: swept && (await orNothing(gatherSweep(source, swept, { language, training }), signal)),
  };
  const places = pathsIn([story, facts.plan, facts.training, facts.sweep?.report, stateFolder, folder]);
  for (const { path } of images) places.add(path);
  return { facts, places };
}
