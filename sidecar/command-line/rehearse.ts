import { pathToFileURL } from "node:url";
import { StudioError } from "../host/studio-error.js";
import { diagnosisOf } from "../journey/rehearse/diagnosis.js";
import { rehearsalSettings } from "../journey/rehearse/rehearsal-settings.js";
import { rehearseEn } from "../words/rehearse-en.js";
import { flag, fromWhereTheUserStands, oneOf, parseWords, text } from "./arguments.js";
import { type Course, followCourse, sayQuestion } from "./follow-course.js";
import { openBrowser } from "./open-browser.js";
import type { Output } from "./output.js";
import { courseDocument, courseExitCode } from "./run.js";
import type { StudioClient } from "./studio-client.js";
import { isJapanese } from "./terminal-language.js";
import { withClient } from "./with-client.js";

export const rehearseUsage = `rehearse [--setting ${rehearsalSettings.join("|")}] [--character SEED] [--into DIR] [--open] [--json]`;

const options = { setting: text, character: text, into: text, open: flag, json: flag };

const LAST_CHARACTER = 65_535;

function characterOf(given: string): number {
  if (/^\d{1,5}$/.test(given) && Number(given) <= LAST_CHARACTER) return Number(given);
  throw new StudioError(
    "badArguments",
    `--character expects a whole number from 0 to ${LAST_CHARACTER}; found "${given}".`,
    "0 is Okara; any other number is another character.",
  );
}

/** What came of it: verdicts, and what to change next time. */
async function outcomeOf(client: StudioClient, { sweep }: Course) {
  if (sweep === null) return null;
  const report = await client.call("sweep/report", { id: sweep });
  return {
    diagnosis: diagnosisOf(report),
    checkpoints: report.checkpoints.map(({ label, verdict, band }) => ({ label, verdict, band })),
    notEnough: report.notEnough.map(({ sentence }) => sentence),
    next: (report.nextPlan?.changes ?? []).map(({ reason }) => reason.sentence),
  };
}

/** `rehearse`: the whole journey with drawn pictures and stand-ins, from the pictures to the report. */
export async function rehearseCommand(rest: string[], output: Output, signal: AbortSignal): Promise<number> {
  const given = parseWords(rest, options, rehearseUsage);
  if (given.words.length > 0) throw new StudioError("badArguments", "No folder is expected.", rehearseUsage);
  const setting = oneOf("setting", given.text("setting"), rehearsalSettings) ?? "usual";
  const [character, into] = [given.text("character"), given.text("into")];
  return withClient(async (client) => {
    const { id, folder, begun } = await client.call("journey/rehearse", {
      setting,
      ...(character === undefined ? {} : { character: characterOf(character) }),
      ...(into === undefined ? {} : { into: fromWhereTheUserStands(into) }),
    });
    output.say(begun ? rehearseEn.begins(folder) : rehearseEn.goesOn(folder));
    const course = await followCourse(client, id, { output, signal });
    sayQuestion(course, output);
    const outcome = await outcomeOf(client, course);
    const report = course.state === "done" ? await reportOf(client, course) : null;
    if (output.json) output.document({ ...courseDocument(course), rehearsal: true, folder, report, outcome });
    else if (outcome !== null) {
      output.print(course.recommendation?.sentence ?? rehearseEn.diagnosis[outcome.diagnosis]);
      for (const sentence of outcome.notEnough) output.print(`    ${sentence}`);
      for (const sentence of outcome.next) output.print(`    ${rehearseEn.next(sentence)}`);
      if (report !== null) output.print(rehearseEn.report(report));
    }
    if (given.flag("open") && report !== null) await openBrowser(pathToFileURL(report).href, output);
    return courseExitCode(course);
  });
}

/** A rehearsal's report says on every part what it is. @returns the file */
async function reportOf(client: StudioClient, { project }: Course): Promise<string> {
  const language = isJapanese(process.env) ? "ja" : "en";
  return (await client.call("project/report", { id: project, language })).path;
}
