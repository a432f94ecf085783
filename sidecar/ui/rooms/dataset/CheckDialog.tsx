import { Dialog } from "../../parts/Dialog.js";
import { NumberField } from "../../parts/NumberField.js";
import { Problem } from "../../parts/Problem.js";
import { RunningJob } from "../../parts/RunningJob.js";
import { type Concept, check, checkError, checkForm, measuring, runCheck } from "../../state/check.js";
import { words } from "../../state/look.js";
import { CheckFindings } from "./CheckFindings.js";
import { DuplicatePairs } from "./DuplicatePairs.js";
import { SpreadBars } from "./SpreadBars.js";

const concepts: readonly Concept[] = ["character", "outfit", "object", "style"];

function Form() {
  const { check: said, choose } = words.value;
  const form = checkForm.value;
  return (
    <div class="two-fields">
      <label>
        {said.concept}
        <select
          value={form.concept}
          onChange={({ currentTarget }) => {
            const concept = concepts.find((name) => name === currentTarget.value);
            if (concept) checkForm.value = { ...form, concept };
          }}
        >
          {concepts.map((concept) => (
            <option key={concept} value={concept}>
              {choose.concepts[concept]}
            </option>
          ))}
        </select>
      </label>
      <NumberField
        label={said.maxSize}
        least={64}
        most={16384}
        value={form.maxSize}
        onChange={(maxSize) => {
          checkForm.value = { ...form, maxSize };
        }}
      />
    </div>
  );
}

/** What is still to be looked at, or how far it is. */
function Progress() {
  const { check: said } = words.value;
  if (measuring.value) return <RunningJob job={measuring.value} />;
  if (check.value === null) return null;
  const { pictures, measured } = check.value;
  if (measured === pictures) return null;
  return (
    <p class="check-progress">
      <button type="button" class="primary" onClick={() => void runCheck()}>
        {measured === 0 ? said.run(pictures) : said.again(pictures - measured)}
      </button>
      <small class="muted">{said.note}</small>
    </p>
  );
}

const tones = { ready: "green", warnings: "amber", "not-trainable": "red" } as const;

function Report() {
  const { check: said } = words.value;
  const found = check.value;
  if (found === null || found.measured === 0) return null;
  return (
    <>
      <p class={`verdict ${tones[found.verdict]}`}>{said.verdicts[found.verdict]}</p>
      <CheckFindings check={found} />
      <DuplicatePairs />
      <SpreadBars />
    </>
  );
}

/** What would hurt training with the folder's pictures, and what to do about it. */
export function CheckDialog() {
  const { check: said } = words.value;
  return (
    <Dialog name="checkup" title={said.title}>
      <h2>{said.title}</h2>
      <Form />
      <Progress />
      {checkError.value && <Problem error={checkError.value} />}
      <Report />
    </Dialog>
  );
}
