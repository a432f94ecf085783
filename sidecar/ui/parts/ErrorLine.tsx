import { errorWords, type NamedError } from "../state/error-words.js";

/** What went wrong with one of many, in a line. */
export function ErrorLine({ error }: { error: NamedError }) {
  const { message, hint, original } = errorWords(error);
  return (
    <>
      <span title={original ?? undefined}>{message}</span> <span class="muted">{hint}</span>
    </>
  );
}
