// More than any machine has; a beat with more is none of ours.
const MOST_CORES = 4096;

/** The processors of a list as Linux writes it, "0-3,8" → 0, 1, 2, 3, 8; empty for anything else. */
export function listedCores(text: string): number[] {
  const cores = new Set<number>();
  for (const part of text.split(",")) {
    const [, first, last] = /^(\d{1,4})(?:-(\d{1,4}))?$/.exec(part.trim()) ?? [];
    if (first === undefined) return [];
    for (let core = Number(first); core <= Number(last ?? first) && core < MOST_CORES; core += 1) cores.add(core);
  }
  return [...cores];
}
