import { words } from "../../state/look.js";
import { cellPicture } from "../../state/sweep.js";
import { inOnePlace, shownSide, shownStrength, type Versions } from "../../state/versions.js";

const SIZE = 512;

type Pair = Versions["pairs"][number];

function Picture({ pair, side, sides }: { pair: Pair; side: number; sides: Versions["sides"] }) {
  const { lineage: said } = words.value;
  const cell = pair.cells[side];
  const name = sides[side]?.name ?? "";
  if (!cell) return null;
  return (
    <figure>
      <img
        src={cellPicture(cell.picture, SIZE)}
        alt={said.pictureOf(name, pair.strength, pair.seed)}
        width={pair.width}
        height={pair.height}
        loading="lazy"
      />
      <figcaption class={side === 0 ? "curve-0" : "curve-1"}>
        <span class="swatch" aria-hidden="true" /> {name}
      </figcaption>
    </figure>
  );
}

function Row({ pair, sides }: { pair: Pair; sides: Versions["sides"] }) {
  const { lineage: said } = words.value;
  const shown = inOnePlace.value ? [shownSide.value] : [0, 1];
  return (
    <li>
      <p class="muted figures">
        {pair.prompt} · {said.seed(pair.seed)}
      </p>
      <div class="versions-pair">
        {pair.control !== null && !inOnePlace.value && (
          <figure class="versions-control">
            <img
              src={cellPicture(pair.control, SIZE)}
              alt={said.control}
              width={pair.width}
              height={pair.height}
              loading="lazy"
            />
            <figcaption class="muted">{said.control}</figcaption>
          </figure>
        )}
        {shown.map((side) => (
          <Picture key={side} pair={pair} side={side} sides={sides} />
        ))}
      </div>
    </li>
  );
}

/** Both files at the same prompt, seed and strength: beside each other, or flipped in one place. */
export function VersionsGrids({ found }: { found: Versions }) {
  const { lineage: said } = words.value;
  const { strengths, pairs, sides } = found;
  if (pairs.length === 0) return null;
  const strength = shownStrength.value ?? strengths[Math.floor(strengths.length / 2)] ?? 0;
  const name = sides[shownSide.value]?.name ?? "";
  return (
    <section aria-label={said.grids}>
      <h3>{said.grids}</h3>
      <div class="train-buttons versions-choice">
        <label>
          {said.strength}{" "}
          <select
            value={String(strength)}
            onChange={({ currentTarget }) => (shownStrength.value = Number(currentTarget.value))}
          >
            {strengths.map((one) => (
              <option key={one} value={String(one)}>
                {one}
              </option>
            ))}
          </select>
        </label>
        <label>
          {said.layout}{" "}
          <select
            value={inOnePlace.value ? "one" : "beside"}
            onChange={({ currentTarget }) => (inOnePlace.value = currentTarget.value === "one")}
          >
            <option value="beside">{said.layouts.beside}</option>
            <option value="one">{said.layouts.one}</option>
          </select>
        </label>
        {inOnePlace.value && (
          <button type="button" onClick={() => (shownSide.value = shownSide.value === 0 ? 1 : 0)}>
            {said.flip(name)}
          </button>
        )}
      </div>
      <ol class="versions-pairs">
        {pairs
          .filter((pair) => pair.strength === strength)
          .map((pair) => (
            <Row key={`${pair.cells[0]?.sweep} ${pair.cells[0]?.index}`} pair={pair} sides={sides} />
          ))}
      </ol>
    </section>
  );
}
