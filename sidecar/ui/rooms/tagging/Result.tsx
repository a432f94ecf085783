import { selectedPath } from "../../state/address.js";
import { words } from "../../state/look.js";
import type { Report } from "../../state/tagging.js";

/** What the run did, and what could not be tagged. */
export function Result({ report: { counts, images } }: { report: Report }) {
  const { tagging } = words.value;
  const failed = images.filter(({ status }) => status === "failed");
  return (
    <section class="result">
      <p>
        <span class={failed.length > 0 ? "amber" : "green"}>
          {tagging.result(counts.written, counts.skipped, counts.failed)}
        </span>{" "}
        <button type="button" class="small" onClick={() => (selectedPath.value = null)}>
          {tagging.averages}
        </button>
      </p>
      {failed.length > 0 && (
        <details open>
          <summary>{tagging.failures}</summary>
          <ul>
            {failed.map(({ path, error }) => (
              <li key={path}>
                {error?.message} <span class="muted">{error?.hint}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
