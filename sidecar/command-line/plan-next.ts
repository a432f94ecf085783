import type { Result } from "../../protocol/validate.js";
import { StudioError } from "../host/studio-error.js";
import { lineageEn } from "../words/lineage-en.js";
import { flag, parseWords, text, wholeNumber } from "./arguments.js";
import type { Output } from "./output.js";
import { writeNew } from "./plan-config.js";
import { withClient } from "./with-client.js";

export const planNextUsage =
  "plan next RUN|--sweep ID [--output CONFIG [--overwrite]] [--save] [--change-captions] [--json]";

type Next = Result<"lineage/next">;

function print({ name, parent, note, changes, captions, strengths }: Next, output: Output): void {
  output.print(lineageEn.nextOf(name, parent.name));
  if (note !== null) output.print(lineageEn.notes[note]);
  for (const { field, from, to, reason } of changes) {
    if (to !== "") output.print(`    ${lineageEn.change(field, from, to)}`);
    output.print(`        ${reason.sentence}`);
  }
  if (captions !== null) {
    output.print(lineageEn.captionsNote(captions.tags.join(", "), captions.captions));
    for (const { path, before, after } of captions.changed) output.print(`    ${path}: ${before} → ${after}`);
  }
  if (strengths !== null) output.print(lineageEn.strengths(strengths));
}

/** `plan next RUN`: a filled plan for the next version. It writes only what it is told to. */
export function nextCommand(rest: string[], output: Output): Promise<number> {
  const given = parseWords(
    rest,
    { sweep: text, output: text, overwrite: flag, save: flag, "change-captions": flag, json: flag },
    planNextUsage,
  );
  const [run, ...more] = given.words;
  const sweep = given.text("sweep");
  if (more.length > 0 || (run === undefined) === (sweep === undefined)) {
    throw new StudioError("badArguments", "The number of one run, or --sweep ID, is expected.", planNextUsage);
  }
  const of = run === undefined ? { sweep: wholeNumber("sweep", sweep ?? "") } : { run: wholeNumber("RUN", run) };
  const config = given.text("output");
  return withClient(async (client) => {
    const next = await client.call("lineage/next", of);
    const { plan, reasons, concept, folder, captions } = next;
    const written: { config?: string; plan?: number; captions?: number } = {};
    if (config !== undefined) {
      const { text: exported } = await client.call("planning/export", { plan, format: "plan" });
      written.config = await writeNew(config, exported, given.flag("overwrite"));
    }
    if (given.flag("save")) {
      const saved = await client.call("planning/save", {
        plan,
        concept,
        reasons,
        ...(folder === null ? {} : { folder }),
      });
      written.plan = saved.id;
    }
    if (given.flag("change-captions") && captions !== null) {
      const { edits, digest, folder: where } = captions;
      const done = await client.call("captions/edit", { folder: where, recursive: true, edits, expect: digest });
      written.captions = done.captions;
    }
    if (output.json) {
      output.document({ ...next, written });
      return 0;
    }
    print(next, output);
    if (written.config !== undefined) output.print(`Written: ${written.config}`);
    if (written.plan !== undefined) output.print(`Kept as plan ${written.plan}.`);
    if (written.captions !== undefined) output.print(lineageEn.captionsChanged(written.captions));
    else if (captions !== null) output.print("Nothing is changed yet: add --change-captions.");
    return 0;
  });
}
