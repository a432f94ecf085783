import { protocolVersion } from "../../protocol/validate.js";
import { captionsMethods } from "../captions/methods.js";
import { startSegmenter } from "../dataset/cutout/segmenter.js";
import { sharedSegmenter } from "../dataset/cutout/shared-segmenter.js";
import { datasetMethods } from "../dataset/methods.js";
import { cudaMethods } from "../host/cuda/methods.js";
import { createCardGate } from "../host/inference/card-gate.js";
import type { JobEngine } from "../host/jobs/job-engine.js";
import { jobMethods } from "../host/jobs/methods.js";
import { localRoots, type Roots } from "../host/roots.js";
import { openSettings } from "../host/settings/settings.js";
import { takeOverSettings } from "../host/settings/take-over.js";
import { StudioError } from "../host/studio-error.js";
import { version } from "../host/version.js";
import type { Call } from "../journey/call.js";
import { type Courses, createCourses } from "../journey/course/courses.js";
import { journeyMethods } from "../journey/methods.js";
import type { StudioMachines } from "../machines/machines-of.js";
import { machineMethods } from "../machines/methods.js";
import { planningMethods } from "../planning/methods.js";
import { interruptedSteps } from "../store/conflicts.js";
import { type Database, openDatabase } from "../store/database.js";
import { followJournal } from "../store/journal.js";
import { createSweepDrawing } from "../sweep/draw/sweep-drawing.js";
import { sweepMethods } from "../sweep/methods.js";
import { followSweeps } from "../sweep/scores/follow-sweeps.js";
import { taggingMethods } from "../tagging/methods.js";
import { sharedTaggers } from "../tagging/shared-tagger.js";
import { startTagger } from "../tagging/tagger.js";
import { installMethods } from "../training/install-methods.js";
import { trainingMethods } from "../training/methods.js";
import { isTraining } from "../training/runs/run-table.js";
import type { TrainingRunner } from "../training/runs/runner.js";
import { createDrawnUploads, type DrawnUploads } from "../webui/drawn-uploads.js";
import { createGpuHandOver } from "../webui/gpu-hand-over.js";
import { webuiMethods } from "../webui/methods.js";
import { createWebuiLinks } from "../webui/webui-links.js";
import { type Sentence, say } from "../words/sentence.js";
import { cardUser } from "./card-user.js";
import { examine } from "./doctor.js";
import { drawRehearsalSet } from "./rehearsal-set.js";
import { createRehearsalWebui } from "./rehearsal-webui.js";
import { removeLeft } from "./remove-left.js";
import { callOf, type Handlers } from "./router.js";
import { settingsMethods } from "./settings-methods.js";
import { studioJobs } from "./studio-jobs.js";
import { studioMachines } from "./studio-machines.js";
import { studioTraining } from "./studio-training.js";

/** The rooms joined: what a sidecar serves, and what a command alone uses in its own process. */
export interface Studio {
  database: Database;
  engine: JobEngine;
  /** Other machines that work for this studio. */
  machines: StudioMachines;
  runner: TrainingRunner;
  courses: Courses;
  /** Pictures that a WebUI has drawn and sent. */
  uploads: DrawnUploads;
  /** The methods for clients with these roots. */
  handlersFor(roots: Roots): Handlers;
  close(): Promise<void>;
}

const notAllowed = (message: Sentence): StudioError =>
  new StudioError("notAllowed", message, say("Log in, or ask who runs the studio."));

/** Opens the state and lets the files catch up with what was committed before a crash. */
export async function openStudio(
  folder: string,
  shutdown: () => void,
  onRefused: (why: "noToken", from: string) => void = () => {},
): Promise<Studio> {
  const database = openDatabase(folder);
  const settings = openSettings(folder);
  takeOverSettings(database, settings);
  const interrupted = interruptedSteps(database);
  await followJournal(database);
  await removeLeft(database, folder);
  const taggers = sharedTaggers(startTagger);
  const segmenter = sharedSegmenter(startSegmenter);
  const executions = new Map<string, string>();
  const webuis = createWebuiLinks(settings);
  const rehearsal = createRehearsalWebui(folder);
  const uploads = createDrawnUploads();
  const handOver = createGpuHandOver(database, webuis, { settings, leave: () => taggers.unload() });
  const drawing = createSweepDrawing({
    database,
    stateFolder: folder,
    webuis,
    rehearsalWebui: rehearsal.link,
    isHeld: (link) => link.isHere && (isTraining(database) || handOver.state().waiting.includes(link.id)),
  });
  const gate = createCardGate({ look: (signal) => cardUser({ database, drawing, webuis }, signal) });
  const { machines, away } = studioMachines({ database, stateFolder: folder, settings, onRefused }, webuis);
  const engine = studioJobs({
    ...{ database, stateFolder: folder, machines, drawing, gate },
    onExecution: (model, sentence) => executions.set(model, sentence),
  });
  drawing.begin(engine);
  followSweeps({ database, engine, stateFolder: folder, want: (id, wanted) => drawing.control.want(id, wanted) });
  const { close: closeTraining, ...trains } = studioTraining({
    ...{ database, stateFolder: folder, settings, webuis, away, handOver },
  });
  const { runner, trainers } = trains;
  const still = new AbortController();
  // Courses act as the owner of this machine, who began them.
  let own: Handlers | undefined;
  const callOwn = callOf(() => {
    own ??= handlersFor(localRoots());
    return own;
  });
  const call: Call = (method, params, signal = still.signal) => callOwn(method, params, signal);
  const courses = createCourses({ database, call });
  const handlersFor = (roots: Roots): Handlers => {
    const room = {
      database,
      roots,
      settings,
      engine,
      taggers,
      segmenter,
      executions,
      gate,
      stateFolder: folder,
      interrupted,
    };
    const training = { ...room, ...trains, webuis };
    const sweepRoom = { ...training, drawing, rehearsalWebui: rehearsal.link };
    const handlers: Handlers = {
      initialize: async () => ({ protocol: protocolVersion, version, pid: process.pid }),
      shutdown: async () => {
        if (roots.exposed) throw notAllowed(say("The studio can only be ended on its own machine."));
        shutdown();
        return {};
      },
      "host/doctor": async () => {
        if (roots.exposed) throw notAllowed(say("What works on this machine is told only to its owner."));
        return { findings: await examine({ stateFolder: folder, trainers, settings, machines }) };
      },
      ...cudaMethods(room),
      ...settingsMethods(room),
      ...datasetMethods(room),
      ...taggingMethods(room),
      ...captionsMethods(room),
      ...planningMethods(room),
      ...webuiMethods({ roots, webuis, handOver, uploads }),
      ...trainingMethods(training),
      ...installMethods({ ...room, trainers }),
      ...sweepMethods(sweepRoom),
      ...journeyMethods({ ...sweepRoom, courses, call: callOf(() => handlers), drawRehearsalSet }),
      ...machineMethods({ roots, machines }),
      ...jobMethods(room),
    };
    return handlers;
  };
  const close = async (): Promise<void> => {
    still.abort();
    await courses.close();
    handOver.close();
    await Promise.all([engine.close(), taggers.close(), segmenter.close(), closeTraining()]);
    await drawing.control.close();
    await Promise.all([rehearsal.close(), machines.close()]);
    // What is committed is in the files when the studio ends in peace.
    await followJournal(database);
    database.close();
  };
  return { database, engine, machines, runner, courses, uploads, handlersFor, close };
}
