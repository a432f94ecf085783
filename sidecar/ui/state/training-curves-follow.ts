import { computed, effect, untracked } from "@preact/signals";
import { call, connectionState, RequestError } from "../rpc.js";
import { room } from "./address.js";
import { run, running, runs, shownId } from "./training.js";
import { cards, compared, curves, curvesError, isDrawing, zoom } from "./training-curves.js";
import { pageVisible } from "./training-follow.js";

const CURVES_MS = 3000;
const CARDS_MS = 5000;

let asked = 0;

async function readCurves(): Promise<void> {
  const shown = shownId.value;
  asked += 1;
  const mine = asked;
  if (shown === null) return;
  try {
    const answer = await call("training/curves", { ids: [shown, ...compared.value] });
    if (mine !== asked) return;
    curves.value = new Map(answer.runs.map((one) => [one.id, one]));
    curvesError.value = null;
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    if (mine === asked && error.code !== "disconnected") curvesError.value = error;
  }
}

async function readCards(): Promise<void> {
  try {
    cards.value = (await call("training/gpu", {})).cards;
  } catch (error) {
    // What is missing then is a line of figures.
    if (!(error instanceof RequestError)) throw error;
    cards.value = [];
  }
}

/** Asks at once whenever `wanted` changes, and again and again while `goesOn`. */
function ask(wanted: () => string | null, read: () => Promise<void>, goesOn: () => boolean, pause: number): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const key = computed(() => (connectionState.value === "open" ? wanted() : null));
  const tick = async (): Promise<void> => {
    clearTimeout(timer);
    if (key.value === null) return;
    await read();
    clearTimeout(timer);
    if (goesOn()) timer = setTimeout(() => void tick(), pause);
  };
  effect(() => {
    key.value;
    void untracked(tick);
  });
}

/** Curves and cards are asked about only while a page looks at them. */
export function followCurves(): void {
  const looks = (): boolean => room.value === "training" && pageVisible.value;
  const states = computed(() => {
    const ids = [shownId.value, ...compared.value];
    return ids.map((id) => `${id} ${runs.value.find((row) => row.id === id)?.state}`).join();
  });
  ask(
    () => (looks() && shownId.value !== null ? states.value : null),
    readCurves,
    () => isDrawing.value,
    CURVES_MS,
  );
  ask(
    () => (looks() && running.value !== null ? "runs" : null),
    readCards,
    () => running.value !== null,
    CARDS_MS,
  );
  const id = computed(() => run.value?.id ?? null);
  effect(() => {
    id.value;
    zoom.value = null;
  });
}
