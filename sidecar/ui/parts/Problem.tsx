import { words } from "../state/look.js";

/** As every answer of the sidecar names it. */
export interface NamedError {
  code: string;
  message: string;
  hint: string;
}

/** What was expected and found, and what to do; in another language than the sidecar's its own text is folded below. */
export function Problem({ error: { code, message, hint } }: { error: NamedError }) {
  const { errors, details } = words.value;
  const known = errors[code];
  return (
    <div class="problem" role="alert">
      <p>{known?.message ?? message}</p>
      {(known?.hint ?? hint) && <p class="hint">{known?.hint ?? hint}</p>}
      {known && message !== known.message && (
        <details>
          <summary>{details}</summary>
          <p class="hint">{message}</p>
        </details>
      )}
    </div>
  );
}
