import { NumberField } from "../../parts/NumberField.js";
import { type ArrangeForm, arrangeForm, type FurtherConcept } from "../../state/arrange.js";
import { words } from "../../state/look.js";

const change = (part: Partial<ArrangeForm>): void => {
  arrangeForm.value = { ...arrangeForm.value, ...part };
};

interface TextFieldOptions {
  label: string;
  value: string;
  placeholder?: string;
  onChange(value: string): void;
}

function TextField({ label, value, placeholder = "", onChange }: TextFieldOptions) {
  return (
    <label>
      {label}
      <input
        type="text"
        value={value}
        placeholder={placeholder}
        spellcheck={false}
        onInput={({ currentTarget }) => onChange(currentTarget.value)}
      />
    </label>
  );
}

function Check({ name, label }: { name: "move" | "balance"; label: string }) {
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={arrangeForm.value[name]}
        onChange={({ currentTarget }) => change({ [name]: currentTarget.checked })}
      />
      {label}
    </label>
  );
}

/** One further subject: its folder, trigger and repeats. */
function ConceptRow({ concept, place }: { concept: FurtherConcept; place: number }) {
  const { arrange } = words.value;
  const { concepts } = arrangeForm.value;
  const put = (part: Partial<FurtherConcept>): void =>
    change({ concepts: concepts.map((one, index) => (index === place ? { ...one, ...part } : one)) });
  return (
    <div class="two-fields">
      <TextField label={arrange.folder} value={concept.folder} onChange={(folder) => put({ folder })} />
      <TextField label={arrange.trigger} value={concept.trigger} onChange={(trigger) => put({ trigger })} />
      <NumberField
        label={arrange.repeats}
        least={1}
        most={100000}
        value={concept.repeats}
        onChange={(repeats) => put({ repeats })}
      />
      <button
        type="button"
        class="small row-end"
        onClick={() => change({ concepts: concepts.filter((_, index) => index !== place) })}
      >
        {arrange.removeConcept(concept.trigger)}
      </button>
    </div>
  );
}

/** How folders are arranged for the trainer. */
export function ArrangeFields({ into }: { into: string }) {
  const { arrange } = words.value;
  const form = arrangeForm.value;
  const { regularisation, concepts } = form;
  return (
    <>
      <div class="two-fields">
        <TextField
          label={arrange.trigger}
          value={form.trigger}
          placeholder="okara"
          onChange={(trigger) => change({ trigger })}
        />
        <NumberField
          label={arrange.repeats}
          least={1}
          most={100000}
          value={form.repeats}
          onChange={(repeats) => change({ repeats })}
        />
        <TextField label={arrange.kind} value={form.kind} placeholder="girl" onChange={(kind) => change({ kind })} />
      </div>
      <TextField
        label={arrange.into}
        value={form.into}
        placeholder={into}
        onChange={(value) => change({ into: value })}
      />
      {concepts.map((concept, place) => (
        <ConceptRow key={place} concept={concept} place={place} />
      ))}
      <p>
        <button
          type="button"
          class="small"
          onClick={() => change({ concepts: [...concepts, { folder: "", trigger: "", repeats: 10 }] })}
        >
          {arrange.addConcept}
        </button>
      </p>
      {concepts.length > 0 && <Check name="balance" label={arrange.balance} />}
      <Check name="move" label={arrange.move} />
      <label class="check">
        <input
          type="checkbox"
          checked={regularisation !== null}
          onChange={({ currentTarget }) =>
            change({ regularisation: currentTarget.checked ? { folder: "", class: "" } : null })
          }
        />
        {arrange.regularisation}
      </label>
      {regularisation && (
        <div class="two-fields">
          <TextField
            label={arrange.folder}
            value={regularisation.folder}
            onChange={(folder) => change({ regularisation: { ...regularisation, folder } })}
          />
          <TextField
            label={arrange.regularisationClass}
            value={regularisation.class}
            onChange={(value) => change({ regularisation: { ...regularisation, class: value } })}
          />
        </div>
      )}
    </>
  );
}
