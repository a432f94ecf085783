import { useState } from "preact/hooks";
import { words } from "../../state/look.js";

interface PathFormOptions {
  label: string;
  /** What the button says. */
  action: string;
  /** An example, while the field is empty. */
  hint?: string;
  onPath(path: string): void;
}

/** The path of a configuration on this machine, and the button that takes it. */
export function PathForm({ label, action, hint, onPath }: PathFormOptions) {
  const [path, setPath] = useState("");
  const given = path.trim();
  return (
    <form
      class="plan-map"
      onSubmit={(event) => {
        event.preventDefault();
        if (given !== "") onPath(given);
      }}
    >
      <label>
        {label}
        <input
          type="text"
          value={path}
          spellcheck={false}
          placeholder={hint ?? words.value.plan.openPathHint}
          onInput={({ currentTarget }) => setPath(currentTarget.value)}
        />
      </label>
      <button type="submit" disabled={given === ""}>
        {action}
      </button>
    </form>
  );
}
