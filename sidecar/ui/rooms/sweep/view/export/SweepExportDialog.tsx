import { useEffect } from "preact/hooks";
import { Dialog } from "../../../../parts/Dialog.js";
import { Problem } from "../../../../parts/Problem.js";
import { warningWords } from "../../../../state/error-words.js";
import { words } from "../../../../state/look.js";
import { panel } from "../../../../state/panels.js";
import {
  exportError,
  exportForm,
  exporting,
  lookAtExport,
  planned,
  sheet,
  sheetLook,
  writeExport,
  written,
} from "../../../../state/sweep-view-export.js";
import { ExportFields } from "./ExportFields.js";

/** Typing is not answered letter by letter. */
const PAUSE_MS = 300;
const NAMED = 6;

function SheetPreview() {
  const { sweepView: said } = words.value;
  const small = sheet.value;
  if (small === null) return null;
  return (
    <figure class="sweep-sheet">
      {small.picture && (
        <img src={`files/sweep-sheet?${new URLSearchParams({ picture: small.picture })}`} alt={said.sheetPreview} />
      )}
      <figcaption class="muted figures">
        {said.sheetFacts(small.width, small.height, small.cells, small.format.toUpperCase())}
      </figcaption>
    </figure>
  );
}

/** The files that will be there, or are there now. */
function Files() {
  const { sweepView: said } = words.value;
  const told = written.value ?? planned.value;
  if (told === null) return null;
  return (
    <div aria-live="polite">
      <p class={written.value ? "green" : ""}>
        {written.value ? said.saved(told.files.length) : said.willSave(told.files.length)}
      </p>
      <ul class="plan-list">
        {told.files.slice(0, NAMED).map(({ path, bytes, width, height }) => (
          <li key={path}>
            <code>{path}</code>{" "}
            <small class="muted figures">
              {[width && height ? `${width} × ${height}` : "", bytes > 0 ? said.megabytes(bytes) : ""]
                .filter(Boolean)
                .join(" · ")}
            </small>
          </li>
        ))}
      </ul>
      {told.files.length > NAMED && <p class="muted">{said.andMore(told.files.length - NAMED)}</p>}
      {warningWords(told).map((warning) => (
        <p key={warning} class="amber">
          {warning}
        </p>
      ))}
    </div>
  );
}

function Inside() {
  const { sweepView: said } = words.value;
  const form = exportForm.value;
  const look = sheetLook.value;
  useEffect(() => {
    const timer = setTimeout(() => void lookAtExport(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [form, look]);
  const told = planned.value;
  const format = told?.files[0]?.format.toUpperCase() ?? "";
  return (
    <>
      <h2>{said.exportTitle}</h2>
      <div class={sheet.value ? "sweep-export" : ""}>
        <div>
          <ExportFields />
        </div>
        <SheetPreview />
      </div>
      {exportError.value && <Problem error={exportError.value} />}
      <Files />
      <div class="dialog-buttons">
        <button type="button" onClick={() => (panel.value = null)}>
          {said.close}
        </button>
        <button
          type="button"
          class="primary"
          disabled={told === null || exporting.value || written.value !== null}
          onClick={() => void writeExport()}
        >
          {exporting.value ? said.saving : said.save(form.kind, told?.files.length ?? 0, told?.megapixels ?? 0, format)}
        </button>
      </div>
    </>
  );
}

/** Sheets, deep zoom, a page of its own, tables, an animation: shown and named before they are written. */
export function SweepExportDialog() {
  return (
    <Dialog name="sweepExport" title={words.value.sweepView.exportTitle}>
      <Inside />
    </Dialog>
  );
}
