import { type JobTravel, sentAs } from "../../host/jobs/job-kind.js";
import type { MeasuredFile, MeasureParams } from "./measured-file.js";
import { parseFacts } from "./picture-facts.js";

/** How pictures are measured on another machine. */
export const measureTravel: JobTravel<MeasureParams, string, MeasuredFile> = {
  role: "prepare",
  travels: () => true,
  packParams: async ({ lookOnly }) => ({ lookOnly }),
  packItem: (path, luggage) => luggage.file(path),
  parseResult(path, came, sent) {
    const { content: told, facts, look, unreadable } = Object(Object(came).measured);
    const isLook = look === null || look instanceof Uint8Array;
    if (!isLook) throw new TypeError("a picture that was not measured");
    const { content, stamp } = sentAs(sent, path, told);
    return {
      stamp,
      measured: {
        content,
        facts: facts === null ? null : parseFacts(JSON.stringify(facts)),
        look,
        unreadable: typeof unreadable === "string" ? unreadable : null,
      },
    };
  },
};
