import { sentenceOf } from "../../../words/sentence.js";
import { words } from "../../state/look.js";
import type { Happening } from "../../state/machines.js";

const SHOWN = 50;

function Line({ happening: { at, weight, text, said: parts, times } }: { happening: Happening }) {
  const { machines: said, sentence } = words.value;
  const known = sentenceOf(parts);
  return (
    <li>
      <time class="muted figures" dateTime={at}>
        {said.time(at)}
      </time>
      <span>
        <span class={`dot ${weight}`} role="img" aria-label={said.weights[weight]} /> {known ? sentence(known) : text}
        {times > 1 && <span class="muted"> ({said.times(times)})</span>}
      </span>
    </li>
  );
}

/** What happened to the machines, the newest first. */
export function Happenings({ happenings }: { happenings: readonly Happening[] }) {
  const { machines: said } = words.value;
  return (
    <section aria-label={said.happened}>
      <h3>{said.happened}</h3>
      {happenings.length === 0 && <p class="muted">{said.nothing}</p>}
      <ol class="happenings">
        {happenings.slice(0, SHOWN).map((happening) => (
          <Line happening={happening} key={`${happening.at} ${happening.text}`} />
        ))}
      </ol>
    </section>
  );
}
