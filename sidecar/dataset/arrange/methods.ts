import { createHash } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Params, Result } from "../../../protocol/validate.js";
import { isInside, type Roots } from "../../host/roots.js";
import type { Settings } from "../../host/settings/settings.js";
import { StudioError } from "../../host/studio-error.js";
import type { Database } from "../../store/database.js";
import { fileStamp } from "../../store/file-content.js";
import { sameStamp } from "../../store/move-files.js";
import { moveAsStep } from "../../store/move-step.js";
import { arrangeEn } from "../../words/arrange-en.js";
import { say } from "../../words/sentence.js";
import { companions } from "../companions.js";
import { scanFolder } from "../scan.js";
import { checkTrigger } from "./check-trigger.js";
import { balanced, type Concept, planArrange } from "./plan-arrange.js";
import { checkTrainingFolder } from "./training-folder.js";

const SHOWN = 200;

type Asked = NonNullable<Params<"dataset/arrange">["concepts"]>[number];

const beside = (folder: string, ending: string): string => join(dirname(folder), `${basename(folder)}${ending}`);

type Warning = Result<"dataset/arrange">["warnings"][number];

/** What is wrong with trigger words, in words. */
const triggerWarnings = (triggers: readonly string[]): (Warning & { severity: string })[] =>
  triggers.flatMap((trigger) =>
    checkTrigger(trigger).map(({ kind, found, severity }) => {
      const { message, remedy } = arrangeEn.triggers[kind];
      return { kind, found, severity, message: message(found), remedy };
    }),
  );

/** @throws StudioError "badArguments" when the new folders would be read as pictures of the old one */
function requireApart(folder: string, into: string): void {
  if (!isInside(folder, into)) return;
  throw new StudioError(
    "badArguments",
    say("{into} lies inside {folder}, whose pictures are arranged.", { into, folder }),
    say("Choose a folder beside it."),
  );
}

/** A copy keeps its original's size and time of change. */
function isCopy(from: string, to: string): boolean {
  const stamp = fileStamp(from);
  return stamp !== null && sameStamp(fileStamp(to), stamp);
}

/** Folders as the trainer wants them. */
export function arrangeMethods({
  database,
  roots,
  settings,
}: {
  database: Database;
  roots: Roots;
  settings: Pick<Settings, "get">;
}) {
  const usualPlace = (folder: string): string => {
    // It need not lie within a visitor's folders.
    const work = roots.exposed ? null : settings.get("folders.work");
    return work === null ? beside(folder, "-training") : join(work, `${basename(folder)}-training`);
  };
  const conceptOf = async (
    asked: Asked,
    into: string,
    { recursive = false }: { recursive?: boolean },
  ): Promise<Concept> => {
    const folder = await roots.open(asked.folder);
    requireApart(folder, into);
    const { images } = await scanFolder(folder, { recursive });
    const paths = images.map(({ path }) => path);
    const belonging = companions(paths);
    return {
      folder,
      trigger: asked.trigger,
      kind: asked.class ?? null,
      repeats: asked.repeats ?? 10,
      into,
      pictures: paths.map((picture) => ({ picture, companions: belonging.get(picture) ?? [] })),
    };
  };
  const conceptsOf = async (params: Params<"dataset/arrange">, into: string): Promise<Concept[]> => {
    const { folder, trigger, repeats, class: kind, concepts = [], regularisation, balance } = params;
    const first: Asked = {
      folder,
      trigger,
      ...(repeats === undefined ? {} : { repeats }),
      ...(kind === undefined ? {} : { class: kind }),
    };
    const found: Concept[] = [];
    for (const asked of [first, ...concepts]) {
      found.push(await conceptOf(asked, into, params));
    }
    if (balance) {
      const repeated = balanced(found.map((concept) => ({ ...concept, pictures: concept.pictures.length })));
      for (const [index, concept] of found.entries()) concept.repeats = repeated[index] ?? concept.repeats;
    }
    if (regularisation) {
      const asked: Asked = { folder: regularisation.folder, trigger: regularisation.class, repeats: 1 };
      // Beside, not inside: in the training folder its pictures would be trained as the subject.
      found.push(await conceptOf(asked, await roots.permitNew(`${into}-reg`), params));
    }
    return found;
  };
  return {
    async "dataset/arrange"(params: Params<"dataset/arrange">): Promise<Result<"dataset/arrange">> {
      const { move = false, dryRun = false, expect, limit = SHOWN } = params;
      const folder = await roots.open(params.folder);
      const into = await roots.permitNew(params.into ?? usualPlace(folder));
      const triggers = [params.trigger, ...(params.concepts ?? []).map(({ trigger }) => trigger)];
      const warnings = triggerWarnings([...triggers, ...(params.regularisation ? [params.regularisation.class] : [])]);
      const refused = warnings.find(({ severity }) => severity === "error");
      if (refused && dryRun) {
        return { step: null, folder: into, folders: [], files: 0, moved: [], digest: "", warnings, problems: [] };
      }
      if (refused) throw new StudioError("badArguments", refused.message, refused.remedy);
      const concepts = await conceptsOf(params, into);
      const { folders, files, shared } = planArrange(concepts, {
        others: (inside) => (existsSync(inside) ? readdirSync(inside) : []),
        isThere: isCopy,
      });
      const all = [...files, ...shared];
      const digest = createHash("sha256").update(JSON.stringify(all)).digest("hex");
      if (expect !== undefined && expect !== digest) {
        throw new StudioError(
          "changedElsewhere",
          say("The folders do not hold the files any more that were shown; nothing was arranged."),
          say("Look at the folders that will come out, then do it again."),
        );
      }
      const shown = { folder: into, folders, files: all.length, moved: all.slice(0, limit), digest, warnings };
      if (dryRun || all.length === 0) return { step: null, ...shown, problems: [] };
      const { step, problems } = await moveAsStep(database, {
        folder,
        name: "Arrange for training",
        moves: move ? files : [],
        copies: move ? shared : all,
      });
      await roots.open(into);
      return { step, ...shown, problems };
    },
    async "dataset/trainingFolder"(
      params: Params<"dataset/trainingFolder">,
    ): Promise<Result<"dataset/trainingFolder">> {
      const folder = await roots.open(params.folder);
      const { pictures, findings } = await checkTrainingFolder(folder);
      return {
        folder,
        pictures,
        verdict: findings.some(({ severity }) => severity === "error") ? "wrong" : "right",
        findings: findings.map((finding) => ({
          ...finding,
          message: arrangeEn.findings[finding.kind].message(finding),
          remedy: arrangeEn.findings[finding.kind].remedy(finding),
        })),
      };
    },
  };
}
