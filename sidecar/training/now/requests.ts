import { writeText } from "../../store/atomic-file.js";
import { readJson, runFiles } from "../keeper/run-files.js";
import { type NowKind, nowKinds, readAnswers } from "./answers.js";

/** The latest request of a kind. Its number rises, so that none is obeyed twice. */
export interface Request {
  number: number;
  /** ISO time. */
  at: string;
}

export type Requests = Record<NowKind, Request | null>;

function request(value: unknown): Request | null {
  const { number, at } = Object(value);
  return Number.isSafeInteger(number) && number > 0 ? { number: Number(number), at: String(at) } : null;
}

export function readRequests(folder: string): Requests {
  const json = readJson(runFiles(folder).asked);
  return { save: request(json?.save), sample: request(json?.sample) };
}

/** Asks a run for something; one that has not been obeyed yet is not asked twice. */
export async function ask(folder: string, kind: NowKind): Promise<Request> {
  const requests = readRequests(folder);
  const before = requests[kind];
  const answered = Math.max(0, ...readAnswers(folder)[kind].answers.map(({ number }) => number));
  if (before !== null && before.number > answered) return before;
  const next = { number: Math.max(before?.number ?? 0, answered) + 1, at: new Date().toISOString() };
  const all = Object.fromEntries(nowKinds.map((one) => [one, one === kind ? next : requests[one]]));
  await writeText(runFiles(folder).asked, JSON.stringify(all));
  return next;
}
