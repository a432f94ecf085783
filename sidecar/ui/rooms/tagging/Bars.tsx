import { words } from "../../state/look.js";

interface Bar {
  name: string;
  /** 0–1 */
  probability: number;
  isCharacter: boolean;
  note?: string | undefined;
}

/** Probabilities as bars, the strongest first. */
export function Bars({ bars }: { bars: Bar[] }) {
  return (
    <ul class="bars">
      {bars.map(({ name, probability, isCharacter, note }) => (
        <li key={name} style={{ "--part": probability }} class={isCharacter ? "character" : ""}>
          <span class="bar-name">{name.replaceAll("_", " ")}</span>
          {note && <span class="muted">{note}</span>}
          <span class="figures">{words.value.probability(probability)}</span>
        </li>
      ))}
    </ul>
  );
}
