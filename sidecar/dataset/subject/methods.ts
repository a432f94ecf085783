import type { Params, Result } from "../../../protocol/validate.js";
import type { Roots } from "../../host/roots.js";
import { reportError, StudioError } from "../../host/studio-error.js";
import type { Database } from "../../store/database.js";
import type { MarkedBox } from "../../store/subject-table.js";
import { say } from "../../words/sentence.js";
import { scanFolder } from "../scan.js";
import { knownSubjects } from "./known-subjects.js";

// A finger's slip is no subject.
const LEAST = 0.01;

/** @throws StudioError "badArguments" */
function completeBox([left = 0, top = 0, right = 1, bottom = 1]: readonly number[]): MarkedBox {
  if (right - left >= LEAST && bottom - top >= LEAST) return [left, top, right, bottom];
  throw new StudioError(
    "badArguments",
    say("The box {box} holds nothing.", { box: [left, top, right, bottom].join(", ") }),
    say("Expected left, top, right, bottom in parts of the picture, such as 0.2, 0, 0.8, 0.5."),
  );
}

/** Marking by hand where the subject of a picture lies. */
export function subjectMethods({ database, roots }: { database: Database; roots: Roots }) {
  const subjects = knownSubjects(database);
  return {
    async "dataset/subjects"(params: Params<"dataset/subjects">): Promise<Result<"dataset/subjects">> {
      const { folder, images } = await scanFolder(await roots.open(params.folder), {
        recursive: params.recursive === true,
      });
      const rows = await Promise.all(
        images.map(async ({ path }) => {
          const subject = await subjects.find(path);
          return { path, subject: subject && { box: [...subject.box], by: subject.by } };
        }),
      );
      return { folder, images: rows };
    },
    async "dataset/markSubject"(params: Params<"dataset/markSubject">): Promise<Result<"dataset/markSubject">> {
      const box = params.box === null ? null : completeBox(params.box);
      const problems: Result<"dataset/markSubject">["problems"] = [];
      let marked = 0;
      for (const given of params.pictures) {
        try {
          await subjects.mark(await roots.open(given), box);
          marked += 1;
        } catch (error) {
          problems.push({ path: given, ...reportError(error) });
        }
      }
      return { marked, problems };
    },
  };
}
