import { useEffect } from "preact/hooks";
import { Conflicts } from "../../parts/Conflicts.js";
import { NeedFolder } from "../../parts/NeedFolder.js";
import { Problem } from "../../parts/Problem.js";
import { ChangeNotice } from "../../parts/UndoButtons.js";
import { Wall } from "../../parts/Wall.js";
import { folder } from "../../state/address.js";
import { following, noticesRead } from "../../state/caption-edit.js";
import { displayed } from "../../state/captions.js";
import { pictures, scan, scanError, scanning } from "../../state/dataset.js";
import { stepTitle } from "../../state/history.js";
import { words } from "../../state/look.js";
import { BulkEdit } from "./BulkEdit.js";
import { captionKey } from "./caption-keys.js";
import { FilesDialog } from "./FilesDialog.js";
import { FilterBar } from "./FilterBar.js";
import { TagList } from "./TagList.js";
import { Timeline } from "./Timeline.js";
import { Zoom } from "./Zoom.js";

function Following() {
  const { editor } = words.value;
  const { pending } = following.value;
  return pending > 0 ? (
    <p class="notice muted figures" role="status">
      {editor.following(pending)}
    </p>
  ) : null;
}

/** What a crash interrupted, and that it is whole now. */
function Finished() {
  const { editor } = words.value;
  const news = following.value.finished.filter(({ step }) => !noticesRead.value.has(step));
  if (news.length === 0) return null;
  return (
    <div class="notice" role="status">
      {news.map((step) => (
        <p key={step.step} class="notice">
          {editor.finished(stepTitle(step), step.files, step.undone)}
        </p>
      ))}
      <button
        type="button"
        class="small"
        onClick={() => (noticesRead.value = new Set(following.value.finished.map(({ step }) => step)))}
      >
        {editor.understood}
      </button>
    </div>
  );
}

/** The tag editor: what is displayed, one edit over it, the wall. */
export function CaptionsRoom() {
  const { editor, state } = words.value;
  useEffect(() => {
    addEventListener("keydown", captionKey);
    return () => removeEventListener("keydown", captionKey);
  }, []);
  if (scanError.value) return <Problem error={scanError.value} />;
  if (folder.value !== null && scanning.value && scan.value === null) return <p class="notice">{state.reading}</p>;
  if (pictures.value.length === 0) {
    return <NeedFolder sentence={editor.needFolder} />;
  }
  return (
    <>
      <FilterBar />
      <BulkEdit />
      <ChangeNotice />
      <Conflicts />
      <Finished />
      <Following />
      {displayed.value.length === 0 ? (
        <p class="notice">{editor.nothingDisplayed}</p>
      ) : (
        <Wall pictures={displayed.value} several />
      )}
      <TagList />
      <Timeline />
      <Zoom />
      <FilesDialog />
    </>
  );
}
