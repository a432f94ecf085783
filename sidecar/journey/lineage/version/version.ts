/** What a run is the next version of. */
export interface VersionNote {
  /** 2 or more. */
  version: number;
  /** Output name of the version before. */
  name: string;
  /** Number of its run, on the machine where the plan was made. */
  run: number;
}

const NOTE = /\bv(\d{1,6}) of (.{1,200}?), run (\d{1,9})\b/;

/**
 * Reads what a plan's `training_comment` says of the version before. It stands there because that argument is kept by every
 * kind of configuration, and the trainer writes it into its files (`ss_training_comment`).
 */
export function readVersionNote(comment: string): VersionNote | null {
  const [, version, name, run] = NOTE.exec(comment) ?? [];
  if (version === undefined || name === undefined || run === undefined) return null;
  return { version: Number(version), name, run: Number(run) };
}

/** A comment with the note; an earlier note is replaced, the user's own words stay. */
export function withVersionNote(comment: string, { version, name, run }: VersionNote): string {
  const note = `v${version} of ${name}, run ${run}`;
  if (NOTE.test(comment)) return comment.replace(NOTE, () => note);
  return comment.trim() === "" ? note : `${comment.trim()}; ${note}`;
}

const NUMBERED = /^(.*?)[-_]v(\d{1,6})$/;

/** `okara-v2` is version 2 of `okara`; a name without a number is version 1. */
export function versionOfName(name: string): { base: string; version: number } {
  const [, base, version] = NUMBERED.exec(name) ?? [];
  if (base === undefined || base === "" || Number(version) < 1) return { base: name, version: 1 };
  return { base, version: Number(version) };
}

/** The version of a run: as its comment says, else as its name does. */
export const versionOf = (comment: string, name: string): number =>
  readVersionNote(comment)?.version ?? versionOfName(name).version;

/** Whether a name, or a file of it (`okara-v2-step00000100.safetensors`), is among these. */
const isTaken = (name: string, names: readonly string[]): boolean =>
  names.some((one) => one === name || (one.startsWith(name) && /^[-_.]/.test(one.slice(name.length))));

/**
 * The next version's name and number, counted up until it is free.
 * @param names of runs, plans and files, as many as could be in the way
 */
export function nextVersion(
  { name, version }: { name: string; version: number },
  names: readonly string[],
): { name: string; version: number } {
  const { base } = versionOfName(name);
  let next = version + 1;
  while (isTaken(`${base}-v${next}`, names)) next += 1;
  return { name: `${base}-v${next}`, version: next };
}
