import { useEffect } from "preact/hooks";
import { words } from "../../state/look.js";
import { type Engine, machines, machinesError, readMachines } from "../../state/machines.js";
import { panel } from "../../state/panels.js";
import { Dialog } from "../Dialog.js";
import { DialogEnd } from "../DialogEnd.js";
import { Problem } from "../Problem.js";
import { Happenings } from "./Happenings.js";
import { isLocal, JoinMachine } from "./JoinMachine.js";
import { MachineRow } from "./MachineRow.js";

function Alone() {
  const { machines: said } = words.value;
  return (
    <>
      <p>
        <strong>{said.alone}</strong> {said.whatFor}
      </p>
      <p>{said.howTo}</p>
      <p>
        <button type="button" onClick={() => (panel.value = "settings")}>
          {said.openSettings}
        </button>
      </p>
    </>
  );
}

/** Where machines meet and come in, and what keeps others from it. */
function Meeting({ engine: { server, name, address, worksHere, trouble } }: { engine: Engine }) {
  const { machines: said } = words.value;
  return (
    <>
      {trouble && <Problem error={trouble} />}
      <dl class="machine-meeting">
        <dt>{said.meet}</dt>
        <dd>
          {said.meetAs(server, name)} {isLocal(server) && <span class="amber">{said.queueIsLocal}</span>}
        </dd>
        {address !== null && (
          <>
            <dt>{said.door}</dt>
            <dd>
              {address} {isLocal(address) && <span class="amber">{said.doorIsLocal}</span>}
            </dd>
          </>
        )}
        <dt>{said.here}</dt>
        <dd>{worksHere ? said.worksHere : said.leavesWork}</dd>
      </dl>
    </>
  );
}

function Inside() {
  const { machines: said } = words.value;
  useEffect(() => void readMachines(), []);
  const known = machines.value;
  return (
    <>
      <h2>{said.title}</h2>
      {machinesError.value && <Problem error={machinesError.value} />}
      {known === null && machinesError.value === null && <progress aria-label={said.title} />}
      {known !== null && known.engine === null && <Alone />}
      {known?.engine && (
        <>
          <Meeting engine={known.engine} />
          {known.machines.length === 0 && <p>{said.none}</p>}
          <ul class="machines-list" aria-label={said.title}>
            {known.machines.map((machine) => (
              <MachineRow machine={machine} key={machine.id} />
            ))}
          </ul>
          <JoinMachine engine={known.engine} />
          <Happenings happenings={known.happenings} />
        </>
      )}
      <DialogEnd close={said.close} />
    </>
  );
}

/** Other machines that work for this studio. */
export function MachinesDialog() {
  return (
    <Dialog name="machines" title={words.value.machines.title}>
      <Inside />
    </Dialog>
  );
}
