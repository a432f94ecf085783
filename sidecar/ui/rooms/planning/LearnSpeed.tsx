import { useState } from "preact/hooks";
import { Problem } from "../../parts/Problem.js";
import { words } from "../../state/look.js";
import { learned, learnSpeed, speedError } from "../../state/plan-speed.js";

/** A LoRA that was trained here tells how long its steps took. */
export function LearnSpeed() {
  const { plan: said } = words.value;
  const [path, setPath] = useState("");
  const found = learned.value;
  return (
    <details>
      <summary>{said.learnSpeed}</summary>
      <form
        class="plan-map"
        onSubmit={(event) => {
          event.preventDefault();
          if (path.trim() !== "") void learnSpeed(path.trim());
        }}
      >
        <label>
          {said.loraPath}
          <input
            type="text"
            value={path}
            spellcheck={false}
            placeholder="…/okara.safetensors"
            onInput={({ currentTarget }) => setPath(currentTarget.value)}
          />
        </label>
        <button type="submit" disabled={path.trim() === ""}>
          {said.learnIt}
        </button>
      </form>
      {speedError.value && <Problem error={speedError.value} />}
      <ul class="plan-list" role="status">
        {found?.learned.map(({ path: file, steps, secondsPerStep }) => (
          <li key={file} class="green">
            {said.learnedFrom(steps, secondsPerStep)}
          </li>
        ))}
        {found?.problems.map(({ path: file, message, hint }) => (
          <li key={file} class="amber">
            {message} {hint}
          </li>
        ))}
      </ul>
    </details>
  );
}
