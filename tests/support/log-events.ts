import type { LogEvent } from "../../sidecar/training/log/log-event.js";
import { createLogReader } from "../../sidecar/training/log/read-log.js";
import type { StreamName } from "./trainer-recordings.js";

export type Pieces = readonly (readonly [StreamName, Uint8Array])[];

export function eventsOf(pieces: Pieces): LogEvent[] {
  const events: LogEvent[] = [];
  const reader = createLogReader((event) => events.push(event));
  for (const [stream, bytes] of pieces) reader.push(stream, bytes);
  reader.end();
  return events;
}
export const ofText = (text: string, stream: StreamName = "stderr"): LogEvent[] =>
  eventsOf([[stream, Buffer.from(text)]]);
export const errorsOf = (events: readonly LogEvent[]): string[] =>
  events.flatMap((event) => (event.kind === "error" ? [event.text] : []));
export const ofKind = <Kind extends LogEvent["kind"]>(events: readonly LogEvent[], kind: Kind) =>
  events.filter((event): event is LogEvent & { kind: Kind } => event.kind === kind);

export const cut = (pieces: Pieces, sizes: readonly number[]): Pieces => {
  let turn = 0;
  return pieces.flatMap(([stream, bytes]) => {
    const parts: [StreamName, Uint8Array][] = [];
    for (let at = 0; at < bytes.length; ) {
      const size = sizes[turn++ % sizes.length] ?? 1;
      parts.push([stream, bytes.subarray(at, at + size)]);
      at += size;
    }
    return parts;
  });
};
