import type { RequestError } from "../rpc.js";

/** What was expected and found, and what to do. */
export function Problem({ error }: { error: RequestError }) {
  return (
    <div class="problem" role="alert">
      <p>{error.message}</p>
      {error.hint && <p class="hint">{error.hint}</p>}
    </div>
  );
}
