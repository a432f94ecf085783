import { useEffect } from "preact/hooks";
import { Dialog } from "../../parts/Dialog.js";
import { Problem } from "../../parts/Problem.js";
import { RunningJob } from "../../parts/RunningJob.js";
import {
  askPreview,
  cutoutJob,
  endCutout,
  findLastCutout,
  previewed,
  redoing,
  report,
  showsResults,
  startCutout,
} from "../../state/cutout.js";
import {
  canPreview,
  chosenModel,
  cutoutError,
  cutoutForm,
  cutoutModels,
  downloadOfCutout,
  readCutoutModels,
} from "../../state/cutout-form.js";
import { pictures } from "../../state/dataset.js";
import { words } from "../../state/look.js";
import { ModelChoice } from "./CutoutModelChoice.js";
import { CutoutPreview } from "./CutoutPreview.js";
import { CutoutResults } from "./CutoutResults.js";
import { BackgroundChoice, EdgeSettings } from "./CutoutSettings.js";

// Who types or drags is not done yet.
const SETTLED_MS = 350;

function SetUp() {
  const { cutout } = words.value;
  const form = cutoutForm.value;
  const path = previewed.value?.path;
  const isReady = canPreview.value;
  useEffect(() => {
    const timer = setTimeout(() => void askPreview(), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [form, path, isReady]);
  const again = redoing.value;
  return (
    <div class="cutout-columns">
      <div class="cutout-form">
        <ModelChoice />
        <BackgroundChoice />
        <EdgeSettings />
        <div class="one-buttons dialog-line">
          <button type="button" class="primary" disabled={!isReady} onClick={() => void startCutout()}>
            {again === null ? cutout.start(pictures.value.length) : cutout.startOne}
          </button>
          {report.value && (
            <button
              type="button"
              onClick={() => {
                redoing.value = null;
                showsResults.value = true;
              }}
            >
              {cutout.lastResults}
            </button>
          )}
        </div>
      </div>
      <CutoutPreview />
    </div>
  );
}

function Inside() {
  const { cutout } = words.value;
  const download = chosenModel.value && downloadOfCutout(chosenModel.value);
  useEffect(() => {
    void readCutoutModels();
    void findLastCutout();
  }, []);
  // A download that ends has brought a model.
  const downloads = download?.jobId;
  useEffect(() => {
    if (downloads === undefined && cutoutModels.value.length > 0) void readCutoutModels();
  }, [downloads]);
  const shown = report.value;
  const isRunning = cutoutJob.value !== null;
  return (
    <>
      <h2>{cutout.title}</h2>
      <p class="muted">{cutout.note}</p>
      {cutoutError.value && <Problem error={cutoutError.value} />}
      {cutoutJob.value && <RunningJob job={cutoutJob.value} onEnd={(job) => void endCutout(job)} />}
      {!isRunning && (showsResults.value && shown ? <CutoutResults report={shown} /> : <SetUp />)}
    </>
  );
}

/** Backgrounds removed: settings with a preview, then the results to be looked at. */
export function CutoutDialog() {
  return (
    <Dialog name="cutout" title={words.value.cutout.title}>
      <Inside />
    </Dialog>
  );
}
