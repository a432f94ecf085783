import { type CsvError, type Info, parse } from "csv-parse/sync";
import { say } from "../../words/sentence.js";
import { collect, type Imported, knownKeys, rowOf, wrongShape } from "./imported-rows.js";

interface Columns {
  name: number;
  caption: number;
  tags: number;
}

const headerColumns = (header: readonly string[]): Columns => {
  const cells = header.map((cell) => cell.trim().toLowerCase());
  const at = (keys: readonly string[]): number => {
    const key = keys.find((name) => cells.includes(name));
    return key === undefined ? -1 : cells.indexOf(key);
  };
  return { name: at(knownKeys.name), caption: at(knownKeys.caption), tags: at(knownKeys.tags) };
};

const isCell = (value: unknown): value is string => typeof value === "string";

/**
 * A table with a header row (`file`, `file_name`, `image`, `image_path`, `name` …; `caption`, `text`, `tags`), or two
 * columns without one. Separated by comma, semicolon or tab, whichever the first line holds first outside quotes.
 * @throws StudioError "badArguments" for a table without these columns
 */
export function importCsv(text: string): Imported {
  const hint = "Expected columns are file_name and caption (or tags); name them in the first line.";
  const imported: Imported = { rows: [], problems: [] };
  const delimiter = /^(?:"(?:[^"]|"")*"|[^",;\t\r\n])*([,;\t])/.exec(text.replace(/^\uFEFF/, ""))?.[1] ?? ",";
  // Typed by hand: the parser's own types do not know what `info` does to a record.
  const records: unknown = parse(text, {
    bom: true,
    delimiter,
    info: true,
    relax_column_count: true,
    // A quote inside a bare cell is a letter.
    relax_quotes: true,
    record_delimiter: ["\r\n", "\n", "\r"],
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: (error: CsvError | undefined) => {
      imported.problems.push({
        line: typeof error?.lines === "number" ? error.lines : null,
        message: say("The row cannot be read: {reason}", { reason: error?.message ?? "–" }),
      });
    },
  });
  const rows = (Array.isArray(records) ? records : []).map(({ record, info }: { record: unknown; info: Info }) => ({
    cells: Array.isArray(record) ? record.filter(isCell) : [],
    line: info.lines,
  }));
  const [first] = rows;
  if (first === undefined) {
    if (imported.problems.length > 0) throw wrongShape(say("a table"), say("no row that can be read"), hint);
    return imported;
  }
  const named = headerColumns(first.cells);
  const hasHeader = named.name >= 0;
  if (hasHeader && named.caption < 0 && named.tags < 0) {
    throw wrongShape(
      say("a caption, text or tags column"),
      say("only {names}", { names: first.cells.join(", ") }),
      hint,
    );
  }
  if (!hasHeader && first.cells.length !== 2) {
    throw wrongShape(
      say("a header row or two columns"),
      say("{count} columns without names", { count: first.cells.length }),
      hint,
    );
  }
  const columns = hasHeader ? named : { name: 0, caption: 1, tags: -1 };
  for (const { cells, line } of hasHeader ? rows.slice(1) : rows) {
    const name = cells[columns.name] ?? "";
    const caption = cells[columns.caption] ?? null;
    const tags = cells[columns.tags] ?? null;
    if (name === "") collect(imported, say("Expected a picture's name; the cell is empty."), line);
    else if (caption === null && tags === null)
      collect(imported, say("{name}: expected a caption; the row ends.", { name }), line);
    else collect(imported, rowOf(name, caption, tags), line);
  }
  return imported;
}
