import { Problem } from "../../parts/Problem.js";
import { words } from "../../state/look.js";
import { sweep, sweepError, sweepsError, sweepsKnown } from "../../state/sweep.js";
import { SweepViewer } from "./view/SweepViewer.js";

/** Which checkpoint at which strength: the room's middle. */
export function SweepRoom() {
  const { state, sweep: said } = words.value;
  const error = sweepError.value ?? sweepsError.value;
  if (!sweepsKnown.value && error === null) return <p class="notice">{state.reading}</p>;
  return (
    <>
      {error && <Problem error={error} />}
      {sweep.value ? <SweepViewer /> : <p class="muted">{said.invite}</p>}
    </>
  );
}
