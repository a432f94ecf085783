import { errorWords, type NamedError } from "../state/error-words.js";
import { words } from "../state/look.js";

export type { NamedError };

/** What was expected and found, and what to do; what could not be worded in the page's language is folded below. */
export function Problem({ error }: { error: NamedError }) {
  const { message, hint, original } = errorWords(error);
  return (
    <div class="problem" role="alert">
      <p>{message}</p>
      {hint && <p class="hint">{hint}</p>}
      {original && (
        <details>
          <summary>{words.value.details}</summary>
          <p class="hint" lang="en">
            {original}
          </p>
        </details>
      )}
    </div>
  );
}
