import { Problem } from "../../parts/Problem.js";
import { words } from "../../state/look.js";
import type { Report } from "../../state/tagging.js";
import { Bars } from "./Bars.js";

/** The tags of one picture with their confidences, and its rating. */
export function Confidences({ path, report }: { path: string; report: Report }) {
  const { tagging } = words.value;
  const image = report.images.find((one) => one.path === path);
  if (image?.status === "failed") return image.error ? <Problem error={image.error} /> : null;
  if (image?.status !== "written") return <p class="muted">{tagging.notTagged}</p>;
  const tags = image.tags.map(({ tag, category, probability }) => ({
    name: tag,
    probability,
    isCharacter: category === "character",
  }));
  const rating = Object.entries(image.rating).map(([name, probability]) => ({ name, probability, isCharacter: false }));
  return (
    <>
      <h3>{tagging.confidences}</h3>
      <Bars bars={tags} />
      <h3>{tagging.rating}</h3>
      <Bars bars={rating} />
    </>
  );
}
