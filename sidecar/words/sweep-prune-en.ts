import { pictures } from "./counts-en.js";

const megabytes = (bytes: number): string =>
  `${(bytes / 1e6).toLocaleString("en", { maximumFractionDigits: bytes < 1e7 ? 1 : 0 })} MB`;

/** Sentences of pictures that no sweep needs any more. */
export const sweepPruneEn = {
  look: "Clean up pictures …",
  nothing: "Every picture is needed, or younger than 30 days.",
  found: (value: number, bytes: number) =>
    `${pictures(value)} older than 30 days are needed by no sweep: ${megabytes(bytes)}.`,
  group: (name: string | null, value: number, bytes: number) =>
    `${name === null ? "settings that no sweep has any more" : `“${name}”, removed`}: ${pictures(value)}, ${megabytes(bytes)}`,
  putAside: (value: number) => `Put ${pictures(value)} aside`,
  held: "Put aside",
  heldUntil: (value: number, bytes: number, until: string) =>
    `${pictures(value)}, ${megabytes(bytes)}: deleted with the next cleaning up after ${until}`,
  bringBack: "Bring them back",
};

export type SweepPruneWords = typeof sweepPruneEn;
