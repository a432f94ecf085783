import { setTimeout as wait } from "node:timers/promises";
import { reportError, StudioError } from "../../host/studio-error.js";
import { isHalfMade, type PressedButton } from "../../webui/drawing.js";
import type { DrawingLink } from "../../webui/drawing-link.js";
import { say } from "../../words/sentence.js";
import { otherKind } from "../plan/facts/other-kind.js";
import { MOST_ATTEMPTS } from "./drawing-patience.js";
import type { DrawingRoom, WebuiState } from "./drawing-room.js";
import type { DrawingEntry } from "./drawing-task.js";
import { requireThere } from "./webui-needs.js";
import { type WebuiNames, webuiRequest } from "./webui-request.js";

/** One WebUI that draws for a sweep until nothing is left. */
export interface DrawingWebui {
  state(): WebuiState;
  /** Puts the LoRA files there anew before the next picture: it has not used one. */
  lookAgain(): void;
  /** Ends with the room's signal, or when it drains. */
  work(): Promise<void>;
}

/** What is the WebUI's fault, not the picture's. */
const isAway = (code: string): boolean => code === "offline" || code === "accessRefused" || code === "notAllowed";

export function createDrawingWebui(link: DrawingLink, room: DrawingRoom): DrawingWebui {
  const { queue, patience, signal } = room;
  let [state, drawn, now]: [WebuiState["state"], number, string | null] = ["waiting", 0, null];
  let problem: WebuiState["problem"] = null;
  let names: WebuiNames | null = null;
  let freeSince = 0;
  let awayFor = patience.awayMs;

  const set = (next: WebuiState["state"], what: string | null = null): void => {
    if (state === next && now === what) return;
    [state, now] = [next, what];
    room.told();
  };
  const pause = (ms: number): Promise<void> => wait(ms, undefined, { signal }).catch(() => {});
  const leave = (error: unknown): void => {
    queue.leave(link.id);
    names = null;
    problem = reportError(error);
    set("away", problem.message);
  };

  /** Asks what it has, and puts the LoRA files there. */
  const prepare = async (): Promise<void> => {
    try {
      const facts = await link.drawingFacts(signal);
      if (facts.rehearsal !== room.rehearsal) throw otherKind(link.title, facts.rehearsal);
      // Alone, each picture tells what it lacked.
      if (!room.isAlone()) for (const need of room.needs()) requireThere(need, facts);
      const ready = { loras: await room.placeLoras(link, facts.loraFolder), checkpoints: facts.checkpoints };
      const comparison = await room.drawsAlike(link, ready);
      if (comparison === "stopped") {
        room.interrupted(link);
        return;
      }
      if (comparison === "different") {
        const hint = say("It takes no part, for its pictures could not be compared with the others'.");
        throw new StudioError(
          "webuiFailed",
          say("{title} draws the same cell differently.", { title: link.title }),
          hint,
        );
      }
      names = ready;
      problem = null;
      set("waiting");
    } catch (error) {
      if (signal.aborted) return;
      leave(error);
      await pause(awayFor);
      awayFor = Math.min(patience.longestAwayMs, awayFor * 2);
    }
  };

  const again = (entries: readonly DrawingEntry[], error: unknown): void => {
    for (const entry of entries) {
      entry.attempts += 1;
      entry.alone ||= entries.length > 1;
      if (!room.isAlone()) entry.avoidedUntil.set(link.id, performance.now() + patience.avoidMs);
      entry.notBefore = performance.now() + patience.retryMs * 2 ** (entry.attempts - 1);
    }
    const spent = entries.filter(({ attempts }) => attempts >= MOST_ATTEMPTS);
    for (const entry of spent) room.failed(entry, link, error);
    queue.giveBack(entries.filter((entry) => !spent.includes(entry)));
  };

  const draw = async (entries: readonly DrawingEntry[], known: WebuiNames): Promise<void> => {
    const [first] = entries;
    if (!first) return;
    room.onDrawing(entries, true);
    try {
      const request = webuiRequest(first.task.request, entries.length, known);
      set("drawing", request.prompt);
      const began = performance.now();
      const gap = freeSince === 0 ? null : began - freeSince;
      const answer = await link.draw(request, signal);
      freeSince = performance.now();
      if (isHalfMade(answer)) stopped(entries, answer.pressed);
      else {
        drawn += entries.length;
        awayFor = patience.awayMs;
        room.arrived({ entries, link, names: known.loras, answer, seconds: (freeSince - began) / 1000, gap });
        if (answer.pressed === "stopAfter") room.interrupted(link);
      }
    } catch (error) {
      freeSince = 0;
      room.onDrawing(entries, false);
      if (signal.aborted) {
        queue.giveBack(entries);
        return;
      }
      if (entries.length > 1) room.batchFailed(link, first, entries.length);
      again(entries, error);
      if (isAway(reportError(error).code)) {
        leave(error);
        await pause(awayFor);
        awayFor = Math.min(patience.longestAwayMs, awayFor * 2);
      }
    }
  };

  /** The half-made pictures are thrown away. */
  const stopped = (entries: readonly DrawingEntry[], pressed: PressedButton | null): void => {
    room.onDrawing(entries, false);
    freeSince = 0;
    if (pressed === "skip") for (const entry of entries) room.skipped(entry, link);
    else {
      queue.giveBack(entries);
      set("waiting");
      room.interrupted(link);
    }
  };

  return {
    state: () => ({ id: link.id, title: link.title, state, drawn, now, problem }),
    lookAgain() {
      names = null;
    },
    async work() {
      while (!signal.aborted && !room.isDraining()) {
        if (room.isHeld(link)) {
          freeSince = 0;
          set("queued");
          await pause(patience.heldMs);
        } else if (names === null) await prepare();
        else {
          const tried = await room.tryBatch(link, names);
          if (tried === "stopped") {
            stopped([], "interrupt");
            continue;
          }
          if (tried === "compared") freeSince = 0;
          const entries = queue.take(link.id, (entry) => room.batchOf(link, entry));
          if (entries.length > 0) await draw(entries, names);
          else {
            set("waiting");
            const due = queue.dueIn(link.id);
            // What waits for another try is no delay of ours; what is not ready yet is.
            if (due !== null) freeSince = 0;
            await (due === null ? room.changed() : Promise.race([room.changed(), pause(due)]));
          }
        }
      }
      queue.leave(link.id);
      set("waiting");
    },
  };
}
