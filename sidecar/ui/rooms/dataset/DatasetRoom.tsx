import { Problem } from "../../parts/Problem.js";
import { ChangeNotice, UndoButtons } from "../../parts/UndoButtons.js";
import { Wall } from "../../parts/Wall.js";
import { folder, recursive, room } from "../../state/address.js";
import { check } from "../../state/check.js";
import { pictures, type Scan, scan, scanError, scanning, unreadable } from "../../state/dataset.js";
import { words } from "../../state/look.js";
import { panel } from "../../state/panels.js";
import { ArrangeDialog } from "./ArrangeDialog.js";
import { BucketDialog } from "./BucketDialog.js";
import { CheckDialog } from "./CheckDialog.js";
import { CutoutDialog } from "./CutoutDialog.js";
import { DropTarget } from "./DropTarget.js";
import { Invitation } from "./Invitation.js";
import { RenameDialog } from "./RenameDialog.js";
import { ResizeDialog } from "./ResizeDialog.js";
import { TransferDialog } from "./TransferDialog.js";

const verdictTones = { ready: "good", warnings: "look", "not-trainable": "broken" } as const;

/** Opens the check; with its verdict as soon as there is one. */
function CheckButton() {
  const { check: said } = words.value;
  const found = check.value;
  const verdict = found !== null && found.measured === found.pictures ? found.verdict : null;
  return (
    <button type="button" class="small" onClick={() => (panel.value = "checkup")}>
      {verdict !== null && <span class={`dot ${verdictTones[verdict]}`} aria-hidden="true" />}
      {verdict === null ? said.open : said.verdicts[verdict]}
    </button>
  );
}

/** What can be done with the pictures, in the order in which one does it. */
function Steps() {
  const { cutout, resize, rename, arrange, buckets } = words.value;
  const steps = [
    ["cutout", cutout.open],
    ["resize", resize.open],
    ["rename", rename.open],
    ["arrange", arrange.open],
    ["buckets", buckets.open],
  ] as const;
  return (
    <>
      <CheckButton />
      {steps.map(([name, label]) => (
        <button key={name} type="button" class="small" onClick={() => (panel.value = name)}>
          {label}
        </button>
      ))}
    </>
  );
}

function Facts({ scan: { images, captions, orphanCaptions, unreadableCaptions } }: { scan: Scan }) {
  const { dataset } = words.value;
  const lists = [
    { sentence: dataset.orphans(orphanCaptions.length), rows: orphanCaptions.map((path) => ({ path, message: "" })) },
    { sentence: dataset.unreadable(unreadable.value.length), rows: unreadable.value },
    { sentence: dataset.unreadableCaptions(unreadableCaptions.length), rows: unreadableCaptions },
  ].filter(({ rows }) => rows.length > 0);
  return (
    <div class="facts">
      <div class="fact-list">
        <span>{dataset.sentence(images.length, captions)}</span>
        {lists.map(({ sentence, rows }) => (
          <details key={sentence}>
            <summary class="amber">{sentence}</summary>
            <ul>
              {rows.map(({ path, message }) => (
                <li key={path}>
                  {path} {message && <span class="muted">– {message}</span>}
                </li>
              ))}
            </ul>
          </details>
        ))}
        <label class="check">
          <input
            type="checkbox"
            checked={recursive.value}
            onChange={({ currentTarget }) => (recursive.value = currentTarget.checked)}
          />
          {dataset.recursive}
        </label>
        <button type="button" class="small" onClick={() => (panel.value = "transfer")}>
          {words.value.transfer.open}
        </button>
        {images.length > 0 && <Steps />}
        <UndoButtons />
      </div>
      {images.length > 0 && (
        <button type="button" class="primary" onClick={() => (room.value = "tagging")}>
          {dataset.tagThem}
        </button>
      )}
    </div>
  );
}

export function DatasetRoom() {
  const { dataset, state } = words.value;
  if (folder.value === null) return <Invitation />;
  if (scanError.value) {
    return (
      <>
        <Problem error={scanError.value} />
        <Invitation />
      </>
    );
  }
  if (scan.value === null) return <p class="notice">{scanning.value ? state.reading : ""}</p>;
  return (
    <>
      <Facts scan={scan.value} />
      <ChangeNotice />
      <TransferDialog />
      <CheckDialog />
      <ResizeDialog />
      <RenameDialog />
      <ArrangeDialog />
      <BucketDialog />
      <CutoutDialog />
      <DropTarget>
        {pictures.value.length === 0 ? <p class="notice">{dataset.noPictures}</p> : <Wall pictures={pictures.value} />}
      </DropTarget>
    </>
  );
}
