import { useEffect, useState } from "preact/hooks";
import type { Methods } from "../../../protocol/generated/methods.js";
import { call, RequestError } from "../rpc.js";
import { words } from "../state/look.js";
import { panel } from "../state/panels.js";
import { Dialog } from "./Dialog.js";
import { Problem } from "./Problem.js";

type Finding = Methods["host/doctor"]["result"]["findings"][number];

function Findings() {
  const { health } = words.value;
  const [findings, setFindings] = useState<Finding[] | null>(null);
  const [error, setError] = useState<RequestError | null>(null);
  useEffect(() => {
    call("host/doctor", {}).then(
      (answer) => setFindings(answer.findings),
      (thrown) => thrown instanceof RequestError && setError(thrown),
    );
  }, []);
  if (error) return <Problem error={error} />;
  if (findings === null) return <progress aria-label={health.check} />;
  return (
    <ul class="findings">
      {findings.map(({ part, works, message, remedy }) => (
        <li key={part}>
          <span class={works ? "green" : "red"}>{works ? health.works : health.broken}</span>{" "}
          <strong>{health.parts[part] ?? part}</strong> <span lang="en">{message}</span>
          {remedy && <p lang="en">{remedy}</p>}
        </li>
      ))}
    </ul>
  );
}

/** What works on this machine, asked anew each time it opens. */
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
