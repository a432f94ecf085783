import type { Result } from "../../protocol/validate.js";
import { StudioError } from "../host/studio-error.js";
import { projectsEn } from "../words/projects-en.js";
import { flag, parseWords, wholeNumber } from "./arguments.js";
import type { Output } from "./output.js";
import { reportCommand, reportUsage } from "./projects-report.js";
import { withClient } from "./with-client.js";

const usages = {
  list: "projects list [--all] [--json]",
  show: "projects show ID [--json]",
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

/** `projects list|show|report`: folders of pictures and everything that grew from them. */
export async function projectsCommand([verb = "list", ...rest]: string[], output: Output): Promise<number> {
  const found = { list, show, report: reportCommand }[verb];
  if (found) return found(rest, output);
  throw new StudioError("badArguments", `projects has no "${verb}".`, projectsUsage.join("\n"));
}
