import { NumberField } from "../../parts/NumberField.js";
import { redoing } from "../../state/cutout.js";
import { type CutoutForm, cutoutForm } from "../../state/cutout-form.js";
import { words } from "../../state/look.js";

const change = (part: Partial<CutoutForm>): void => {
  cutoutForm.value = { ...cutoutForm.value, ...part };
};

interface CheckOptions {
  label: string;
  checked: boolean;
  onChange(checked: boolean): void;
}

const Check = ({ label, checked, onChange }: CheckOptions) => (
  <label class="check">
    <input type="checkbox" checked={checked} onChange={({ currentTarget }) => onChange(currentTarget.checked)} />
    {label}
  </label>
);

export function BackgroundChoice() {
  const { cutout } = words.value;
  const { background, colour } = cutoutForm.value;
  const kinds = { transparent: cutout.transparent, white: cutout.white, colour: cutout.colour };
  return (
    <fieldset class="cutout-background">
      <legend>{cutout.background}</legend>
      {(["transparent", "white", "colour"] as const).map((kind) => (
        <label key={kind} class="check">
          <input
            type="radio"
            name="cutout-background"
            checked={background === kind}
            onChange={() => change({ background: kind })}
          />
          {kinds[kind]}
        </label>
      ))}
      {background === "colour" && (
        <input
          type="color"
          aria-label={cutout.colour}
          value={colour}
          onChange={({ currentTarget }) => change({ colour: currentTarget.value })}
        />
      )}
    </fieldset>
  );
}

/** What is made of the mask, and where it all goes; folded, because the usual values do. */
export function EdgeSettings() {
  const { cutout } = words.value;
  const form = cutoutForm.value;
  return (
    <details>
      <summary>{cutout.settings}</summary>
      <Check
        label={cutout.decontaminate}
        checked={form.decontaminate}
        onChange={(decontaminate) => change({ decontaminate })}
      />
      <Check label={cutout.matting} checked={form.matting} onChange={(matting) => change({ matting })} />
      {form.matting && (
        <div class="two-fields">
          <NumberField
            label={cutout.mattingForeground}
            least={1}
            most={255}
            value={form.foreground}
            onChange={(foreground) => change({ foreground })}
          />
          <NumberField
            label={cutout.mattingBackground}
            least={0}
            most={254}
            value={form.ground}
            onChange={(ground) => change({ ground })}
          />
          <NumberField
            label={cutout.mattingErode}
            least={0}
            most={200}
            value={form.erode}
            onChange={(erode) => change({ erode })}
          />
        </div>
      )}
      <Check label={cutout.threshold} checked={form.hard} onChange={(hard) => change({ hard })} />
      {form.hard && (
        <NumberField
          label={cutout.thresholdAt}
          least={1}
          most={99}
          value={form.hardFrom}
          onChange={(hardFrom) => change({ hardFrom })}
        />
      )}
      <NumberField
        label={cutout.despeckle}
        least={0}
        most={500}
        value={form.despeckle}
        onChange={(despeckle) => change({ despeckle })}
      />
      <Check label={cutout.masks} checked={form.masks} onChange={(masks) => change({ masks })} />
      {redoing.value === null && (
        <>
          <Check label={cutout.beside} checked={form.beside} onChange={(beside) => change({ beside })} />
          {!form.beside && (
            <label>
              {cutout.output}
              <input
                type="text"
                value={form.output}
                onChange={({ currentTarget }) => change({ output: currentTarget.value })}
              />
            </label>
          )}
        </>
      )}
    </details>
  );
}
