import { useEffect, useRef } from "preact/hooks";
import { NeedFolder } from "../../parts/NeedFolder.js";
import { Problem } from "../../parts/Problem.js";
import { folder, room, runId } from "../../state/address.js";
import { pictures } from "../../state/dataset.js";
import { words } from "../../state/look.js";
import { plan } from "../../state/plan.js";
import { actionError, run, runError, runs, runsError, runsKnown } from "../../state/training.js";
import { acting, rehearseFolder } from "../../state/training-actions.js";
import { CompareRuns } from "./CompareRuns.js";
import { HandOverLines } from "./HandOverLines.js";
import { LogDialog } from "./LogDialog.js";
import { PublishDialog } from "./PublishDialog.js";
import { RunList } from "./RunList.js";
import { RunSection } from "./RunSection.js";
import { SampleDialog } from "./SampleDialog.js";
import { StartSection } from "./StartSection.js";
import { TrainersDialog } from "./TrainersDialog.js";
import { ToolsDialog } from "./tools/ToolsDialog.js";
import { ToolsSection } from "./tools/ToolsSection.js";
import { VaryDialog } from "./VaryDialog.js";
import { WebuiDialog } from "./WebuiDialog.js";

/** What will be here: a loss that falls, with its saves. */
function Sketch() {
  return (
    <svg class="sketch" viewBox="0 0 190 90" aria-hidden="true">
      <path d="M6 80H184M6 12Q24 20 34 40T70 56L84 50L98 60L118 57L134 63L150 60L184 66" />
      {[70, 118, 184].map((x) => (
        <circle key={x} cx={x} cy="80" r="5" />
      ))}
    </svg>
  );
}

/** Before the first plan and the first run. */
function Invitation() {
  const { training: said } = words.value;
  return (
    <div class="plan-invitation">
      <Sketch />
      {folder.value === null ? (
        <NeedFolder sentence={`${said.invite} ${said.inviteNoFolder}`} />
      ) : (
        <div class="invitation">
          <p>{said.invite}</p>
          <p class="train-buttons centred">
            <button type="button" class="primary" onClick={() => (room.value = "planning")}>
              {said.makePlan}
            </button>
            {pictures.value.length > 0 && (
              <button type="button" disabled={acting.value} onClick={() => void rehearseFolder()}>
                {said.rehearseFolder}
              </button>
            )}
          </p>
          <p class="muted">{said.rehearseNote}</p>
        </div>
      )}
      {actionError.value && <Problem error={actionError.value} />}
      <ToolsSection />
    </div>
  );
}

function Story() {
  const element = useRef<HTMLDivElement>(null);
  const before = useRef(runId.value);
  useEffect(() => {
    // A run that was chosen or started is shown from its beginning.
    if (runId.value !== null && runId.value !== before.current) element.current?.scrollTo(0, 0);
    before.current = runId.value;
  }, [runId.value]);
  const error = actionError.value ?? runError.value ?? runsError.value;
  return (
    <div class="plan-room train-room" ref={element}>
      {error && <Problem error={error} />}
      <HandOverLines />
      {run.value && <RunSection run={run.value} key={run.value.id} />}
      <StartSection />
      <RunList />
      <ToolsSection />
    </div>
  );
}

function Inside() {
  const { state } = words.value;
  if (!runsKnown.value && runsError.value === null) return <p class="notice">{state.reading}</p>;
  if (runs.value.length === 0 && plan.value === null && runsError.value === null) return <Invitation />;
  return <Story />;
}

/** A plan becomes a LoRA: what runs, what could be started, what waits and what was. */
export function TrainingRoom() {
  return (
    <>
      <Inside />
      <TrainersDialog />
      <LogDialog />
      <WebuiDialog />
      <PublishDialog />
      <SampleDialog />
      <CompareRuns />
      <ToolsDialog />
      <VaryDialog />
    </>
  );
}
