import { useEffect, useState } from "preact/hooks";
import type { Methods } from "../../../protocol/generated/methods.js";
import { call, RequestError } from "../rpc.js";
import { errorWords } from "../state/error-words.js";
import { words } from "../state/look.js";
import { trainerProblemWords } from "../state/training-words.js";
import { Dialog } from "./Dialog.js";
import { DialogEnd } from "./DialogEnd.js";
import { Problem } from "./Problem.js";

type Finding = Methods["host/doctor"]["result"]["findings"][number];

function Told({ finding: { part, works, message, remedy = "", said, problem } }: { finding: Finding }) {
  const { health } = words.value;
  const told = errorWords({ code: "", message, hint: remedy, said });
  const known = problem ? trainerProblemWords(problem) : null;
  return (
    <li>
      <span class={works ? "green" : "red"}>{works ? health.works : health.broken}</span>{" "}
      <strong>{health.parts[part] ?? part}</strong> {told.message}
      {known && <p>{known.message}</p>}
      {(known ?? told.hint) && <p>{known?.remedy ?? told.hint}</p>}
    </li>
  );
}

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
      {findings.map((finding) => (
        <Told key={finding.part} finding={finding} />
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
      <DialogEnd close={health.close} />
    </Dialog>
  );
}
