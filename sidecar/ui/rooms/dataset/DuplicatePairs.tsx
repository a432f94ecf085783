import { pictureAddress } from "../../rpc.js";
import { duplicates, moveAway } from "../../state/check.js";
import { type Picture, pictures } from "../../state/dataset.js";
import { words } from "../../state/look.js";

const SHOWN = 30;

function Side({ picture }: { picture: Picture }) {
  return (
    <figure>
      <img src={pictureAddress("thumbnail", picture, 256)} alt="" loading="lazy" />
      <figcaption>{picture.name}</figcaption>
    </figure>
  );
}

/** Pairs of one picture side by side; the later one of each can go to the trash, and come back by undo. */
export function DuplicatePairs() {
  const { check: said, number } = words.value;
  const byPath = new Map(pictures.value.map((picture) => [picture.path, picture]));
  const pairs = duplicates.value.flatMap(({ one, other, kind, share }) => {
    const [first, second] = [byPath.get(one), byPath.get(other)];
    return first && second ? [{ first, second, kind, share }] : [];
  });
  if (pairs.length === 0) return null;
  const copies = [...new Set(pairs.filter(({ kind }) => kind === "exact").map(({ first }) => first.name))];
  return (
    <section aria-label={said.duplicates}>
      <h3>{said.duplicates}</h3>
      {copies.length > 0 && (
        <p>
          <button type="button" onClick={() => void moveAway(copies)}>
            {said.moveAway(copies.length)}
          </button>{" "}
          <span class="muted">{said.duplicateNames.exact}</span>
        </p>
      )}
      <ul class="pairs">
        {pairs.slice(0, SHOWN).map(({ first, second, kind, share }) => (
          <li key={`${first.path}\n${second.path}`}>
            <div class="pair">
              <Side picture={second} />
              <Side picture={first} />
            </div>
            <small>
              {said.duplicateNames[kind]}
              {kind === "crop" && ` (${number(Math.round(share * 100))} %)`}
            </small>
            <button
              type="button"
              class="small"
              aria-label={`${said.moveAway(1)}: ${first.name}`}
              onClick={() => void moveAway([first.name])}
            >
              {said.moveAway(1)}
            </button>
          </li>
        ))}
      </ul>
      {pairs.length > SHOWN && <p class="muted">+ {number(pairs.length - SHOWN)}</p>}
    </section>
  );
}
