import { words } from "../../state/look.js";
import { newCaptions } from "../../state/preview.js";
import { partsOf } from "./Fields.js";

/** A picture's caption as the choice makes it; tags that come or go are marked. Null when it is not known. */
export function NewCaption({ path }: { path: string }) {
  const { choose } = words.value;
  const caption = newCaptions.value.get(path);
  if (!caption || caption.after === null) return null;
  const [before, after] = [partsOf(caption.before ?? ""), partsOf(caption.after)];
  const gone = before.filter((tag) => !after.includes(tag));
  return (
    <>
      <h3>
        {choose.newCaption} {caption.before === caption.after && <span class="muted">– {choose.asBefore}</span>}
      </h3>
      <ul class="chips">
        {after.map((tag) => (
          <li key={tag} class={before.includes(tag) ? "" : "comes"} title={before.includes(tag) ? "" : choose.added}>
            {tag}
          </li>
        ))}
        {gone.map((tag) => (
          <li key={`gone ${tag}`} class="goes" title={choose.removed}>
            <s>{tag}</s>
          </li>
        ))}
      </ul>
    </>
  );
}
