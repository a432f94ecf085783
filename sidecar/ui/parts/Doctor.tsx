import { useEffect, useState } from "preact/hooks";
import type { Methods } from "../../../protocol/generated/methods.js";
import { call } from "../rpc.js";
import { words } from "../state/look.js";
import { panel } from "../state/panels.js";
import { Dialog } from "./Dialog.js";

type Finding = Methods["host/doctor"]["result"]["findings"][number];

function Findings() {
  const { health } = words.value;
  const [findings, setFindings] = useState<Finding[] | null>(null);
  useEffect(() => {
    call("host/doctor", {}).then(
      (answer) => setFindings(answer.findings),
      () => setFindings([]),
    );
  }, []);
  if (findings === null) return <progress aria-label={health.check} />;
  return (
    <ul class="findings">
      {findings.map(({ part, works, message, remedy }) => (
        <li key={part}>
          <span class={works ? "green" : "red"}>{works ? health.works : health.broken}</span> <strong>{part}</strong>{" "}
          {message}
          {remedy && <p>{remedy}</p>}
        </li>
      ))}
    </ul>
  );
}

export function Doctor() {
  const { health } = words.value;
  return (
    <Dialog name="doctor" title={health.check}>
      <h2>{health.check}</h2>
      <Findings />
      <div class="dialog-buttons">
        <button type="button" onClick={() => (panel.value = null)}>
          {health.close}
        </button>
      </div>
    </Dialog>
  );
}
