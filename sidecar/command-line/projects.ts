import type { Result } from "../../protocol/validate.js";
import { StudioError } from "../host/studio-error.js";
import { projectsEn } from "../words/projects-en.js";
import { flag, fromWhereTheUserStands, parseWords, wholeNumber } from "./arguments.js";
import type { Output } from "./output.js";
import { reportCommand, reportUsage } from "./projects-report.js";
import { exportProjectCommand, exportUsage, importProjectCommand, importUsage } from "./projects-transfer.js";
import { withClient } from "./with-client.js";

const usages = {
  list: "projects list [--all] [--json]",
  show: "projects show ID [--json]",
  rename: "projects rename ID NAME [--json]",
  archive: "projects archive ID [--json]",
  unarchive: "projects unarchive ID [--json]",
  export: exportUsage,
  import: importUsage,
  locate: "projects locate ID DIR [--dry-run] [--json]",
  report: reportUsage,
};
export const projectsUsage = Object.values(usages);

type Row = Result<"project/list">["projects"][number];

function printRow({ id, name, folder, archived, next, rehearsal }: Row, output: Output): void {
  const notes = [rehearsal && projectsEn.rehearsal, archived !== null && projectsEn.archived].filter(Boolean);
  output.print(`${String(id).padStart(4)}  ${name}${notes.length > 0 ? ` (${notes.join(", ")})` : ""}`);
  output.print(`      ${folder}`);
  output.print(`      ${projectsEn.next[next.kind](next)}`);
}

function oneId(words: readonly string[], usage: string): number {
  const [id, ...more] = words;
  if (id !== undefined && more.length === 0) return wholeNumber("ID", id);
  throw new StudioError("badArguments", "The number of one project is expected.", usage);
}

async function list(rest: string[], output: Output): Promise<number> {
  const all = parseWords(rest, { all: flag, json: flag }, usages.list).flag("all");
  return withClient(async (client) => {
    const { projects } = await client.call("project/list", {});
    const shown = projects.filter(({ archived }) => all || archived === null);
    if (output.json) output.document({ projects: shown });
    else if (shown.length === 0) output.print("No folder has been worked on yet.");
    else for (const row of shown) printRow(row, output);
    return 0;
  });
}

async function show(rest: string[], output: Output): Promise<number> {
  const id = oneId(parseWords(rest, { json: flag }, usages.show).words, usages.show);
  return withClient(async (client) => {
    const result = await client.call("project/show", { id });
    if (output.json) output.document(result);
    else {
      printRow(result.project, output);
      for (const event of result.events) output.print(`  ${event.at.slice(0, 16)}  ${projectsEn.event(event)}`);
    }
    return 0;
  });
}

async function rename(rest: string[], output: Output): Promise<number> {
  const [id, ...name] = parseWords(rest, { json: flag }, usages.rename).words;
  if (id === undefined || name.length === 0) {
    throw new StudioError("badArguments", "The number of a project and its new name are expected.", usages.rename);
  }
  return withClient(async (client) => {
    const result = await client.call("project/rename", { id: wholeNumber("ID", id), name: name.join(" ") });
    if (output.json) output.document(result);
    else printRow(result.project, output);
    return 0;
  });
}

const putAway =
  (archived: boolean) =>
  async (rest: string[], output: Output): Promise<number> => {
    const id = oneId(parseWords(rest, { json: flag }, usages.archive).words, usages.archive);
    return withClient(async (client) => {
      const result = await client.call("project/archive", { id, archived });
      if (output.json) output.document(result);
      else printRow(result.project, output);
      return 0;
    });
  };

async function locate(rest: string[], output: Output): Promise<number> {
  const given = parseWords(rest, { "dry-run": flag, json: flag }, usages.locate);
  const [id, folder, ...more] = given.words;
  if (id === undefined || folder === undefined || more.length > 0) {
    throw new StudioError("badArguments", "The number of a project and its folder are expected.", usages.locate);
  }
  const params = { id: wholeNumber("ID", id), folder: fromWhereTheUserStands(folder), dryRun: given.flag("dry-run") };
  return withClient(async (client) => {
    const result = await client.call("project/locate", params);
    if (output.json) output.document(result);
    else output.print(projectsEn.located(result));
    return 0;
  });
}

/** `projects list|show|…`: folders of pictures and everything that grew from them. */
export async function projectsCommand([verb = "list", ...rest]: string[], output: Output): Promise<number> {
  const found = {
    list,
    show,
    rename,
    archive: putAway(true),
    unarchive: putAway(false),
    locate,
    export: exportProjectCommand,
    import: importProjectCommand,
    report: reportCommand,
  }[verb];
  if (found) return found(rest, output);
  throw new StudioError("badArguments", `projects has no "${verb}".`, projectsUsage.join("\n"));
}
