import { words } from "../../../state/look.js";
import { valuesOf } from "../../../state/sweep-look.js";

const SHOWN = 40;

/** The values that a text means, as they will stand over the pictures. */
export function Values({ axis }: { axis: string }) {
  const { form } = words.value.sweep;
  const values = valuesOf(axis);
  if (values.length === 0) return null;
  const shown = values.slice(0, SHOWN);
  return (
    <>
      <ul class="chips figures" aria-live="polite">
        {shown.map(({ label, text, skip }, index) => (
          <li key={`${index} ${text}`} class={skip ? "muted struck" : ""} title={skip ? form.skipped : text}>
            {axis === "strength" && index === 0 ? form.control : label}
          </li>
        ))}
      </ul>
      {values.length > SHOWN && <small class="muted">{form.tooMany(SHOWN, values.length - SHOWN)}</small>}
    </>
  );
}
