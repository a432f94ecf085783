import type { DrawingFacts, WebuiCheckpoint } from "../../../webui/drawing.js";
import { checkpointLabel } from "../axes/model-axes.js";

const plain = (name: string): string => name.trim().toLowerCase();

/** Exactly, then in any case, then the only one that holds what was written; null where none or several do. */
export function choiceNamed(written: string, choices: readonly string[]): string | null {
  if (choices.includes(written)) return written;
  const same = choices.filter((choice) => plain(choice) === plain(written));
  if (same[0] !== undefined) return same[0];
  const holding = choices.filter((choice) => plain(choice).includes(plain(written)));
  return holding.length === 1 ? (holding[0] ?? null) : null;
}

/** Name and short hash, by which any WebUI finds the same checkpoint again. */
export const nameAndHash = ({ name, title, hash }: WebuiCheckpoint): string =>
  hash === null ? title : `${checkpointLabel(name)} [${hash}]`;

/** A checkpoint by its title, name, hash, or part of its name (as the X/Y/Z plot takes it); null where it is not one alone. */
export function checkpointNamed(
  written: string,
  { checkpoints }: Pick<DrawingFacts, "checkpoints">,
): WebuiCheckpoint | null {
  const wanted = plain(written);
  const ways: ((one: WebuiCheckpoint) => boolean)[] = [
    ({ title, name }) => title === written || name === written,
    (one) => plain(nameAndHash(one)) === wanted || plain(one.title) === wanted,
    ({ hash, sha256 }) => wanted.length >= 8 && [hash, sha256].some((own) => own?.toLowerCase().startsWith(wanted)),
    ({ name, title }) => [name, title].some((own) => plain(checkpointLabel(own)) === plain(checkpointLabel(written))),
    ({ title }) => plain(title).includes(wanted),
  ];
  for (const way of ways) {
    const found = checkpoints.filter(way);
    if (found.length === 1 || (found.length > 1 && new Set(found.map(({ hash }) => hash)).size === 1)) {
      return found[0] ?? null;
    }
  }
  return null;
}
