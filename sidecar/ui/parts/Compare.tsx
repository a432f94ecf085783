import { useState } from "preact/hooks";

interface Side {
  address: string;
  label: string;
}

/** Two pictures of one size, one over the other: left of the handle the first, right of it the second. Arrow keys move it. */
export function Compare({ before, after, label }: { before: Side; after: Side; label: string }) {
  const [share, setShare] = useState(50);
  return (
    <div class="compare" style={{ "--share": `${share}%` }}>
      <img class="compare-before" src={before.address} alt={before.label} loading="lazy" />
      <img class="compare-after" src={after.address} alt={after.label} loading="lazy" />
      <span class="compare-handle" aria-hidden="true" />
      <input
        type="range"
        min={0}
        max={100}
        value={share}
        aria-label={label}
        onInput={({ currentTarget }) => setShare(currentTarget.valueAsNumber)}
      />
    </div>
  );
}
