import type { PlanFamily } from "../../../../protocol/generated/methods.js";
import { words } from "../../state/look.js";
import { changePlan, type Examined, examined, plan } from "../../state/plan.js";
import { titleOfFamily } from "../../state/plan-catalog.js";
import { Field, Reasons } from "./Field.js";

/** What the file says of itself. */
export function ModelFacts({ model }: { model: NonNullable<Examined["model"]> }) {
  const { plan: said, jobs } = words.value;
  if (model.broken !== null) return <p class="red">{said.modelBroken(model.broken)}</p>;
  if (!model.exists) return <p class="amber">{said.modelMissing(model.path)}</p>;
  return (
    <p>
      {model.family === null ? said.modelUnknown : said.modelSays(titleOfFamily(model.family))}
      {model.prediction && ` ${said.predictions[model.prediction]}`}{" "}
      <span class="muted figures">{model.bytes > 0 && jobs.size(model.bytes)}</span>
    </p>
  );
}

/** The plan is for another kind of model than the file is. */
function OtherFamily({ is, planned }: { is: PlanFamily; planned: PlanFamily }) {
  const { plan: said } = words.value;
  return (
    <p>
      <span class="red">{said.otherFamily(titleOfFamily(is), titleOfFamily(planned))}</span>{" "}
      <button type="button" class="small" onClick={() => changePlan({ family: is })}>
        {said.planFor(titleOfFamily(is))}
      </button>
    </p>
  );
}

/** The base model: where it lies, and what it is. */
export function BaseModel() {
  const { plan: said } = words.value;
  const model = examined.value?.model ?? null;
  const family = plan.value?.family;
  // Where a foreign path lies here is asked for beside it.
  const isForeign = examined.value?.paths.some(
    ({ argument, state }) => argument === "pretrained_model_name_or_path" && state === "foreign",
  );
  return (
    <div>
      <h3>{said.baseModel}</h3>
      <Field name="pretrained_model_name_or_path" />
      {model && !isForeign && <ModelFacts model={model} />}
      {model?.family && family && model.family !== family && <OtherFamily is={model.family} planned={family} />}
      <Reasons of={["family", "loraType"]} />
      {plan.value?.datasets === null && <Field name="train_data_dir" />}
    </div>
  );
}
