import { words } from "../../state/look.js";
import { report, selectedCell, sweep, sweepForm } from "../../state/sweep.js";
import { shownCheckpoint } from "../../state/sweep-chosen.js";
import { ReportButton } from "../report/ReportButton.js";
import { GridSketch } from "./form/GridSketch.js";
import { CellCard } from "./summary/CellCard.js";
import { CheckpointVerdicts } from "./summary/CheckpointVerdicts.js";
import { LeftOutTags } from "./summary/LeftOutTags.js";
import { NotEnough } from "./summary/NotEnough.js";
import { Recommendation } from "./summary/Recommendation.js";
import { Scoring } from "./summary/Scoring.js";
import { TraitTable } from "./summary/TraitTable.js";
import { WeakTraits } from "./summary/WeakTraits.js";

/** What the sweep says: which checkpoint at which strength, and why; above it the selected cell. */
export function SweepSummary() {
  const { rehearsalNote } = words.value.sweep;
  const [shown, told] = [sweep.value, report.value];
  if (sweepForm.value) return <GridSketch />;
  if (shown === null) return null;
  const checkpoint = shownCheckpoint.value;
  return (
    <div class="sweep-summary">
      {selectedCell.value !== null && <CellCard shown={shown} />}
      {(shown.rehearsal || told?.rehearsal) && <p class="amber">{rehearsalNote}</p>}
      {told?.recommendation && <Recommendation told={told} recommendation={told.recommendation} />}
      {told && told.recommendation === null && told.scored > 0 && <NotEnough shown={shown} told={told} />}
      {told?.state !== "scored" && <Scoring shown={shown} told={told} />}
      {told && checkpoint && checkpoint.strengths.length > 0 && <TraitTable told={told} checkpoint={checkpoint} />}
      {told && <CheckpointVerdicts told={told} />}
      {told && <WeakTraits shown={shown} told={told} />}
      {told && <LeftOutTags told={told} />}
      {shown.folder !== null && <ReportButton project={{ folder: shown.folder }} name={shown.name} />}
      {told?.state === "scored" && <Scoring shown={shown} told={told} />}
    </div>
  );
}
