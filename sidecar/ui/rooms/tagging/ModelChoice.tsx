import { useState } from "preact/hooks";
import { usual } from "../../state/choice.js";
import { words } from "../../state/look.js";
import { chooseModel, type Model } from "../../state/models.js";
import { firstModel, model, models } from "../../state/tagging.js";
import { CudaOffer } from "./CudaOffer.js";
import { ModelNote } from "./ModelNote.js";

const OTHER = "another folder";

function Option({ one }: { one: Model }) {
  const { tagging, jobs } = words.value;
  const size = one.bytes === undefined || one.state === "here" ? "" : ` (${jobs.size(one.bytes)})`;
  return <option value={one.model}>{one.builtIn ? tagging.builtIn : `${one.name}${size}`}</option>;
}

function Group({ label, state }: { label: string; state: Model["state"] }) {
  const members = models.value.filter((one) => one.state === state);
  if (members.length === 0) return null;
  return (
    <optgroup label={label}>
      {members.map((one) => (
        <Option key={one.model} one={one} />
      ))}
    </optgroup>
  );
}

/** A tagger that the sidecar knows, here or to be downloaded, or the folder of another one. */
export function ModelChoice() {
  const { tagging } = words.value;
  const known = models.value.find((one) => one.model === firstModel.value);
  const [other, setOther] = useState((model.value ?? usual.value.model) !== null && known === undefined);
  return (
    <>
      <label class="field model">
        {tagging.model}
        <select
          value={other ? OTHER : known?.model}
          onChange={({ currentTarget }) => {
            setOther(currentTarget.value === OTHER);
            chooseModel(currentTarget.value === OTHER ? "" : currentTarget.value);
          }}
        >
          <Group label={tagging.here} state="here" />
          <option value={OTHER}>{tagging.otherModel}</option>
          <Group label={tagging.toDownload} state="absent" />
        </select>
      </label>
      {other && (
        <label class="field whole-row">
          {tagging.modelFolder}
          <input
            value={model.value ?? usual.value.model ?? ""}
            spellcheck={false}
            required
            onInput={({ currentTarget }) => (model.value = currentTarget.value)}
          />
        </label>
      )}
      {!other && known && <ModelNote model={known} />}
      <CudaOffer />
    </>
  );
}
