import { useEffect, useRef } from "preact/hooks";
import { NeedFolder } from "../../parts/NeedFolder.js";
import { Problem } from "../../parts/Problem.js";
import { folder } from "../../state/address.js";
import { pictures, scan, scanning } from "../../state/dataset.js";
import { words } from "../../state/look.js";
import { panel } from "../../state/panels.js";
import { generation, plan } from "../../state/plan.js";
import { examineError } from "../../state/plan-examine.js";
import { conflict, keepMine, saveError, takeTheirs } from "../../state/plan-save.js";
import { plansKnown, storeError } from "../../state/plan-store.js";
import { AllParameters } from "./AllParameters.js";
import { ComparePlans } from "./ComparePlans.js";
import { CostSection } from "./CostSection.js";
import { ExportDialog } from "./ExportDialog.js";
import { HaveSection } from "./HaveSection.js";
import { OpenPlanDialog } from "./OpenPlanDialog.js";
import { PlanBar } from "./PlanSummary.js";
import { PlansDialog } from "./PlansDialog.js";
import { ProblemsSection } from "./ProblemsSection.js";
import { SamplePrompts } from "./SamplePrompts.js";
import { WantSection } from "./WantSection.js";

/** Another window has changed the plan: whose is right, the user says. */
function Conflict() {
  const { plan: said } = words.value;
  if (!conflict.value) return null;
  return (
    <div class="problem plan-conflict" role="alert">
      <p>{said.conflict}</p>
      <button type="button" onClick={() => void takeTheirs()}>
        {said.takeTheirs}
      </button>
      <button type="button" onClick={() => void keepMine()}>
        {said.keepMine}
      </button>
    </div>
  );
}

function Story() {
  const room = useRef<HTMLDivElement>(null);
  // Another plan's story begins at its beginning.
  useEffect(() => room.current?.scrollTo(0, 0), [generation.value]);
  const error = saveError.value ?? examineError.value ?? storeError.value;
  return (
    <div class="plan-room" ref={room}>
      <Conflict />
      {error && <Problem error={error} />}
      <HaveSection />
      <WantSection />
      {plan.value && (
        <>
          <SamplePrompts />
          <CostSection />
          <ProblemsSection />
          <PlanBar />
        </>
      )}
    </div>
  );
}

/** What will be here: a rising curve with its saves. */
function Sketch() {
  return (
    <svg class="sketch" viewBox="0 0 190 90" aria-hidden="true">
      <path d="M6 80H184M6 80Q40 12 70 20T184 72" />
      {[40, 76, 112, 148, 184].map((x) => (
        <circle key={x} cx={x} cy="80" r="5" />
      ))}
    </svg>
  );
}

function Inside() {
  const { plan: said, state } = words.value;
  if (plan.value) return <Story />;
  if (folder.value !== null && (scanning.value || !plansKnown.value) && scan.value === null) {
    return <p class="notice">{state.reading}</p>;
  }
  if (pictures.value.length > 0) return <Story />;
  return (
    <div class="plan-invitation">
      <Sketch />
      <NeedFolder sentence={said.needFolder} />
      <p>
        <button type="button" onClick={() => (panel.value = "planOpen")}>
          {said.openFile}
        </button>
      </p>
    </div>
  );
}

/** From pictures to a training that can start: what there is, what is wanted, what it costs, what could go wrong. */
export function PlanningRoom() {
  return (
    <>
      <Inside />
      <OpenPlanDialog />
      <ExportDialog />
      <AllParameters />
      <ComparePlans />
      <PlansDialog />
    </>
  );
}
