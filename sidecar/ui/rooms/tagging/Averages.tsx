import { words } from "../../state/look.js";
import type { Report } from "../../state/tagging.js";
import { Bars } from "./Bars.js";

export function Averages({ averages }: { averages: Report["averages"] }) {
  const { tagging } = words.value;
  const bars = averages.map(({ tag, category, probability, images }) => ({
    name: tag,
    probability,
    isCharacter: category === "character",
    note: tagging.of(images),
  }));
  return (
    <>
      <h2>{tagging.averages}</h2>
      <p class="muted">{tagging.averagesNote}</p>
      <Bars bars={bars} />
    </>
  );
}
