import { words } from "../../state/look.js";
import { machinesAmiss, machinesHere } from "../../state/machines.js";
import { panel } from "../../state/panels.js";

/** How many other machines there are; nothing in a studio that works alone. */
export function MachinesChip() {
  const { machines: said } = words.value;
  const here = machinesHere.value;
  if (here === null) return null;
  const works = here.some(({ doing }) => doing.length > 0);
  const tone = machinesAmiss.value ? "look" : works ? "running" : here.length > 0 ? "good" : "idle";
  return (
    <button type="button" class="quiet" onClick={() => (panel.value = "machines")}>
      <span class={`dot ${tone}`} aria-hidden="true" /> {said.chip(here.length)}
      {machinesAmiss.value && <span class="unseen"> {said.chipTrouble}</span>}
    </button>
  );
}
