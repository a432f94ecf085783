import { words } from "../../state/look.js";
import { cards } from "../../state/training-curves.js";

const MEBIBYTES = 1024;

/** What the graphics cards do while a run goes on; nothing where none tells. */
export function CardsLine() {
  const { training: said } = words.value;
  const gibibytes = (value: number): string => said.curves.oneDigit(value / MEBIBYTES);
  if (cards.value.length === 0) return null;
  return (
    <ul class="train-gpus figures" aria-label={said.curves.cards}>
      {cards.value.map(({ name, used, total, temperature, utilisation }, index) => {
        const memory = used !== null && total !== null && total > 0;
        const told = [
          memory && said.curves.memory(gibibytes(used), gibibytes(total)),
          utilisation !== null && said.curves.busy(utilisation),
          temperature !== null && said.curves.degrees(temperature),
        ];
        return (
          // Two cards of a kind have the same name.
          <li key={`${index} ${name}`}>
            <span>{name}</span>
            {memory && <meter min={0} max={total} value={used} aria-label={said.curves.memoryOf(name)} />}
            <span class="muted">{told.filter(Boolean).join(" · ")}</span>
          </li>
        );
      })}
    </ul>
  );
}
