import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import type { Params, Result } from "../../../protocol/validate.js";
import type { Roots } from "../../host/roots.js";
import { StudioError } from "../../host/studio-error.js";
import type { Database } from "../../store/database.js";
import { moveAsStep } from "../../store/move-step.js";
import { say } from "../../words/sentence.js";
import { companions } from "../companions.js";
import { scanFolder } from "../scan.js";
import { serialNames } from "./serial-names.js";

const SHOWN = 200;

/** Serial names for a folder's pictures. */
export function renameMethods({ database, roots }: { database: Database; roots: Roots }) {
  return {
    async "dataset/rename"(params: Params<"dataset/rename">): Promise<Result<"dataset/rename">> {
      const { start = 1, digits = 4, recursive = false, dryRun = false, expect, limit = SHOWN } = params;
      const { folder, images } = await scanFolder(await roots.open(params.folder), { recursive });
      const paths = images.map(({ path }) => path);
      const belonging = companions(paths);
      const names = serialNames(
        paths.map((picture) => ({ picture, companions: belonging.get(picture) ?? [] })),
        { start, digits, others: (inside) => readdirSync(inside) },
      );
      const renamed = [...names.moves, ...names.copies];
      const digest = createHash("sha256").update(JSON.stringify(renamed)).digest("hex");
      if (expect !== undefined && expect !== digest) {
        throw new StudioError(
          "changedElsewhere",
          say("The folder does not hold the files any more for which these names were shown; nothing was renamed."),
          say("Look at the new names, then do it again."),
        );
      }
      const leftOut = names.leftOut.map(({ number, file }) => ({
        path: file,
        code: "fileExists",
        message: `${number} is left out: ${file} has this name and belongs to no picture.`,
        hint: "Move that file away, or undo and rename again, if the numbers must have no gap.",
      }));
      const shown = { pictures: paths.length, files: renamed.length, renamed: renamed.slice(0, limit), digest };
      if (dryRun || renamed.length === 0) return { step: null, ...shown, problems: leftOut };
      const { step, problems } = await moveAsStep(database, { folder, name: "Rename serially", ...names });
      return { step, ...shown, problems: [...leftOut, ...problems] };
    },
  };
}
