import { pictureAddress } from "../../rpc.js";
import { pictures } from "../../state/dataset.js";
import { type Answer, answer, type Doubt, doubts, review, reviewing } from "../../state/doubts.js";
import { words } from "../../state/look.js";

const answers: { key: string; value: Answer }[] = [
  { key: "Y", value: "yes" },
  { key: "N", value: "no" },
  { key: "S", value: "skip" },
];

const yesOrNo = ["yes", "no"] as const;

function Question({ doubt }: { doubt: Doubt }) {
  const { editor, probability } = words.value;
  const { name, tag, score, kind, sentence } = doubt;
  return (
    <>
      <p>
        <span class="muted">{name}</span>
        <br />
        {editor.isItThere(tag, score === null ? null : probability(score))}
      </p>
      <p class="muted">{editor.doubtKinds[kind]?.(doubt.with ?? "") ?? sentence}</p>
      <div class="one-buttons">
        {answers.map(({ key, value }) => (
          <button key={key} type="button" class="small" onClick={() => void answer(tag, [name], value)}>
            <kbd>{key}</kbd> {editor.answers[value]}
          </button>
        ))}
      </div>
    </>
  );
}

/** All pictures with a question about the same tag: a click says what is wrong with its caption. */
function SameTag({ tag }: { tag: string }) {
  const { editor } = words.value;
  const same = doubts.value.doubts.filter((doubt) => doubt.tag === tag);
  if (same.length < 2) return null;
  const picture = (doubt: Doubt) => pictures.value.find(({ path }) => path === doubt.path);
  return (
    <details>
      <summary>{editor.sameTag(tag, same.length)}</summary>
      <ul class="same-tag">
        {same.map((doubt) => {
          const shown = picture(doubt);
          return (
            <li key={doubt.path}>
              {shown && <img src={pictureAddress("thumbnail", shown, 256)} alt={doubt.name} />}
              <span class="yes-no">
                {yesOrNo.map((value) => (
                  <button
                    key={value}
                    type="button"
                    class="small"
                    aria-label={(value === "yes" ? editor.yesFor : editor.noFor)(tag, doubt.name)}
                    onClick={() => void answer(tag, [doubt.name], value)}
                  >
                    {editor.answers[value]}
                  </button>
                ))}
              </span>
            </li>
          );
        })}
      </ul>
      <div class="one-buttons">
        {yesOrNo.map((value) => (
          <button
            key={value}
            type="button"
            class="small"
            onClick={() =>
              void answer(
                tag,
                same.map(({ name }) => name),
                value,
              )
            }
          >
            {editor.forAll(editor.answers[value], same.length)}
          </button>
        ))}
      </div>
    </details>
  );
}

/** The most doubtful tag, to be answered by one key. */
export function DoubtCard() {
  const { editor } = words.value;
  const [first] = doubts.value.doubts;
  if (!first) return null;
  return (
    <section class="card" aria-label={editor.doubts(doubts.value.total)}>
      <h3>{editor.doubts(doubts.value.total)}</h3>
      {reviewing.value ? (
        <>
          <Question doubt={first} />
          <SameTag tag={first.tag} />
        </>
      ) : (
        <button type="button" class="small" onClick={review}>
          {editor.review}
        </button>
      )}
    </section>
  );
}
