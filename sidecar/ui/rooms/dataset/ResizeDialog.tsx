import { useEffect } from "preact/hooks";
import { Dialog } from "../../parts/Dialog.js";
import { ErrorLine } from "../../parts/ErrorLine.js";
import { Problem } from "../../parts/Problem.js";
import { RunningJob } from "../../parts/RunningJob.js";
import { openFolder } from "../../state/dataset.js";
import { words } from "../../state/look.js";
import { panel } from "../../state/panels.js";
import {
  endResize,
  previewResize,
  resizeError,
  resizeForm,
  resizeJob,
  resizePreview,
  resizeReport,
  startResize,
} from "../../state/resize.js";
import { ResizeFields } from "./ResizeFields.js";
import { ResizePreview } from "./ResizePreview.js";

// Who types is not done yet.
const SETTLED_MS = 250;

function Done() {
  const { resize } = words.value;
  const report = resizeReport.value;
  if (report === null) return null;
  const failed = report.pictures.filter(({ error }) => error);
  return (
    <div role="status">
      <p class="green">{resize.done(report.counts.done, report.counts.failed)}</p>
      <ul class="amber">
        {failed.slice(0, 20).map(({ before, error }) => (
          <li key={before}>{error && <ErrorLine error={error} />}</li>
        ))}
      </ul>
      {report.originals === null && report.counts.done > 0 && (
        <button
          type="button"
          onClick={() => {
            panel.value = null;
            openFolder(report.output);
          }}
        >
          {resize.openSet}
        </button>
      )}
    </div>
  );
}

const lastPart = (path: string): string => path.replace(/[\\/]+$/, "").replace(/^.*[\\/]/, "");

function Inside() {
  const { resize } = words.value;
  const form = resizeForm.value;
  const preview = resizePreview.value;
  useEffect(() => {
    const timer = setTimeout(() => void previewResize(), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [form]);
  const name = preview === null ? "" : lastPart(preview.folder);
  return (
    <>
      <h2>{resize.title}</h2>
      <p class="muted">{resize.note}</p>
      <ResizeFields />
      {resizeError.value && <Problem error={resizeError.value} />}
      {resizeJob.value && <RunningJob job={resizeJob.value} onEnd={(job) => void endResize(job)} />}
      {resizeJob.value === null && preview !== null && (
        <div class="one-buttons dialog-line">
          <button type="button" class="primary" onClick={() => void startResize()}>
            {form.inPlace
              ? resize.startInPlace(preview.pictures, `${name}-originals`)
              : resize.start(preview.pictures, `${name}-resized`)}
          </button>
        </div>
      )}
      <Done />
      {preview !== null && <ResizePreview images={preview.images} />}
    </>
  );
}

/** Resizing and cropping, with what stays of each picture drawn before anything is made. */
export function ResizeDialog() {
  return (
    <Dialog name="resize" title={words.value.resize.title}>
      <Inside />
    </Dialog>
  );
}
