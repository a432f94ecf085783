import { words } from "../../../state/look.js";
import { nearest } from "../../../state/training-curve.js";
import type { RunCurves } from "../../../state/training-curves.js";
import { differences, type Line } from "../../../state/training-lines.js";

const DIFFERENCES_SHOWN = 4;
const lastPart = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;

/** The runs that lie over one another: colour, name, in what they differ, and their loss at the step pointed at. */
export function RunsLegend({
  all,
  lines,
  at,
}: {
  all: readonly RunCurves[];
  lines: readonly Line[];
  at: number | null;
}) {
  const { training: said } = words.value;
  const settings: Record<string, string> = { ...said.settings, ...said.curves.settings };
  const found = differences(all).slice(0, DIFFERENCES_SHOWN);
  return (
    <ul class="train-legend runs" aria-label={said.curves.legend}>
      {all.map(({ id, name }, index) => {
        const points = lines.find(({ colour }) => colour === index)?.points ?? [];
        const point = at === null ? points.at(-1) : points[nearest(points, at)];
        const told = found.map(
          ([setting, values]) => `${settings[setting] ?? setting} ${lastPart(values[index] ?? "") || "–"}`,
        );
        return (
          <li key={id}>
            <span class={`swatch curve-${index}`} aria-hidden="true" />
            <span>
              {name} <small class="muted">{said.runNumber(id)}</small>
            </span>
            <small class="figures">{told.join(" · ") || said.curves.same}</small>
            <strong class="figures">{point ? said.loss(point.mean) : "–"}</strong>
          </li>
        );
      })}
    </ul>
  );
}
