import { useState } from "preact/hooks";
import { Problem } from "../../parts/Problem.js";
import { words } from "../../state/look.js";
import { examined } from "../../state/plan.js";
import { askedFolders } from "../../state/plan-foreign.js";
import { mapFolder, mappingError } from "../../state/plan-open.js";

/** Asks where a folder of another machine lies here. */
export function MapFolder({ from }: { from: string }) {
  const { plan: said } = words.value;
  const [to, setTo] = useState("");
  const failed = mappingError.value?.from === from ? mappingError.value.error : null;
  return (
    <form
      class="plan-map"
      onSubmit={(event) => {
        event.preventDefault();
        if (to.trim() !== "") void mapFolder(from, to.trim());
      }}
    >
      <label>
        {said.whereLies(from)}
        <input
          type="text"
          value={to}
          spellcheck={false}
          placeholder={said.folderHere}
          onInput={({ currentTarget }) => setTo(currentTarget.value)}
        />
      </label>
      <button type="submit" disabled={to.trim() === ""}>
        {said.mapIt}
      </button>
      {failed && <Problem error={failed} />}
    </form>
  );
}

// The output folder is made; what the base model's path leads to is told beside it.
const toldElsewhere = new Set(["output_dir", "pretrained_model_name_or_path"]);

/** Folders that the plan names and that are not here. */
export function LostFolders() {
  const { plan: said } = words.value;
  const paths = examined.value?.paths ?? [];
  const elsewhere = paths.filter(({ state }) => state === "foreign").map(({ given }) => given);
  const foreign = askedFolders(elsewhere);
  const missing = [...new Set(examined.value?.data?.missing ?? [])].filter((path) => !elsewhere.includes(path));
  const lost = paths.filter(
    ({ given, argument, state }) =>
      (state === "missing" || state === "outside") && !missing.includes(given) && !toldElsewhere.has(argument),
  );
  if (foreign.length === 0 && missing.length === 0 && lost.length === 0) return null;
  return (
    <div class="plan-lost">
      {foreign.length > 0 && <p class="amber">{said.foreign}</p>}
      {foreign.map((from) => (
        <MapFolder key={from} from={from} />
      ))}
      <ul>
        {missing.map((path) => (
          <li key={path} class="amber">
            {said.missing(path)}
          </li>
        ))}
        {lost.map(({ argument, given, state }) => (
          <li key={argument} class="amber">
            {state === "outside" ? said.outside(given) : said.missing(given)}
          </li>
        ))}
      </ul>
    </div>
  );
}
