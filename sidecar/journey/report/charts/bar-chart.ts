import { type Html, html } from "../html.js";
import { pixel } from "./scale.js";

interface Bar {
  name: string;
  value: number;
  /** The same in words, read aloud and shown under the pointer. */
  told: string;
}

const [WIDTH, NAMES, ROW] = [460, 190, 20];
const LONGEST = 26;

const short = (name: string): string => {
  const letters = Array.from(name);
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST - 1).join("")}…` : name;
};

/** How often each is there, as bars beside the names. @param of the number that fills the row */
export function barChart(
  bars: readonly Bar[],
  { of, label, number }: { of: number; label: string; number(value: number): string },
): Html {
  const length = (value: number): number => (value / Math.max(1, of)) * (WIDTH - NAMES - 44);
  return html`<svg viewBox="0 0 ${WIDTH} ${bars.length * ROW}" width="${WIDTH}" height="${bars.length * ROW}" role="img" aria-label="${label}">${bars.map(
    ({ name, value, told }, row) =>
      html`<g><title>${told}</title><text x="${NAMES - 8}" y="${row * ROW + 14}" text-anchor="end">${short(name)}</text><rect class="bar" x="${NAMES}" y="${row * ROW + 4}" width="${pixel(length(value))}" height="13" rx="3"/><text x="${pixel(NAMES + length(value) + 6)}" y="${row * ROW + 14}">${number(value)}</text></g>`,
  )}</svg>`;
}
