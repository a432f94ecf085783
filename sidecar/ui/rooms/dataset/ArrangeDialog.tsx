import { useEffect } from "preact/hooks";
import { Dialog } from "../../parts/Dialog.js";
import { Problem } from "../../parts/Problem.js";
import {
  type Arranged,
  arrangeAsShown,
  arranged,
  arrangeError,
  arrangeForm,
  arrangement,
  previewArrange,
} from "../../state/arrange.js";
import { openFolder, scan } from "../../state/dataset.js";
import { words } from "../../state/look.js";
import { panel } from "../../state/panels.js";
import { workFolder } from "../../state/settings.js";
import { ArrangeFields } from "./ArrangeFields.js";

// Who types is not done yet.
const SETTLED_MS = 250;

const lastPart = (path: string): string => path.replace(/^.*[\\/]/, "");
/** Where it will be, if nothing else is said. */
const trainingFolder = (folder: string, work: string | null): string =>
  work === null ? `${folder}-training` : `${work}${/[\\/]$/.test(work) ? "" : "/"}${lastPart(folder)}-training`;

const parent = (path: string): string => path.replace(/[\\/][^\\/]*$/, "");

/** Sentences about trigger words in the page's language. */
function Warnings({ warnings }: { warnings: Arranged["warnings"] }) {
  const triggers: Record<string, { message: (found: string) => string; remedy: string }> = words.value.arrange.triggers;
  return (
    <ul class="set-findings">
      {warnings.map(({ kind, found, message, remedy }) => (
        <li key={`${kind} ${found}`} class="amber">
          {triggers[kind]?.message(found) ?? message} <span class="muted">{triggers[kind]?.remedy ?? remedy}</span>
        </li>
      ))}
    </ul>
  );
}

/** The folders that will come out, drawn as a tree with how often each is shown. */
function Tree({ shown }: { shown: Arranged }) {
  const { arrange } = words.value;
  const most = Math.max(1, ...shown.folders.map(({ showings }) => showings));
  const roots = [...new Set(shown.folders.map(({ path }) => parent(path)))];
  return (
    <section aria-label={arrange.tree}>
      <h3>{arrange.tree}</h3>
      {roots.map((root) => (
        <div key={root} class="folder-tree">
          <code>{root}</code>
          <ul class="bucket-bars arrange-bars">
            {shown.folders
              .filter(({ path }) => parent(path) === root)
              .map(({ path, pictures, repeats, showings }) => (
                <li key={path}>
                  <code>└ {lastPart(path)}</code>
                  <span class="bar">
                    <span style={{ width: `${(100 * showings) / most}%` }} />
                  </span>
                  <span class="muted figures">{arrange.row(pictures, repeats, showings)}</span>
                </li>
              ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function Done() {
  const { arrange } = words.value;
  const last = arranged.value;
  if (last === null) return null;
  const { done, check } = last;
  const findings: Record<
    string,
    {
      message: (values: (typeof check.findings)[number]) => string;
      remedy: (values: (typeof check.findings)[number]) => string;
    }
  > = arrange.findings;
  return (
    <div role="status">
      <p class="green">{arrange.done(done.folder)}</p>
      {check.verdict === "right" && <p>{arrange.right(check.pictures)}</p>}
      <ul class="set-findings">
        {check.findings.map((finding) => (
          <li key={`${finding.kind} ${finding.path}`} class={finding.severity === "error" ? "red" : "amber"}>
            {findings[finding.kind]?.message(finding) ?? finding.message}{" "}
            <span class="muted">{findings[finding.kind]?.remedy(finding) ?? finding.remedy}</span>
          </li>
        ))}
        {done.problems.map(({ path, message }) => (
          <li key={path} class="amber">
            {message}
          </li>
        ))}
      </ul>
      <button
        type="button"
        onClick={() => {
          panel.value = null;
          openFolder(done.folder);
        }}
      >
        {arrange.openIt}
      </button>
    </div>
  );
}

function Inside() {
  const { arrange } = words.value;
  const form = arrangeForm.value;
  const shown = arrangement.value;
  useEffect(() => {
    const timer = setTimeout(() => void previewArrange(), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [form]);
  const names = shown?.folders.map(({ path }) => lastPart(path)).join(", ") ?? "";
  return (
    <>
      <h2>{arrange.title}</h2>
      <p class="muted">{arrange.note}</p>
      <ArrangeFields into={trainingFolder(scan.value?.folder ?? "", workFolder.value)} />
      {arrangeError.value && <Problem error={arrangeError.value} />}
      {shown && (
        <>
          <Warnings warnings={shown.warnings} />
          <Tree shown={shown} />
          <div class="dialog-buttons">
            <button type="button" class="primary" disabled={shown.files === 0} onClick={() => void arrangeAsShown()}>
              {form.move ? arrange.moveButton(shown.files, names) : arrange.copyButton(shown.files, names)}
            </button>
          </div>
        </>
      )}
      <Done />
    </>
  );
}

/** The folders that the trainer wants, shown before they are made. */
export function ArrangeDialog() {
  return (
    <Dialog name="arrange" title={words.value.arrange.title}>
      <Inside />
    </Dialog>
  );
}
