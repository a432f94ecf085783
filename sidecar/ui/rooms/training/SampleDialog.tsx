import { useEffect, useState } from "preact/hooks";
import { Choice } from "../../parts/Choice.js";
import { Compare } from "../../parts/Compare.js";
import { Dialog } from "../../parts/Dialog.js";
import { DialogEnd } from "../../parts/DialogEnd.js";
import { SendButtons } from "../../parts/SendButtons.js";
import { pictureAddress } from "../../rpc.js";
import { words } from "../../state/look.js";
import { sampleText, sampleToSend } from "../../state/sample-to-send.js";
import {
  besideMoment,
  momentKey,
  moveSample,
  type Sample,
  type SampleMoment,
  shownSample,
  shownSamples,
} from "../../state/training-samples.js";

const MODES = ["slider", "beside"] as const;

const signs = [
  ["ArrowUp", "↑", -1, 0],
  ["ArrowDown", "↓", 1, 0],
  ["ArrowLeft", "←", 0, -1],
  ["ArrowRight", "→", 0, 1],
] as const;

/** First in the dialog, so that the focus begins where arrow keys move over the wall. */
function Arrows() {
  const { runs: said } = words.value;
  return (
    <span class="train-row-buttons">
      {signs.map(([key, sign, down, right]) => (
        <button
          type="button"
          class="small"
          key={key}
          aria-label={said.goTo[key]}
          title={said.goTo[key]}
          onClick={() => moveSample(down, right)}
        >
          {sign}
        </button>
      ))}
    </span>
  );
}

/** Arrow keys move over the wall, where no field needs them itself. */
function useArrows(): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const step = signs.find(([key]) => key === event.key);
      const { target } = event;
      if (!step || (target instanceof HTMLElement && ["INPUT", "SELECT"].includes(target.tagName))) return;
      event.preventDefault();
      moveSample(step[2], step[3]);
    };
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, []);
}

interface Drawn {
  moment: SampleMoment;
  picture: Sample;
}

function Picture({ drawn: { moment, picture } }: { drawn: Drawn }) {
  const { runs: said } = words.value;
  return (
    <figure class="sample-figure">
      <img src={pictureAddress("image", picture)} alt={said.moment(moment.step, moment.epoch)} />
      <figcaption class="figures muted">{said.moment(moment.step, moment.epoch)}</figcaption>
    </figure>
  );
}

function Pictures({ shown, beside, mode }: { shown: Drawn; beside: Drawn | null; mode: (typeof MODES)[number] }) {
  const { runs: said } = words.value;
  if (beside === null) return <Picture drawn={shown} />;
  const isEarlier = beside.moment.step <= shown.moment.step;
  const [before, after] = isEarlier ? [beside, shown] : [shown, beside];
  const side = ({ moment, picture }: Drawn) => ({
    address: pictureAddress("image", picture),
    label: said.moment(moment.step, moment.epoch),
  });
  if (mode === "slider") return <Compare before={side(before)} after={side(after)} label={said.compareHandle} />;
  return (
    <div class="sample-beside">
      <Picture drawn={before} />
      <Picture drawn={after} />
    </div>
  );
}

function Inside() {
  const { runs: said } = words.value;
  const [mode, setMode] = useState<(typeof MODES)[number]>("slider");
  useArrows();
  const [samples, shown] = [shownSamples.value, shownSample.value];
  const drawnAt = (key: string | null): Drawn | null => {
    const moment = samples?.rows.find((one) => momentKey(one) === key);
    const picture = moment?.pictures.find(({ prompt }) => prompt === shown?.prompt);
    return moment && picture ? { moment, picture } : null;
  };
  const drawn = drawnAt(shown?.moment ?? null);
  if (!samples || !shown || !drawn) return null;
  const beside = besideMoment.value === shown.moment ? null : drawnAt(besideMoment.value);
  const others = samples.rows.filter((one) => momentKey(one) !== shown.moment && drawnAt(momentKey(one)) !== null);
  const prompt = samples.prompts[shown.prompt];
  return (
    <>
      <h2 class="figures">
        {said.moment(drawn.moment.step, drawn.moment.epoch)}{" "}
        <small class="muted">{said.seedUsed(drawn.picture.seed)}</small>
      </h2>
      <p class="sample-words">{prompt?.text ?? said.promptNumber(shown.prompt)}</p>
      <div class="train-buttons">
        <Arrows />
        <label>
          {said.compareWith}{" "}
          <select
            value={beside === null ? "" : (besideMoment.value ?? "")}
            onChange={({ currentTarget }) => {
              besideMoment.value = currentTarget.value || null;
            }}
          >
            <option value="">{said.compareNone}</option>
            {others.map((one) => (
              <option key={momentKey(one)} value={momentKey(one)}>
                {said.moment(one.step, one.epoch)}
              </option>
            ))}
          </select>
        </label>
        {beside && (
          <Choice
            label={said.compareMode}
            names={MODES}
            words={said.compareModes}
            value={mode}
            onChange={(name) => setMode(name === "beside" ? name : "slider")}
          />
        )}
        <small class="muted">{said.sampleKeys}</small>
      </div>
      <Pictures shown={drawn} beside={beside} mode={mode} />
      <p class="muted sample-file">
        <code>{drawn.picture.name}</code>
      </p>
      <p class="train-buttons">
        <SendButtons
          key={drawn.picture.path}
          copy={words.value.send.copy}
          sent={{ text: sampleText(drawn.picture), isInfotext: true, picture: pictureAddress("image", drawn.picture) }}
          prepare={() => sampleToSend(drawn.moment, drawn.picture)}
        />
      </p>
      <DialogEnd close={said.close} />
    </>
  );
}

/** One sample picture, large; beside another moment of the same prompt. */
export function SampleDialog() {
  return (
    <Dialog name="sample" title={words.value.runs.samples}>
      <Inside />
    </Dialog>
  );
}
