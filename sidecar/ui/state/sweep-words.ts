import { words } from "./look.js";
import type { RoomState } from "./room-state.js";
import { type SweepReport, type SweepRow, sweeps } from "./sweep.js";

type Values = Readonly<Record<string, string | number>>;
type Reason = SweepReport["notEnough"][number];

interface Told {
  code: string;
  values: Values;
  message: string;
  remedy: string;
}

/** A problem in the page's language; one of a newer sidecar in English. */
export function problemWords({ code, values, message, remedy }: Told): { message: string; remedy: string } {
  const said = words.value.sweep.problemWords[code];
  return said ? { message: said.message(values), remedy: said.remedy(values) } : { message, remedy };
}

/** A reason in the page's language; one of a newer sidecar in English. */
export function reasonWords({ code, values, sentence }: Reason): string {
  const known: Readonly<Record<string, (values: Values) => string>> = words.value.sweep.reasonWords;
  return known[code]?.(values) ?? sentence;
}

/** How far a sweep is: everything that is drawn, proven or not. */
export const drawnOf = ({ counts }: Pick<SweepRow, "counts">): number => counts.drawn + counts.wrong;

/** Pictures that are to be there in the end: all but what a search left out. */
export const wantedOf = ({ counts }: Pick<SweepRow, "counts">): number => counts.pictures - counts.left;

export const toneOfSweep = ({ state, counts }: SweepRow): RoomState["tone"] => {
  if (state === "drawing") return "running";
  if (state === "failed") return "broken";
  if (state === "done" && counts.wrong + counts.failed === 0) return "good";
  return "look";
};

/** The room's line in the journey. */
export function sweepState(): RoomState {
  const { sweep: said } = words.value;
  const row = sweeps.value.find(({ state }) => state === "drawing") ?? sweeps.value[0];
  if (row === undefined) return { tone: "idle", sentence: said.nothingYet };
  const say = row.state === "paused" ? said.roomPaused : said.roomPictures;
  return { tone: toneOfSweep(row), sentence: say(drawnOf(row), wantedOf(row)) };
}
