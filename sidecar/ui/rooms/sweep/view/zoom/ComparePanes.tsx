import { useEffect, useState } from "preact/hooks";
import { words } from "../../../../state/look.js";
import { referenceOf } from "../../../../state/sweep-view.js";
import { differingLabel } from "../../../../state/sweep-view-words.js";
import { DifferenceLayer } from "./DifferenceLayer.js";
import { CellImage, type DrawnCell, drawnCell, ZoomPane } from "./ZoomPane.js";

const AMPLIFICATIONS = [1, 2, 4, 8, 16];
const FLICKER_MS = 500;

/** Says against what it is compared, or why it cannot be. */
function ReferenceNote({ index, reference }: { index: number; reference: DrawnCell | null }) {
  const { sweepView: said } = words.value;
  const against = referenceOf(index);
  if (against === index) return <span class="muted">{said.isReference}</span>;
  return (
    <span class={reference ? "muted" : "amber"}>
      {reference ? said.against(differingLabel(against, index)) : said.referenceMissing(differingLabel(against, index))}
    </span>
  );
}

/** The reference left of a line and the picture right of it; the line is a slider. */
export function WipePane({ index }: { index: number }) {
  const { sweepView: said } = words.value;
  const [share, setShare] = useState(50);
  const [cell, reference] = [drawnCell(index), drawnCell(referenceOf(index))];
  return (
    <div class="sweep-wipe">
      <ZoomPane index={index} note={<ReferenceNote index={index} reference={reference} />}>
        {cell && <CellImage cell={cell} />}
        {reference && (
          <div class="sweep-layer" style={{ clipPath: `inset(0 ${100 - share}% 0 0)` }}>
            <CellImage cell={reference} class="sweep-under" />
          </div>
        )}
        <span class="sweep-wipe-line" aria-hidden="true" style={{ left: `${share}%` }} />
      </ZoomPane>
      <label class="slider">
        {said.wipe}
        <input
          type="range"
          min={0}
          max={100}
          value={share}
          onInput={({ currentTarget }) => setShare(currentTarget.valueAsNumber)}
        />
      </label>
    </div>
  );
}

export function DifferencePane({ index }: { index: number }) {
  const { sweepView: said } = words.value;
  const [amplification, setAmplification] = useState(4);
  const [seen, setSeen] = useState<{ mean: number; share: number } | null>(null);
  const [cell, reference] = [drawnCell(index), drawnCell(referenceOf(index))];
  return (
    <div class="sweep-wipe">
      <ZoomPane index={index} note={<ReferenceNote index={index} reference={reference} />}>
        {cell && reference && (
          <DifferenceLayer cell={cell} reference={reference} amplification={amplification} onSeen={setSeen} />
        )}
      </ZoomPane>
      <div class="sweep-tools">
        <fieldset class="sweep-choices" aria-label={said.amplification}>
          {AMPLIFICATIONS.map((times) => (
            <button
              type="button"
              class="small"
              key={times}
              aria-pressed={times === amplification}
              onClick={() => setAmplification(times)}
            >
              ×{times}
            </button>
          ))}
        </fieldset>
        <span class="figures" role="status">
          {seen && said.difference(seen.mean, seen.share)}
        </span>
      </div>
    </div>
  );
}

/** The picture and its reference in turn at the same place; a key or a button turns by hand where motion is not wanted. */
export function FlickerPane({ index }: { index: number }) {
  const { sweepView: said } = words.value;
  const [isOther, setOther] = useState(false);
  const [runs, setRuns] = useState(() => !matchMedia("(prefers-reduced-motion: reduce)").matches);
  useEffect(() => {
    if (!runs) return;
    const timer = setInterval(() => setOther((before) => !before), FLICKER_MS);
    return () => clearInterval(timer);
  }, [runs]);
  const [cell, reference] = [drawnCell(index), drawnCell(referenceOf(index))];
  return (
    <div class="sweep-wipe">
      <ZoomPane
        index={index}
        note={
          isOther && reference ? (
            <strong class="accent">{said.nowReference}</strong>
          ) : (
            <ReferenceNote index={index} reference={reference} />
          )
        }
      >
        {cell && <CellImage cell={cell} />}
        {reference && (
          <div class="sweep-layer" style={{ visibility: isOther ? "visible" : "hidden" }}>
            <CellImage cell={reference} class="sweep-under" />
          </div>
        )}
      </ZoomPane>
      <div class="sweep-tools">
        <button type="button" class="small" onClick={() => setRuns(!runs)}>
          {runs ? said.flickerStop : said.flickerStart}
        </button>
        <button type="button" class="small" aria-pressed={isOther} onClick={() => setOther(!isOther)}>
          {said.flickerTurn}
        </button>
      </div>
    </div>
  );
}
