import { Choice } from "../../../../parts/Choice.js";
import { NumberField } from "../../../../parts/NumberField.js";
import { words } from "../../../../state/look.js";
import { axes } from "../../../../state/sweep-view.js";
import {
  changeExport,
  type ExportForm,
  exportForm,
  exportFormats,
  exportKinds,
  exportPath,
  isFolder,
  isNamed,
  isPicture,
} from "../../../../state/sweep-view-export.js";
import { axisTitle } from "../../../../state/sweep-view-words.js";

function Check({ name, label }: { name: "legend" | "problems"; label: string }) {
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={exportForm.value[name]}
        onChange={({ currentTarget }) => changeExport({ [name]: currentTarget.checked })}
      />
      {label}
    </label>
  );
}

function SheetFields({ form }: { form: ExportForm }) {
  const { sweepView: said } = words.value;
  return (
    <>
      <div class="two-fields">
        <NumberField
          label={said.cellWidth}
          least={32}
          most={4096}
          value={form.cellWidth}
          onChange={(cellWidth) => changeExport({ cellWidth })}
        />
        <NumberField
          label={said.margin}
          least={0}
          most={500}
          value={form.margin}
          onChange={(margin) => changeExport({ margin })}
        />
      </div>
      {form.kind !== "deep-zoom" && (
        <Choice
          label={said.format}
          names={exportFormats}
          words={said.formats}
          value={form.format}
          onChange={(format) => changeExport({ format })}
        />
      )}
      <Check name="legend" label={said.legend} />
      <Check name="problems" label={said.showProblems} />
    </>
  );
}

function AnimationFields({ form }: { form: ExportForm }) {
  const { sweepView: said } = words.value;
  const varying = axes.value.filter(({ values }) => values.length > 1);
  return (
    <div class="two-fields">
      <label>
        {said.along}
        <select value={form.along} onChange={({ currentTarget }) => changeExport({ along: currentTarget.value })}>
          {varying.map((axis) => (
            <option key={axis.id} value={axis.id}>
              {axisTitle(axis)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {said.secondsPerFrame}
        <input
          type="number"
          min={0.05}
          max={10}
          step={0.05}
          value={form.secondsPerFrame}
          onInput={({ currentTarget: { valueAsNumber: typed } }) =>
            typed >= 0.05 && typed <= 10 && changeExport({ secondsPerFrame: typed })
          }
        />
      </label>
    </div>
  );
}

/** What is written and where. The sheet itself is as the grid stands. */
export function ExportFields() {
  const { sweepView: said } = words.value;
  const form = exportForm.value;
  return (
    <>
      <Choice
        label={said.kind}
        names={exportKinds}
        words={said.kinds}
        value={form.kind}
        onChange={(kind) => changeExport({ kind })}
      />
      <p class="muted">{said.kindMeans[form.kind]}</p>
      {isPicture(form.kind) && <SheetFields form={form} />}
      {form.kind === "animation" && <AnimationFields form={form} />}
      <label>
        {said.folder}
        <input
          type="text"
          spellcheck={false}
          value={form.folder}
          onInput={({ currentTarget }) => changeExport({ folder: currentTarget.value })}
        />
      </label>
      <label>
        {isFolder(form.kind) ? said.folderName : said.fileName}
        <input
          type="text"
          spellcheck={false}
          value={form.name}
          onInput={({ currentTarget }) => changeExport({ name: currentTarget.value })}
        />
      </label>
      {isNamed.value && (
        <p class="muted">
          <code>{exportPath.value}</code>
        </p>
      )}
    </>
  );
}
