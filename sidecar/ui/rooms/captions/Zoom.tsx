import { useEffect, useState } from "preact/hooks";
import { Dialog } from "../../parts/Dialog.js";
import { pictureAddress } from "../../rpc.js";
import { selectBy } from "../../state/captions.js";
import { selected } from "../../state/dataset.js";
import { words } from "../../state/look.js";

const STEPS = [1, 1.5, 2, 3, 4, 6, 8];

function Picture() {
  const { editor } = words.value;
  const [step, setStep] = useState(0);
  const picture = selected.value;
  const scale = STEPS[step] ?? 1;
  const zoom = (by: number): void => setStep(Math.min(Math.max(step + by, 0), STEPS.length - 1));
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const steps: Record<string, number> = { "+": 1, "=": 1, "-": -1 };
      const moves: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1 };
      const by = steps[event.key];
      const move = scale === 1 ? moves[event.key] : undefined;
      if (by !== undefined) zoom(by);
      else if (move !== undefined) selectBy(move);
      else return;
      event.preventDefault();
    };
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  });
  if (!picture) return null;
  return (
    <div class="zoom-inside">
      <div class="one-buttons">
        <strong class="file-name">{picture.name}</strong>
        <span class="space" />
        <button type="button" class="small" aria-label={editor.smaller} onClick={() => zoom(-1)}>
          −
        </button>
        <span class="figures">{Math.round(scale * 100)} %</span>
        <button type="button" class="small" aria-label={editor.larger} onClick={() => zoom(1)}>
          +
        </button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls is scrolled by keys only with the focus */}
      <div class="zoom-pane" tabIndex={0} onWheel={(event) => event.ctrlKey && zoom(event.deltaY < 0 ? 1 : -1)}>
        <img src={pictureAddress("image", picture)} alt={picture.name} style={{ height: `${scale * 72}vh` }} />
      </div>
    </div>
  );
}

export function Zoom() {
  return (
    <Dialog name="zoom" title={words.value.editor.zoom}>
      <Picture />
    </Dialog>
  );
}
