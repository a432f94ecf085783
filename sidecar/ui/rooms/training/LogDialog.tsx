import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { Choice } from "../../parts/Choice.js";
import { Dialog } from "../../parts/Dialog.js";
import { DialogEnd } from "../../parts/DialogEnd.js";
import { Problem } from "../../parts/Problem.js";
import { words } from "../../state/look.js";
import { type Run, run } from "../../state/training.js";
import { closeLog, log, logError, logStream, openLog, readEarlier, readNewer } from "../../state/training-log.js";

const STREAMS = ["stderr", "stdout"] as const;
const FOLLOW_MS = 1000;
// More marks than these only slow the page.
const MOST_MARKS = 1000;
// So near the end a reader is at the end.
const END_PIXELS = 24;

/** Where a text is found, in small letters; the latest marks of very many. */
function placesOf(text: string, wanted: string): { places: number[]; more: boolean } {
  if (wanted === "") return { places: [], more: false };
  const [small, sought] = [text.toLowerCase(), wanted.toLowerCase()];
  const places: number[] = [];
  let at = small.lastIndexOf(sought);
  while (at >= 0 && places.length < MOST_MARKS) {
    places.push(at);
    at = at === 0 ? -1 : small.lastIndexOf(sought, at - sought.length);
  }
  return { places: places.reverse(), more: at >= 0 };
}

function Marked({ text, places, length, at }: { text: string; places: number[]; length: number; at: number }) {
  const pieces = places.map((place, index) => {
    const before = text.slice(index === 0 ? 0 : (places[index - 1] ?? 0) + length, place);
    return (
      <>
        {before}
        <mark
          class={index === at ? "here" : ""}
          ref={(mark) => {
            if (index === at) mark?.scrollIntoView({ block: "nearest" });
          }}
        >
          {text.slice(place, place + length)}
        </mark>
      </>
    );
  });
  return (
    <>
      {pieces}
      {text.slice((places.at(-1) ?? -length) + length)}
    </>
  );
}

/** Keeps the end in sight while it is followed; what is put before does not move what is read. */
function useScroll(text: string, before: number, follows: boolean) {
  const element = useRef<HTMLElement>(null);
  const last = useRef({ before, height: 0 });
  useEffect(() => {
    const { current } = element;
    if (!current) return;
    if (before < last.current.before) current.scrollTop += current.scrollHeight - last.current.height;
    else if (follows) current.scrollTop = current.scrollHeight;
    last.current = { before, height: current.scrollHeight };
  }, [text, before, follows]);
  return element;
}

interface SearchOptions {
  wanted: string;
  at: number;
  total: number;
  more: boolean;
  onWant(text: string): void;
  onGo(by: 1 | -1): void;
}

function Search({ wanted, at, total, more, onWant, onGo }: SearchOptions) {
  const { training: said } = words.value;
  return (
    <div class="plan-search">
      <input
        type="search"
        aria-label={said.logSearch}
        placeholder={said.logSearch}
        value={wanted}
        onInput={({ currentTarget }) => onWant(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          event.preventDefault();
          onGo(event.shiftKey ? -1 : 1);
        }}
      />
      {wanted !== "" && (
        <>
          <span class="muted figures" role="status">
            {more ? said.logManyFound(at + 1, total) : said.logFound(at + 1, total)}
          </span>
          <button type="button" class="small" disabled={total === 0} onClick={() => onGo(-1)}>
            {said.previous}
          </button>
          <button type="button" class="small" disabled={total === 0} onClick={() => onGo(1)}>
            {said.next}
          </button>
        </>
      )}
    </div>
  );
}

function Text({ shown }: { shown: Run }) {
  const { training: said } = words.value;
  const loaded = log.value;
  const [wanted, setWanted] = useState("");
  const [at, setAt] = useState(0);
  const [follows, setFollows] = useState(true);
  const text = loaded?.text ?? "";
  const { places, more } = useMemo(() => placesOf(text, wanted), [text, wanted]);
  const here = Math.min(at, places.length - 1);
  const element = useScroll(text, loaded?.before ?? 0, follows && wanted === "");
  useEffect(() => setAt(placesOf(text, wanted).places.length - 1), [wanted]);
  if (loaded === null) return logError.value ? null : <p class="muted">{said.logReading}</p>;
  const go = (by: 1 | -1): void => {
    if (places.length > 0) setAt((here + by + places.length) % places.length);
  };
  return (
    <>
      <Search wanted={wanted} at={here} total={places.length} more={more} onWant={setWanted} onGo={go} />
      {loaded.before > 0 && (
        <p>
          <button type="button" class="small" onClick={() => void readEarlier()}>
            {said.logEarlier(loaded.before)}
          </button>
        </p>
      )}
      <section
        ref={element}
        class="train-log"
        lang="en"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard
        tabIndex={0}
        aria-label={said.logOf(shown.name)}
        onScroll={({ currentTarget }) => {
          const { scrollHeight, scrollTop, clientHeight } = currentTarget;
          setFollows(scrollHeight - scrollTop - clientHeight < END_PIXELS);
        }}
      >
        {text.trim() === "" ? (
          said.logEmpty
        ) : wanted === "" ? (
          text
        ) : (
          <Marked text={text} places={places} length={wanted.length} at={here} />
        )}
      </section>
    </>
  );
}

function Inside({ shown }: { shown: Run }) {
  const { training: said } = words.value;
  const { id, state } = shown;
  useEffect(() => {
    void openLog(id, logStream.value);
    return closeLog;
  }, [id]);
  useEffect(() => {
    // Once more after the end: its last words come late.
    const timer = setInterval(() => void readNewer(), FOLLOW_MS);
    return () => {
      clearInterval(timer);
      void readNewer();
    };
  }, [state === "running"]);
  return (
    <>
      <h2>{said.logOf(shown.name)}</h2>
      <Choice
        label={said.stream}
        names={STREAMS}
        words={said.streams}
        value={logStream.value}
        onChange={(stream) => void openLog(id, stream)}
      />
      {logError.value && <Problem error={logError.value} />}
      <Text shown={shown} />
      <DialogEnd close={said.close} />
    </>
  );
}

/** What the trainer wrote: the end first, more on demand. */
export function LogDialog() {
  return (
    <Dialog name="trainingLog" title={words.value.training.logTitle}>
      {run.value && <Inside shown={run.value} />}
    </Dialog>
  );
}
