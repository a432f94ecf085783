import { ErrorLine } from "../../parts/ErrorLine.js";
import { selectedPath } from "../../state/address.js";
import { pictures } from "../../state/dataset.js";
import { words } from "../../state/look.js";
import type { Report } from "../../state/tagging.js";

type Failed = Report["images"][number];

function Failures({ failed }: { failed: Failed[] }) {
  const { tagging } = words.value;
  const names = new Map(pictures.value.map(({ path, name }) => [path, name]));
  return (
    <details open>
      <summary>{tagging.failures}</summary>
      <ul>
        {failed.map(({ path, error }) => (
          <li key={path}>
            <button type="button" class="small" onClick={() => (selectedPath.value = path)}>
              {names.get(path) ?? path}
            </button>{" "}
            {error && <ErrorLine error={error} />}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What the run did, and what could not be tagged. */
export function Result({ report: { counts, images: failed } }: { report: Report }) {
  const { tagging } = words.value;
  return (
    <section class="result">
      <p>
        <span class={failed.length > 0 ? "amber" : "green"}>
          {tagging.result(counts.written, counts.skipped, counts.failed)}
        </span>
      </p>
      {failed.length > 0 && <Failures failed={failed} />}
    </section>
  );
}
