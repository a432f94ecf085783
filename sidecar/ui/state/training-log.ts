import { computed, signal } from "@preact/signals";
import type { Methods } from "../../../protocol/generated/methods.js";
import { call, RequestError } from "../rpc.js";

type Stream = Methods["training/log"]["params"]["stream"];

// The last part comes first; a log may have hundreds of megabytes.
const FIRST_BYTES = 65_536;
const EARLIER_BYTES = 262_144;
const NEWER_BYTES = 524_288;
// What follows for days lets go of its beginning.
const MOST_CHARACTERS = 4_000_000;

interface Part {
  from: number;
  to: number;
  text: string;
}

interface Shown {
  id: number;
  stream: Stream;
  parts: Part[];
  size: number;
}

export const logStream = signal<Stream>("stderr");
const shown = signal<Shown | null>(null);
export const logError = signal<RequestError | null>(null);

const BROKEN = "\uFFFD";

/** Parts are cut between bytes: a character that lies on a cut is dropped rather than shown as two wrong ones. */
function trimmed(text: string, isStart: boolean): string {
  const begin = isStart ? 0 : text.search(/[^\uFFFD]/);
  const end = text.endsWith(BROKEN) ? text.length - 1 : text.length;
  return begin < 0 ? "" : text.slice(begin, end);
}

/** What a terminal would show in the end: of a bar that was drawn over and over, its last state. */
function settled(text: string): string {
  return text
    .split("\n")
    .map((line) => {
      const states = line.split("\r").filter((state) => state.trim() !== "");
      return states.at(-1) ?? "";
    })
    .join("\n");
}

/** The loaded text, and what lies before it in bytes; null until it is there. */
export const log = computed(() => {
  const now = shown.value;
  if (now === null) return null;
  const text = settled(now.parts.map((part) => part.text).join(""));
  return { text, before: now.parts[0]?.from ?? 0, size: now.size };
});

let asked = 0;

async function ask(params: Methods["training/log"]["params"], take: (answer: Part, size: number) => void) {
  asked += 1;
  const mine = asked;
  try {
    const { text, from, to, size } = await call("training/log", params);
    if (mine !== asked) return;
    logError.value = null;
    take({ from, to, text: trimmed(text, from === 0) }, size);
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    if (mine === asked && error.code !== "disconnected") logError.value = error;
  }
}

/** Shows the end of a stream. */
export async function openLog(id: number, stream: Stream): Promise<void> {
  logStream.value = stream;
  shown.value = null;
  await ask({ id, stream, from: -FIRST_BYTES, bytes: FIRST_BYTES }, (part, size) => {
    shown.value = { id, stream, parts: [part], size };
  });
}

/** Loads what lies before what is shown. */
export async function readEarlier(): Promise<void> {
  const now = shown.value;
  const first = now?.parts[0];
  if (!now || !first || first.from === 0) return;
  const from = Math.max(0, first.from - EARLIER_BYTES);
  await ask({ id: now.id, stream: now.stream, from, bytes: first.from - from }, (part, size) => {
    shown.value = { ...now, parts: [part, ...now.parts], size };
  });
}

function shortened(parts: Part[]): Part[] {
  let length = parts.reduce((sum, { text }) => sum + text.length, 0);
  const kept = [...parts];
  while (kept.length > 1 && length > MOST_CHARACTERS) length -= kept.shift()?.text.length ?? 0;
  return kept;
}

/** Reads what was written since. */
export async function readNewer(): Promise<void> {
  const now = shown.value;
  const last = now?.parts.at(-1);
  if (!now || !last) return;
  await ask({ id: now.id, stream: now.stream, from: last.to, bytes: NEWER_BYTES }, (part, size) => {
    if (part.to === last.to) return;
    // Small pieces of a bar are kept together, and only their last state.
    const open = last.text.lastIndexOf("\n") + 1;
    const joined = last.text.length < NEWER_BYTES;
    const tail = settled(last.text.slice(open) + part.text);
    const ending = /[\r\n]$/.exec(part.text)?.[0] ?? "";
    const parts = joined
      ? [
          ...now.parts.slice(0, -1),
          { from: last.from, to: part.to, text: last.text.slice(0, open) + tail + (tail.endsWith("\n") ? "" : ending) },
        ]
      : [...now.parts, part];
    shown.value = { ...now, parts: shortened(parts), size };
  });
}

export function closeLog(): void {
  asked += 1;
  shown.value = null;
}
