import { setThreshold, threshold } from "../../state/choice.js";
import { words } from "../../state/look.js";
import { preview } from "../../state/preview.js";

const HEIGHT = 30;

/** How the folder's scores lie from 0 to 1; those above the threshold are in colour. Tall bars are shortened (root). */
function Histogram({ counts, above }: { counts: number[]; above: number }) {
  const tallest = Math.sqrt(Math.max(...counts, 1));
  const total = counts.reduce((sum, count) => sum + count, 0);
  const steps = counts.length;
  const taken = counts.filter((_, step) => (step + 0.5) / steps > above).reduce((sum, count) => sum + count, 0);
  return (
    <svg
      class="histogram"
      viewBox={`0 0 ${steps} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={words.value.choose.histogram(taken, total)}
    >
      <title>{words.value.choose.histogram(taken, total)}</title>
      {counts.map((count, step) => {
        const height = (Math.sqrt(count) / tallest) * HEIGHT;
        return (
          <rect
            key={step}
            class={(step + 0.5) / steps > above ? "above" : ""}
            x={step + 0.1}
            y={HEIGHT - height}
            width={0.8}
            height={height}
          />
        );
      })}
    </svg>
  );
}

/** A threshold with the scores that it divides. */
export function ThresholdSlider({ category, label }: { category: "general" | "character"; label: string }) {
  const value = threshold.value[category] ?? 1;
  const set = ({ currentTarget }: { currentTarget: HTMLInputElement }): void => {
    const number = Number(currentTarget.value);
    if (currentTarget.value !== "" && number >= 0 && number <= 1) setThreshold(category, number);
  };
  const counts = preview.value?.scored ? preview.value.histogram[category] : null;
  return (
    <div class="field">
      <span>{label}</span>
      <span class="slider">
        <span class="slider-stack">
          {counts && <Histogram counts={counts} above={value} />}
          <input type="range" min="0" max="1" step="0.01" value={value} onInput={set} aria-label={label} />
        </span>
        <input type="number" min="0" max="1" step="0.01" value={value} onChange={set} aria-label={label} />
      </span>
    </div>
  );
}
