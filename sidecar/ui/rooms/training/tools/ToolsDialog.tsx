import { useEffect } from "preact/hooks";
import { Dialog } from "../../../parts/Dialog.js";
import { DialogEnd } from "../../../parts/DialogEnd.js";
import { Problem } from "../../../parts/Problem.js";
import { words } from "../../../state/look.js";
import { chosenTool, readToolList, toolError, toolFile, toolList, toolRun } from "../../../state/lora-tools.js";
import { ShownRun } from "./ShownRun.js";
import { ToolForm } from "./ToolForm.js";
import { VerifiedFile } from "./VerifiedFile.js";

function Chosen() {
  const { training } = words.value;
  const { tools: said } = training;
  const tool = toolList.value.find(({ name }) => name === chosenTool.value);
  return (
    <>
      <label>
        {said.tool}
        <select
          value={chosenTool.value}
          onChange={({ currentTarget }) => {
            chosenTool.value = currentTarget.value;
            toolError.value = null;
          }}
        >
          {["verify", ...toolList.value.map(({ name }) => name)].map((name) => (
            <option key={name} value={name}>
              {said.tools[name] ?? name}
            </option>
          ))}
        </select>
      </label>
      {toolError.value && <Problem error={toolError.value} />}
      {tool ? <ToolForm tool={tool} key={tool.name} /> : toolError.value === null && <VerifiedFile />}
    </>
  );
}

function Inside() {
  const { training } = words.value;
  useEffect(() => void readToolList(), []);
  return (
    <>
      <h2>{training.tools.title}</h2>
      <p class="muted tool-path">{toolFile.value}</p>
      {toolRun.value ? <ShownRun run={toolRun.value} /> : <Chosen />}
      <DialogEnd close={training.tools.close} />
    </>
  );
}

/** What can be done with a LoRA file. */
export function ToolsDialog() {
  return (
    <Dialog name="loraTools" title={words.value.training.tools.title}>
      <Inside />
    </Dialog>
  );
}
