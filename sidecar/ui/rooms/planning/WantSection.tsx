import { words } from "../../state/look.js";
import { panel } from "../../state/panels.js";
import { plan, replaced } from "../../state/plan.js";
import { catalog } from "../../state/plan-catalog.js";
import { parameterSearch } from "../../state/plan-fields.js";
import { takeBack } from "../../state/plan-wishes.js";
import { Field } from "./Field.js";
import { SumLine } from "./SumLine.js";
import { WishForm } from "./WishForm.js";

// These stand where their facts are told: with the pictures, and in the sum.
const elsewhere = new Set(["pretrained_model_name_or_path", "train_data_dir", "train_batch_size"]);

/** Opens all parameters, with nothing searched for. */
function openParameters(): void {
  parameterSearch.value = "";
  panel.value = "planParameters";
}

function FrontFields() {
  const { plan: said } = words.value;
  const all = catalog.value?.parameters ?? [];
  return (
    <>
      <h3>{said.numbersThatMatter}</h3>
      <div class="plan-fields">
        {all
          .filter(({ front, name }) => front && !elsewhere.has(name))
          .map(({ name }) => (
            <Field key={name} name={name} />
          ))}
      </div>
      <p>
        <button type="button" onClick={openParameters}>
          {said.allParameters(all.length)}
        </button>
      </p>
    </>
  );
}

/** What you want: a proposal first, then the few numbers that matter. */
export function WantSection() {
  const { plan: said } = words.value;
  return (
    <section aria-labelledby="plan-want" class="plan-section">
      <h2 id="plan-want">{said.want}</h2>
      {plan.value === null ? (
        <WishForm />
      ) : (
        <>
          {replaced.value && (
            <p class="notice" role="status">
              <span class="green">{said.proposedAnew}</span>{" "}
              <button type="button" class="small" onClick={takeBack}>
                {said.takeBack}
              </button>
            </p>
          )}
          <SumLine />
          <details class="plan-anew">
            <summary>{said.anew}</summary>
            <WishForm />
          </details>
          <FrontFields />
        </>
      )}
    </section>
  );
}
