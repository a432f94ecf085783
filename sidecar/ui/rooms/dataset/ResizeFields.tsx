import { Choice } from "../../parts/Choice.js";
import { NumberField } from "../../parts/NumberField.js";
import { words } from "../../state/look.js";
import { aspectNames, type ResizeForm, resizeForm } from "../../state/resize.js";

const change = (part: Partial<ResizeForm>): void => {
  resizeForm.value = { ...resizeForm.value, ...part };
};

function Check({ name, label }: { name: "trim" | "enlarge" | "inPlace"; label: string }) {
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={resizeForm.value[name]}
        onChange={({ currentTarget }) => change({ [name]: currentTarget.checked })}
      />
      {label}
    </label>
  );
}

/** The size in the way that was chosen. */
function SizeFields() {
  const { resize } = words.value;
  const { kind, maxSize, width, height } = resizeForm.value;
  if (kind === "limit") {
    return (
      <NumberField
        label={resize.maxSize}
        least={16}
        most={16384}
        value={maxSize}
        onChange={(value) => change({ maxSize: value })}
      />
    );
  }
  if (kind === "keep") return null;
  return (
    <>
      <NumberField
        label={resize.width}
        least={16}
        most={16384}
        value={width}
        onChange={(value) => change({ width: value })}
      />
      <NumberField
        label={resize.height}
        least={16}
        most={16384}
        value={height}
        onChange={(value) => change({ height: value })}
      />
    </>
  );
}

function Upscaler() {
  const { resize } = words.value;
  const { upscaler, enlarge } = resizeForm.value;
  if (!enlarge) return null;
  return (
    <>
      <label class="check">
        <input
          type="checkbox"
          checked={upscaler !== null}
          onChange={({ currentTarget }) =>
            change({ upscaler: currentTarget.checked ? { url: "http://127.0.0.1:7860", name: "Lanczos" } : null })
          }
        />
        {resize.upscaler}
      </label>
      {upscaler && (
        <div class="two-fields">
          <label>
            {resize.upscalerUrl}
            <input
              type="url"
              value={upscaler.url}
              onChange={({ currentTarget }) => change({ upscaler: { ...upscaler, url: currentTarget.value } })}
            />
          </label>
          <label>
            {resize.upscalerName}
            <input
              type="text"
              value={upscaler.name}
              onChange={({ currentTarget }) => change({ upscaler: { ...upscaler, name: currentTarget.value } })}
            />
          </label>
        </div>
      )}
    </>
  );
}

/** How pictures are resized and cropped. */
export function ResizeFields() {
  const { resize } = words.value;
  const form = resizeForm.value;
  return (
    <>
      <div class="two-fields">
        <Choice
          label={resize.kind}
          names={["limit", "size", "keep"] as const}
          words={resize.kinds}
          value={form.kind}
          onChange={(kind) => change({ kind })}
        />
        <SizeFields />
      </div>
      <div class="two-fields">
        {form.kind !== "size" && (
          <Choice
            label={resize.aspect}
            names={aspectNames}
            words={resize.aspects}
            value={form.aspect}
            onChange={(aspect) => change({ aspect })}
          />
        )}
        <Choice
          label={resize.focus}
          names={["top", "middle", "bottom", "subject"] as const}
          words={resize.focusNames}
          value={form.focus}
          onChange={(focus) => change({ focus })}
        />
        {form.kind !== "size" && (
          <NumberField
            label={resize.multiple}
            least={1}
            most={512}
            value={form.multiple}
            onChange={(multiple) => change({ multiple })}
          />
        )}
      </div>
      <Check name="trim" label={resize.trim} />
      <Check name="enlarge" label={resize.enlarge} />
      <Upscaler />
      <Check name="inPlace" label={resize.inPlace} />
    </>
  );
}
