import { basename, dirname, join } from "node:path";
import type { Params, Result } from "../../../protocol/validate.js";
import type { JobEngine } from "../../host/jobs/job-engine.js";
import { createJob, getJob, jobItems, jobParams, setJobState, unfinishedJob } from "../../host/jobs/job-store.js";
import { isInside, type Roots } from "../../host/roots.js";
import { StudioError } from "../../host/studio-error.js";
import type { Database } from "../../store/database.js";
import { moveConflictsOfJob, stepMadeBy } from "../../store/move-conflicts.js";
import { say } from "../../words/sentence.js";
import { keptMeasures } from "../check/kept-measures.js";
import { uprightSizes } from "../picture-sizes.js";
import { scanFolder } from "../scan.js";
import { knownSubjects } from "../subject/known-subjects.js";
import { focusOn, frameOf, type ResizeSettings } from "./frame.js";
import { planResize } from "./plan-resize.js";
import { parseResizeItem, parseResizeOptions, type ResizeOptions } from "./resize-options.js";

const ROWS = 1000;

type Settings = Params<"dataset/resize">["settings"];

/** @throws StudioError "badArguments" when nothing is asked for */
function completeSettings(given: Settings): ResizeSettings {
  const {
    size,
    maxSize,
    maxSide,
    multiple = 1,
    aspect,
    focus,
    followSubject = false,
    trim = false,
    enlarge = false,
  } = given;
  const [width = 0, height = 0] = size ?? [];
  const settings: ResizeSettings = {
    size: size ? [width, height] : null,
    maxSize: maxSize ?? null,
    maxSide: maxSide ?? null,
    multiple,
    aspect: aspect ?? null,
    focus: focus ?? { x: 0.5, y: 0.5 },
    followSubject,
    trim,
    enlarge,
  };
  const { size: exact, maxSize: area, maxSide: side, aspect: shape } = settings;
  if (exact === null && area === null && side === null && shape === null && multiple === 1 && !trim) {
    throw new StudioError(
      "badArguments",
      say("There is nothing to do: no size, no limit, no shape, no multiple, no trim."),
      say("Give a size, a largest size, a multiple, an aspect, or let bars be trimmed."),
    );
  }
  return settings;
}

/** Beside a folder and named after it: `okara` → `okara-resized`. */
const beside = (folder: string, ending: string): string => join(dirname(folder), `${basename(folder)}${ending}`);

interface Room {
  database: Database;
  roots: Roots;
  engine: JobEngine;
}

/** Resizing and cropping into a new set, or in place with the originals kept. */
export function resizeMethods({ database, roots, engine }: Room) {
  const optionsOf = async (params: Params<"dataset/resize">): Promise<ResizeOptions> => {
    const folder = await roots.open(params.folder);
    const inPlace = params.inPlace === true;
    const given = params.output ?? beside(folder, inPlace ? "-originals" : "-resized");
    const other = await roots.permitNew(given);
    if (isInside(folder, other) || isInside(other, folder)) {
      throw new StudioError(
        "badArguments",
        say("{other} lies inside {folder}, or holds it.", { other, folder }),
        say("Choose a folder beside it: what lies inside would be read as pictures of the set."),
      );
    }
    if (params.upscaler && roots.exposed) {
      throw new StudioError(
        "notAllowed",
        say("Only the owner may name a WebUI."),
        say("Enlarge with Lanczos, or log in."),
      );
    }
    return {
      folder,
      recursive: params.recursive === true,
      settings: completeSettings(params.settings),
      output: inPlace ? folder : other,
      originals: inPlace ? other : null,
      upscaler: params.upscaler ?? null,
    };
  };
  return {
    async "dataset/resizePreview"(params: Params<"dataset/resizePreview">): Promise<Result<"dataset/resizePreview">> {
      const { recursive = false, from = 0, limit = ROWS } = params;
      const settings = completeSettings(params.settings);
      const { folder, images } = await scanFolder(await roots.open(params.folder), { recursive });
      const part = images.slice(from, from + limit);
      const sizes = await uprightSizes(part.map(({ path }) => path));
      const kept = keptMeasures(database);
      const subjects = knownSubjects(database);
      const rows = await Promise.all(
        part.map(async ({ path }, place) => {
          const size = sizes[place];
          if (!size) return [];
          const [left, top, right, bottom] = settings.trim ? ((await kept.find(path))?.facts?.border ?? []) : [];
          const content = {
            left: left ?? 0,
            top: top ?? 0,
            right: size[0] - (right ?? 0),
            bottom: size[1] - (bottom ?? 0),
          };
          const subject = settings.followSubject ? await subjects.find(path) : null;
          const focus = subject ? focusOn(subject.box, size, content) : settings.focus;
          const { keep, ...frame } = frameOf(size, content, { ...settings, focus });
          return [
            {
              path,
              before: [...size],
              keep: [keep.left, keep.top, keep.right, keep.bottom],
              ...frame,
              size: [...frame.size],
              bordersKnown: !settings.trim || left !== undefined,
              subject: subject && { box: [...subject.box], by: subject.by },
            },
          ];
        }),
      );
      const next = from + limit < images.length ? from + limit : null;
      return { folder, pictures: images.length, images: rows.flat(), next };
    },
    async "dataset/resize"(params: Params<"dataset/resize">): Promise<Result<"dataset/resize">> {
      const options = await optionsOf(params);
      const unfinished = unfinishedJob(database, "resize", options);
      // What was taken back since is to be made anew, not gone on with.
      const earlier = unfinished !== null && stepMadeBy(database, unfinished)?.undone ? null : unfinished;
      const resumed = earlier === null ? 0 : getJob(database, earlier).done;
      const jobId = earlier ?? createJob(database, "resize", options, await planResize(database, options));
      setJobState(database, jobId, "running");
      engine.start(jobId);
      return { jobId, resumed, output: options.output, originals: options.originals };
    },
    async "dataset/resizeReport"({ jobId }: Params<"dataset/resizeReport">): Promise<Result<"dataset/resizeReport">> {
      const { folder, output, originals } = parseResizeOptions(jobParams(database, jobId, "resize"));
      await roots.open(folder);
      if (originals === null) await roots.open(output).catch(() => {});
      const conflicts = moveConflictsOfJob(database, jobId);
      const pictures = jobItems(database, jobId).map(({ input, state, result, error }) => {
        const { picture, target } = parseResizeItem(input);
        const { size, lost, enlarged } = Object(result);
        const [width, height] = Array.isArray(size) ? size : [];
        const problem = error ?? conflicts.get(target);
        return {
          before: picture,
          after: target,
          ...(state === "done" && !problem
            ? { size: [Number(width), Number(height)], lost: Number(lost), enlarged: enlarged === true }
            : {}),
          ...(problem ? { error: { code: problem.code, message: problem.message, hint: problem.hint } } : {}),
        };
      });
      const failed = pictures.filter((picture) => picture.error !== undefined).length;
      const done = pictures.filter((picture) => picture.size !== undefined).length;
      return {
        jobId,
        folder,
        output,
        originals,
        step: stepMadeBy(database, jobId)?.step ?? null,
        pictures,
        counts: { done, failed, waiting: pictures.length - done - failed },
      };
    },
  };
}
