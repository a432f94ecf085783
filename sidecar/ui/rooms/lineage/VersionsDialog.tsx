import { useEffect } from "preact/hooks";
import { Dialog } from "../../parts/Dialog.js";
import { DialogEnd } from "../../parts/DialogEnd.js";
import { Problem } from "../../parts/Problem.js";
import { openLineage } from "../../state/lineage.js";
import { words } from "../../state/look.js";
import { openNextVersion } from "../../state/next-version.js";
import { inOnePlace, shownSide, type Versions, versions, versionsError } from "../../state/versions.js";
import { FoundRuns } from "../training/CompareRuns.js";
import { VersionsCurves } from "./VersionsCurves.js";
import { VersionsGrids } from "./VersionsGrids.js";
import { VersionsVerdict } from "./VersionsVerdict.js";

function Sides({ sides }: Pick<Versions, "sides">) {
  const { lineage: said, training } = words.value;
  return (
    <ol class="versions-sides">
      {sides.map(({ path, name, run, version, step, verdict, best, band }, place) => (
        <li key={path} class={place === 0 ? "curve-0" : "curve-1"}>
          <h3>
            <span class="swatch" aria-hidden="true" /> {name}
          </h3>
          <p class="muted figures">
            {[
              said.sides[place],
              version !== null && said.version(version),
              run !== null && training.runNumber(run),
              step !== null && said.steps(step),
            ]
              .filter(Boolean)
              .join(" · ")}
          </p>
          <p>
            {verdict === null ? said.notScored : (said.verdicts[verdict] ?? verdict)}
            {best !== null && ` · ${said.bestAt(best, band)}`}
          </p>
          <p class="train-buttons">
            <button type="button" class="small" aria-label={said.buttonOf(name)} onClick={() => openLineage(path)}>
              {said.button}
            </button>
            {run !== null && (
              <button type="button" class="small" onClick={() => void openNextVersion({ run })}>
                {said.nextButton}
              </button>
            )}
          </p>
        </li>
      ))}
    </ol>
  );
}

function Found({ found }: { found: Versions }) {
  const { lineage: said } = words.value;
  const { sides, runs } = found;
  const [first, second] = sides;
  const isOneRun = first !== undefined && first.run !== null && first.run === second?.run;
  return (
    <>
      {sides.some(({ rehearsal }) => rehearsal) && <p class="amber">{said.rehearsal}</p>}
      <Sides sides={sides} />
      <VersionsVerdict found={found} />
      <VersionsGrids found={found} />
      {runs === null ? (
        <p class="muted">{isOneRun ? said.sameRun : said.noRuns}</p>
      ) : (
        <>
          <VersionsCurves found={found} />
          <FoundRuns found={runs} />
        </>
      )}
    </>
  );
}

/** `x` shows the other one, where both are shown in one place. */
function flipByKey(event: KeyboardEvent): void {
  const isTyped = event.target instanceof HTMLInputElement;
  if (event.key !== "x" || !inOnePlace.value || isTyped || event.ctrlKey || event.metaKey || event.altKey) return;
  shownSide.value = shownSide.value === 0 ? 1 : 0;
  event.preventDefault();
}

function Inside() {
  const { lineage: said } = words.value;
  useEffect(() => {
    addEventListener("keydown", flipByKey);
    return () => removeEventListener("keydown", flipByKey);
  }, []);
  return (
    <>
      <h2>{said.versionsTitle}</h2>
      {versionsError.value && <Problem error={versionsError.value} />}
      {versions.value ? (
        <Found found={versions.value} />
      ) : (
        !versionsError.value && <p class="muted">{said.comparing}</p>
      )}
      <DialogEnd close={said.close} />
    </>
  );
}

/** Two versions of a LoRA: which shows more, their pictures, and what they were made of. */
export function VersionsDialog() {
  return (
    <Dialog name="versions" title={words.value.lineage.versionsTitle}>
      <Inside />
    </Dialog>
  );
}
