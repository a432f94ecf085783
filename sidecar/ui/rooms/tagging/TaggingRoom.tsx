import { Problem } from "../../parts/Problem.js";
import { Wall } from "../../parts/Wall.js";
import { pictures } from "../../state/dataset.js";
import { runningJob } from "../../state/jobs.js";
import { words } from "../../state/look.js";
import { panel } from "../../state/panels.js";
import { notice, report, taggingError } from "../../state/tagging.js";
import { Result } from "./Result.js";
import { TaggingForm } from "./TaggingForm.js";

export function TaggingRoom() {
  const { tagging, dataset } = words.value;
  if (pictures.value.length === 0) {
    return (
      <div class="invitation">
        <p>{tagging.needFolder}</p>
        <button type="button" class="primary" onClick={() => (panel.value = "picker")}>
          {dataset.open}
        </button>
      </div>
    );
  }
  return (
    <>
      <TaggingForm />
      {taggingError.value && <Problem error={taggingError.value} />}
      {notice.value && <p class="notice green">{notice.value}</p>}
      {report.value && runningJob.value === null && <Result report={report.value} />}
      <Wall pictures={pictures.value} />
    </>
  );
}
