import { pictureAddress } from "../../rpc.js";
import { selectedPath } from "../../state/address.js";
import type { CheckedPicture, CheckProblem, check } from "../../state/check.js";
import { problemWords } from "../../state/check-words.js";
import { type Picture, pictures } from "../../state/dataset.js";
import { words } from "../../state/look.js";
import { panel } from "../../state/panels.js";

type Check = NonNullable<(typeof check)["value"]>;

const SHOWN = 24;
const rank = { error: 0, warning: 1, note: 2 } as const;
const tones = { error: "red", warning: "amber", note: "muted" } as const;

/** A small picture that leads to itself on the wall. */
function Small({ picture, sentence }: { picture: Picture; sentence: string }) {
  return (
    <li>
      <button
        type="button"
        class="small-picture"
        title={`${picture.name}: ${sentence}`}
        onClick={() => {
          selectedPath.value = picture.path;
          panel.value = null;
        }}
      >
        <img src={pictureAddress("thumbnail", picture, 256)} alt={picture.name} loading="lazy" />
        <small>{sentence}</small>
      </button>
    </li>
  );
}

interface Kind {
  problem: CheckProblem;
  seen: { image: CheckedPicture; problem: CheckProblem }[];
}

/** Problems of pictures by kind, the gravest first. */
function kindsOf({ images }: Check): Kind[] {
  const kinds = new Map<string, Kind>();
  for (const image of images) {
    for (const problem of image.problems) {
      const known = kinds.get(problem.kind) ?? { problem, seen: [] };
      known.seen.push({ image, problem });
      kinds.set(problem.kind, known);
    }
  }
  return [...kinds.values()].sort(
    (left, right) => rank[left.problem.severity] - rank[right.problem.severity] || right.seen.length - left.seen.length,
  );
}

function KindSection({ problem, seen }: Kind) {
  const { check: said } = words.value;
  const { title, remedy } = problemWords(problem);
  const byPath = new Map(pictures.value.map((picture) => [picture.path, picture]));
  return (
    <details class="finding" open={problem.severity !== "note"}>
      <summary class={tones[problem.severity]}>
        <strong>{title}</strong> · {said.seenIn(seen.length)} · {said.severities[problem.severity]}
      </summary>
      <p>{remedy}</p>
      <ul class="small-pictures">
        {seen.slice(0, SHOWN).map(({ image, problem: own }) => {
          const picture = byPath.get(image.path);
          return picture && <Small key={image.path} picture={picture} sentence={problemWords(own).message} />;
        })}
      </ul>
      {seen.length > SHOWN && <p class="muted">+ {said.seenIn(seen.length - SHOWN)}</p>}
    </details>
  );
}

/** What was found, of the set and of its pictures. */
export function CheckFindings({ check: found }: { check: Check }) {
  const { check: said } = words.value;
  const kinds = kindsOf(found);
  const unsure = found.images.filter((image) => image.unsure.length > 0);
  const names: Record<string, string> = said.unsureNames;
  return (
    <>
      <ul class="set-findings">
        {found.set.map((problem) => {
          const { title, message, remedy } = problemWords(problem);
          return (
            <li key={problem.kind}>
              <strong class={tones[problem.severity]}>{title}</strong> {message} <span class="muted">{remedy}</span>
            </li>
          );
        })}
      </ul>
      {kinds.length === 0 && <p class="green">{said.nothingFound}</p>}
      {kinds.map((kind) => (
        <KindSection key={kind.problem.kind} {...kind} />
      ))}
      {unsure.length > 0 && (
        <details class="finding">
          <summary class="muted">{said.unsure(unsure.length)}</summary>
          <ul>
            {unsure.slice(0, SHOWN).map((image) => (
              <li key={image.path}>
                {pictures.value.find(({ path }) => path === image.path)?.name}:{" "}
                {image.unsure.map((name) => names[name] ?? name).join(", ")}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
