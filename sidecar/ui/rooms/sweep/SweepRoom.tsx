import { Problem } from "../../parts/Problem.js";
import { words } from "../../state/look.js";
import { shownSweepId, sweep, sweepError, sweepForm, sweepsError, sweepsKnown } from "../../state/sweep.js";
import { actionError } from "../../state/sweep-actions.js";
import { SweepForm } from "./form/SweepForm.js";
import { Invitation } from "./Invitation.js";
import { SweepHead } from "./SweepHead.js";
import { RemovedSweep } from "./SweepList.js";
import { InstallDialog } from "./summary/InstallDialog.js";
import { WhyDialog } from "./summary/WhyDialog.js";
import { SweepViewer } from "./view/SweepViewer.js";

function Inside() {
  const { state } = words.value;
  if (sweepForm.value) return <SweepForm />;
  const error = actionError.value ?? sweepError.value ?? sweepsError.value;
  if (!sweepsKnown.value && error === null) return <p class="notice">{state.reading}</p>;
  const shown = sweep.value;
  return (
    <>
      {error && <Problem error={error} />}
      <RemovedSweep />
      {shown && (
        <>
          <SweepHead shown={shown} />
          <SweepViewer />
        </>
      )}
      {!shown && error === null && shownSweepId.value !== null && <p class="notice">{state.reading}</p>}
      {!shown && shownSweepId.value === null && <Invitation />}
    </>
  );
}

/** Which checkpoint at which strength: planned, drawn, looked at. */
export function SweepRoom() {
  return (
    <>
      <Inside />
      <InstallDialog />
      <WhyDialog />
    </>
  );
}
