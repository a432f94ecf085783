import { furtherModels, join } from "../../state/choice.js";
import { words } from "../../state/look.js";
import { preview } from "../../state/preview.js";
import { firstModel, models } from "../../state/tagging.js";
import { NumberField, SelectField } from "./Fields.js";

const weightLimits = { min: 0.05, max: 100, step: 0.05 };

function FurtherModels() {
  const { several } = words.value.choose;
  return (
    <>
      {furtherModels.value.map(({ model, weight }, index) => {
        const name = models.value.find((one) => one.model === model)?.name ?? model;
        const others = furtherModels.value.filter((_, place) => place !== index);
        return (
          <div key={model} class="further-model">
            <span>{name}</span>
            <NumberField
              label={several.weight}
              value={weight}
              limits={weightLimits}
              onChange={(value) => {
                furtherModels.value = furtherModels.value.map((one, place) =>
                  place === index ? { model, weight: value ?? 1 } : one,
                );
              }}
            />
            <button type="button" class="small" onClick={() => (furtherModels.value = others)}>
              {several.remove(name)}
            </button>
          </div>
        );
      })}
    </>
  );
}

function Disagreements() {
  const { several, advice } = words.value.choose;
  const found = preview.value?.disagreements ?? [];
  if (found.length === 0) return null;
  return (
    <details class="whole-row">
      <summary class="amber">{several.disagree(found.length)}</summary>
      <p class="note muted">{several.disagreeNote}</p>
      <ul class="chips">
        {found.map(({ tag, images }) => (
          <li key={tag}>
            {tag.replaceAll("_", " ")} <span class="muted">{advice.on(images, preview.value?.scored ?? 0)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Further taggers beside the first one, and how their scores become one. */
export function SeveralModels() {
  const { several } = words.value.choose;
  const used = new Set(furtherModels.value.map(({ model }) => model));
  const first = firstModel.value;
  const unused = models.value.filter(({ model, state }) => state === "here" && model !== first && !used.has(model));
  if (unused.length + used.size === 0) return null;
  return (
    <div class="several whole-row">
      <FurtherModels />
      {unused.length > 0 && (
        <select
          class="small"
          aria-label={several.add}
          value=""
          onChange={({ currentTarget }) => {
            furtherModels.value = [...furtherModels.value, { model: currentTarget.value, weight: 1 }];
          }}
        >
          <option value="">{several.add}</option>
          {unused.map(({ model, name }) => (
            <option key={model} value={model}>
              {name}
            </option>
          ))}
        </select>
      )}
      {furtherModels.value.length > 0 && (
        <SelectField
          label={several.join}
          value={join.value}
          options={several.joins}
          onChange={(mode) => (join.value = mode)}
        />
      )}
      <Disagreements />
    </div>
  );
}
