import { Conflicts } from "../../parts/Conflicts.js";
import { NeedFolder } from "../../parts/NeedFolder.js";
import { Problem } from "../../parts/Problem.js";
import { ChangeNotice } from "../../parts/UndoButtons.js";
import { Wall } from "../../parts/Wall.js";
import { folder } from "../../state/address.js";
import { pictures, scan, scanning } from "../../state/dataset.js";
import { runningJob } from "../../state/jobs.js";
import { words } from "../../state/look.js";
import { report, taggingError } from "../../state/tagging.js";
import { Result } from "./Result.js";
import { TaggingForm } from "./TaggingForm.js";

export function TaggingRoom() {
  const { tagging, state } = words.value;
  if (folder.value !== null && scanning.value && scan.value === null) return <p class="notice">{state.reading}</p>;
  if (pictures.value.length === 0) {
    return <NeedFolder sentence={tagging.needFolder} />;
  }
  return (
    <>
      <TaggingForm />
      {taggingError.value && <Problem error={taggingError.value} />}
      <ChangeNotice />
      <Conflicts />
      {report.value && runningJob.value === null && <Result report={report.value} />}
      <Wall pictures={pictures.value} />
    </>
  );
}
