import { useEffect, useState } from "preact/hooks";
import { words } from "../../../state/look.js";
import { openTools, readToolRows, showToolRun, toolRows } from "../../../state/lora-tools.js";
import { panel } from "../../../state/panels.js";

// The latest are enough to find what was started just now.
const SHOWN = 5;

const lastPart = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;

/** Any LoRA file by its path, and what tools did lately. */
export function ToolsSection() {
  const { training } = words.value;
  const { tools: said } = training;
  const [path, setPath] = useState("");
  const open = panel.value === "loraTools";
  useEffect(() => void readToolRows(), [open]);
  return (
    <section aria-labelledby="train-tools" class="plan-section">
      <h2 id="train-tools">{said.sectionTitle}</h2>
      <p class="muted">{said.sectionNote}</p>
      <form
        class="plan-map"
        onSubmit={(event) => {
          event.preventDefault();
          if (path.trim() !== "") openTools(path.trim());
        }}
      >
        <label>
          {said.anyFile}
          <input
            type="text"
            spellcheck={false}
            value={path}
            onInput={({ currentTarget }) => setPath(currentTarget.value)}
          />
        </label>
        <button type="submit" disabled={path.trim() === ""}>
          {said.open}
        </button>
      </form>
      {toolRows.value.length > 0 && (
        <>
          <h3>{said.recent}</h3>
          <ul class="tool-rows">
            {toolRows.value.slice(0, SHOWN).map((row) => {
              const name = said.tools[row.tool] ?? row.tool;
              return (
                <li key={row.id}>
                  <button
                    type="button"
                    class="small"
                    aria-label={said.showRun(name, row.id)}
                    onClick={() => void showToolRun(row)}
                  >
                    {name}
                  </button>
                  <span>{lastPart(row.output ?? row.loras[0] ?? "")}</span>
                  <span class="muted">{said.states[row.state] ?? row.state}</span>
                  {row.rehearsal && <span class="plan-tag">{said.rehearsal}</span>}
                </li>
              );
            })}
          </ul>
        </>
      )}
    </section>
  );
}
