import { useState } from "preact/hooks";
import type { Methods } from "../../../../protocol/generated/methods.js";
import { Problem } from "../../parts/Problem.js";
import { call, RequestError } from "../../rpc.js";
import { projectId } from "../../state/address.js";
import { words } from "../../state/look.js";

type Setting = NonNullable<Methods["journey/rehearse"]["params"]["setting"]>;

const settings: readonly Setting[] = ["usual", "overfitted", "underfitted"];

/** The whole journey with drawn pictures and stand-ins, begun by a button; its project shows how it goes. */
export function RehearseJourney() {
  const { rehearse } = words.value;
  const [setting, choose] = useState<Setting>("usual");
  const [isDrawing, setDrawing] = useState(false);
  const [error, setError] = useState<RequestError | null>(null);
  const begin = async (): Promise<void> => {
    setDrawing(true);
    setError(null);
    try {
      projectId.value = (await call("journey/rehearse", { setting })).project;
    } catch (thrown) {
      if (!(thrown instanceof RequestError)) throw thrown;
      setError(thrown);
    } finally {
      setDrawing(false);
    }
  };
  return (
    <section class="rehearse" aria-label={rehearse.button}>
      <p>{rehearse.about}</p>
      <div class="rehearse-choice">
        <label>
          {rehearse.setting}{" "}
          <select
            value={setting}
            disabled={isDrawing}
            onChange={({ currentTarget }) => choose(settings.find((one) => one === currentTarget.value) ?? "usual")}
          >
            {settings.map((one) => (
              <option key={one} value={one}>
                {rehearse.settings[one]}
              </option>
            ))}
          </select>
        </label>
        <button type="button" data-tour="rehearse" disabled={isDrawing} onClick={() => void begin()}>
          {rehearse.button}
        </button>
      </div>
      <p role="status" class="muted">
        {isDrawing ? rehearse.drawing : ""}
      </p>
      {error && <Problem error={error} />}
    </section>
  );
}
