import { sweep } from "../../state/sweep.js";

/** What the sweep says, in the right pane. */
export function SweepSummary() {
  const shown = sweep.value;
  if (shown === null) return null;
  return <h2 class="file-name">{shown.name}</h2>;
}
