import { readFile, stat } from "node:fs/promises";
import { extname } from "node:path";
import type { Params, Result } from "../../protocol/validate.js";
import type { Roots } from "../host/roots.js";
import { StudioError } from "../host/studio-error.js";
import { readBytes, writeBytes } from "../store/atomic-file.js";
import { type Database, transaction } from "../store/database.js";
import { followJournal, recordChanges } from "../store/journal.js";
import { newStep } from "../store/steps.js";
import { decodeText } from "../store/text-encoding.js";
import { mergeCaption } from "../tagging/caption-text.js";
import { say, toldWarnings } from "../words/sentence.js";
import { defaultSeparator } from "./edits/caption-tags.js";
import { commitEdits } from "./edits/commit-edits.js";
import { changesTo } from "./edits/edit-set.js";
import { exportCsv, exportJsonl, exportKohyaJson } from "./exchange/export-text.js";
import { exportZip } from "./exchange/export-zip.js";
import { importCsv } from "./exchange/import-csv.js";
import { importJsonl, importKohyaJson } from "./exchange/import-json.js";
import { importZip } from "./exchange/import-zip.js";
import type { Imported } from "./exchange/imported-rows.js";
import { parseInfotext } from "./exchange/infotext.js";
import { matchRows } from "./exchange/match-rows.js";
import { infotextToTags } from "./exchange/prompt-tags.js";
import { captionChooser } from "./set/chooser.js";

type Format = NonNullable<Params<"captions/import">["format"]>;

const bySuffix: Record<string, Format> = { ".json": "kohya-json", ".jsonl": "jsonl", ".csv": "csv", ".zip": "zip" };
const LARGEST_FILE = 512 * 2 ** 20;
const SHOWN = 100;

function formatOf(file: string, given: Format | undefined): Format {
  const format = given ?? bySuffix[extname(file).toLowerCase()];
  if (format !== undefined) return format;
  throw new StudioError(
    "badArguments",
    say("The format of {file} cannot be told from its suffix.", { file }),
    say("Expected .json, .jsonl, .csv or .zip, or the format by name."),
  );
}

async function readRows(file: string, format: Format): Promise<Imported> {
  const { size } = await stat(file);
  if (size > LARGEST_FILE) {
    throw new StudioError(
      "badArguments",
      say("{file} has {size} bytes; at most {largestFile} are read.", { file, size, largestFile: LARGEST_FILE }),
      say("Split it."),
    );
  }
  const bytes = await readFile(file);
  if (format === "zip") return importZip(bytes);
  const text = decodeText(bytes, { largest: LARGEST_FILE }).text;
  if (format === "csv") return importCsv(text);
  return format === "jsonl" ? importJsonl(text) : importKohyaJson(text);
}

/** Captions from and to other programs' files. */
export function exchangeMethods({ database, roots }: { database: Database; roots: Roots }) {
  const choose = captionChooser({ database, roots });
  return {
    async "captions/import"(params: Params<"captions/import">): Promise<Result<"captions/import">> {
      const { existing = "overwrite", dryRun = false, save = true, limit = SHOWN } = params;
      const file = await roots.permit(params.file);
      const imported = await readRows(file, formatOf(file, params.format));
      const { set, chosen } = await choose(params);
      const { matched, unmatched, ambiguous } = matchRows(imported.rows, chosen);
      const fresh = new Map(matched.map(({ path, caption }) => [path, caption]));
      const edited = changesTo(chosen, (picture) => {
        const caption = fresh.get(picture.path);
        if (caption === undefined || (existing === "skip" && picture.text !== null)) return picture.text;
        return mergeCaption(picture.text, caption, { existing, separator: defaultSeparator });
      });
      const step = dryRun
        ? null
        : commitEdits(database, edited, {
            folder: set.folder,
            edits: [],
            stepName: "Import captions",
            expect: null,
            save,
          });
      if (step !== null) await followJournal(database);
      const problems = [
        ...imported.problems.map(({ line, message }) =>
          line === null ? message : say("Line {line}: {message}", { line, message }),
        ),
        ...ambiguous.map(({ name, paths }) =>
          say("{name} fits several pictures: {paths}", { name, paths: paths.join(", ") }),
        ),
        ...edited.problems.map(
          ({ path, message, said }) => said?.message ?? say("{path}: {message}", { path, message }),
        ),
      ];
      const told = toldWarnings(problems.slice(0, SHOWN));
      return {
        step,
        rows: imported.rows.length,
        matched: matched.length,
        captions: edited.changes.length,
        changed: edited.changes
          .slice(0, limit)
          .map(({ picture, before, after }) => ({ path: picture.path, before, after })),
        unmatched: unmatched.slice(0, SHOWN),
        problems: told.warnings,
        saidProblems: told.saidWarnings,
      };
    },
    async "captions/export"(params: Params<"captions/export">): Promise<Result<"captions/export">> {
      const file = await roots.permitNew(params.file);
      const format = formatOf(file, params.format);
      const { set, chosen } = await choose(params);
      const captions = chosen.map(({ path, name, text }) => ({ path, name, caption: text }));
      const count = captions.filter(({ caption }) => caption !== null).length;
      const there = await stat(file).then(
        () => true,
        () => false,
      );
      if (there && params.overwrite !== true) {
        throw new StudioError(
          "badArguments",
          say("{file} is there already.", { file }),
          say("Choose another name, or say to overwrite it."),
        );
      }
      if (format === "zip") {
        await writeBytes(file, await exportZip(captions));
        return { file, captions: count, step: null };
      }
      const text =
        format === "csv"
          ? exportCsv(captions, { bom: true })
          : format === "jsonl"
            ? exportJsonl(captions, "file_name")
            : exportKohyaJson(captions, params.as ?? "tags");
      const bytes = await readBytes(file);
      const before = bytes && decodeText(bytes, { largest: LARGEST_FILE });
      const step = transaction(database, () => {
        const made = newStep(database, { folder: set.folder, name: "Export captions" });
        recordChanges(database, made, [
          {
            path: file,
            before: before?.text ?? null,
            after: text,
            encoding: { before: before?.encoding ?? "utf8", after: "utf8" },
          },
        ]);
        return made;
      });
      await followJournal(database);
      return { file, captions: count, step };
    },
    async "captions/infotext"({ text }: Params<"captions/infotext">): Promise<Result<"captions/infotext">> {
      const { prompt, negativePrompt } = parseInfotext(text);
      return { tags: infotextToTags(text), prompt, negativePrompt };
    },
  };
}
