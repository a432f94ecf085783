import { StudioError } from "../../host/studio-error.js";
import { say } from "../../words/sentence.js";

export interface StartTime {
  at: Date;
  /** That time of the day was past: tomorrow's is meant. */
  tomorrow: boolean;
}

const CLOCK = /^([01]?\d|2[0-3]):([0-5]\d)$/;
const MOMENT = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?$/i;

const wrong = (text: string, isPast: boolean): StudioError =>
  new StudioError(
    "badArguments",
    isPast
      ? say('A time to come is expected; this one is past: "{text}".', { text: text.slice(0, 60) })
      : say('A time is expected; this is none: "{text}".', { text: text.slice(0, 60) }),
    say("Write 23:00 (this machine's clock), or a day with it: 2026-11-26T01:30."),
  );

/** A day of the calendar that is none (31 June) becomes another one in silence. */
function momentOf(text: string): Date | null {
  const [, year, month, day] = MOMENT.exec(text) ?? [];
  if (year === undefined) return null;
  const calendar = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const moment = new Date(text.replace(" ", "T"));
  const isDay = calendar.getUTCMonth() === Number(month) - 1 && calendar.getUTCDate() === Number(day);
  return isDay && !Number.isNaN(moment.getTime()) ? moment : null;
}

/**
 * A time as people write it: `23:00` of this machine's clock, or ISO 8601; without a zone that is this machine's too.
 * @param past what a time of the day means that is past: tomorrow's, or that the time has come already
 * @throws StudioError "badArguments"
 */
export function readStartTime(written: string, past: "tomorrow" | "now", now = new Date()): StartTime {
  // Full-width digits and colons come from Japanese keyboards.
  const text = written.normalize("NFKC").trim();
  const clock = CLOCK.exec(text);
  if (clock === null) {
    const moment = momentOf(text);
    if (moment === null) throw wrong(written, false);
    if (past === "tomorrow" && moment.getTime() <= now.getTime()) throw wrong(written, true);
    return { at: moment, tomorrow: false };
  }
  const on = (days: number): Date =>
    // By the calendar: a day in which clocks are changed has not 24 hours.
    new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, Number(clock[1]), Number(clock[2]));
  const today = on(0);
  const isPast = today.getTime() <= now.getTime();
  return isPast && past === "tomorrow" ? { at: on(1), tomorrow: true } : { at: today, tomorrow: false };
}

/** The time of a message, as it is kept. @throws StudioError "badArguments" */
export function keptTime(text: string): string {
  const moment = momentOf(text);
  if (moment === null) throw wrong(text, false);
  return moment.toISOString();
}
