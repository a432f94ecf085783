import { useState } from "preact/hooks";
import { words } from "../../../state/look.js";
import { type StartTool, startTool, type Tool, toolFile, toolStarting } from "../../../state/lora-tools.js";
import { titleOfFamily } from "../../../state/plan-catalog.js";
import { ToolArgument, type Value } from "./ToolArgument.js";

const lines = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

function PathField({ label, value, onChange }: { label: string; value: string; onChange(path: string): void }) {
  return (
    <label class="wide">
      {label}
      <input
        type="text"
        spellcheck={false}
        value={value}
        onInput={({ currentTarget }) => onChange(currentTarget.value)}
      />
    </label>
  );
}

/** The LoRAs of a merge, and how much of each. */
function Merged(options: { loras: string; ratios: string; onLoras(text: string): void; onRatios(text: string): void }) {
  const { training } = words.value;
  const { tools: said } = training;
  return (
    <>
      <label class="wide">
        {said.moreLoras}
        <textarea
          rows={3}
          spellcheck={false}
          value={options.loras}
          onInput={({ currentTarget }) => options.onLoras(currentTarget.value)}
        />
      </label>
      <label>
        {said.ratios}
        <input
          type="text"
          placeholder="0.5, 0.5"
          value={options.ratios}
          onInput={({ currentTarget }) => options.onRatios(currentTarget.value)}
        />
      </label>
    </>
  );
}

/** What a tool is told, and the buttons that start it. */
export function ToolForm({ tool }: { tool: Tool }) {
  const { training } = words.value;
  const { tools: said } = training;
  const [values, setValues] = useState<Record<string, Value>>({});
  const [paths, setPaths] = useState<Record<string, string>>({});
  const [loras, setLoras] = useState(toolFile.value);
  const [ratios, setRatios] = useState("");
  const [output, setOutput] = useState("");
  const [family, setFamily] = useState("");
  const [allowPickle, setAllowPickle] = useState(false);
  const merges = tool.most > 1;
  const set = (name: string, value: Value | undefined): void => {
    const { [name]: _before, ...others } = values;
    setValues(value === undefined ? others : { ...others, [name]: value });
  };
  const start = (rehearsal: boolean): void => {
    const given = ratios.split(/[\s,、]+/).filter(Boolean);
    const params: StartTool = {
      tool: tool.name,
      loras: merges ? lines(loras) : tool.most === 0 ? [] : [toolFile.value],
      files: paths,
      values,
      rehearsal,
      allowPickle,
      ...(given.length > 0 ? { ratios: given.map(Number) } : {}),
      ...(output.trim() === "" ? {} : { output: output.trim() }),
    };
    const named = tool.families.find((one) => one === family);
    void startTool(named === undefined ? params : { ...params, family: named });
  };
  const note = said.notes[tool.name];
  return (
    <form
      class="tool-form"
      onSubmit={(event) => {
        event.preventDefault();
        start(false);
      }}
    >
      {note && <p class="muted wide">{note}</p>}
      {merges && <Merged loras={loras} ratios={ratios} onLoras={setLoras} onRatios={setRatios} />}
      {tool.files.map((file) => (
        <PathField
          key={file}
          label={said.files[file] ?? file}
          value={paths[file] ?? ""}
          onChange={(path) => setPaths({ ...paths, [file]: path })}
        />
      ))}
      {(merges || tool.most === 0) && (
        <label>
          {said.family}
          <select value={family} onChange={({ currentTarget }) => setFamily(currentTarget.value)}>
            <option value="">{said.familyFound}</option>
            {tool.families.map((one) => (
              <option key={one} value={one}>
                {titleOfFamily(one)}
              </option>
            ))}
          </select>
        </label>
      )}
      {tool.arguments.map((argument) => (
        <ToolArgument
          key={argument.name}
          argument={argument}
          value={values[argument.name]}
          keepsPrecision={tool.makes === "lora" && tool.least > 0}
          onChange={(value) => set(argument.name, value)}
        />
      ))}
      {tool.makes !== "nothing" && (
        <label class="wide">
          {said.output}
          <input
            type="text"
            spellcheck={false}
            placeholder={said.outputHint}
            value={output}
            onInput={({ currentTarget }) => setOutput(currentTarget.value)}
          />
        </label>
      )}
      <label class="check wide">
        <input
          type="checkbox"
          checked={allowPickle}
          onChange={({ currentTarget }) => setAllowPickle(currentTarget.checked)}
        />
        {said.allowPickle}
      </label>
      <div class="train-buttons wide">
        <button type="submit" class="primary" disabled={toolStarting.value}>
          {said.start}
        </button>
        <button type="button" disabled={toolStarting.value} onClick={() => start(true)}>
          {said.rehearse}
        </button>
        <small class="muted">{said.rehearseHint}</small>
      </div>
    </form>
  );
}
