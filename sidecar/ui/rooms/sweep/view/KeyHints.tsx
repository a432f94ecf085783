import { words } from "../../../state/look.js";
import { axes, layout, view } from "../../../state/sweep-view.js";
import { axisTitle } from "../../../state/sweep-view-words.js";

/** What the most used keys do just now. */
export function KeyHints() {
  const { sweepView: said } = words.value;
  const { columns, rows } = layout.value;
  const title = (id: string): string => {
    const axis = axes.value.find((one) => one.id === id);
    return axis ? axisTitle(axis) : id;
  };
  const seeds = axes.value.find(({ id }) => id === "seed")?.values.length ?? 1;
  return (
    <p class="sweep-keys muted">
      <span>
        <kbd>←</kbd> <kbd>→</kbd> {title(columns)}
      </span>
      <span>
        <kbd>↑</kbd> <kbd>↓</kbd> {title(rows)}
      </span>
      <span>
        <kbd>{said.space}</kbd> {view.value.mode === "zoom" ? said.backToGrid : said.zoomInPlace}
      </span>
      {seeds > 1 && (
        <span>
          <kbd>1</kbd> – <kbd>{Math.min(seeds, 9)}</kbd> {said.axes.seed}
        </span>
      )}
      <span>
        <kbd>?</kbd> {said.allKeys}
      </span>
    </p>
  );
}
