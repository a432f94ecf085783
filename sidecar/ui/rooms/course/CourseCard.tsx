import { batch } from "@preact/signals";
import { planId, room, runId, sweepId } from "../../state/address.js";
import { type Course, isOpen, resumeCourse, stopCourse } from "../../state/course.js";
import { openFolder } from "../../state/dataset.js";
import { words } from "../../state/look.js";
import { reportAddress } from "../../state/report-address.js";
import { CourseLog } from "./CourseLog.js";
import { CourseQuestion } from "./CourseQuestion.js";
import { CourseSteps } from "./CourseSteps.js";

/** Leads to what the course made in a room. */
function RoomLinks({ course: { plan, run, sweep, trainingFolder, folder } }: { course: Course }) {
  const said = words.value.course.open;
  const go = (to: "planning" | "training" | "sweep"): void =>
    batch(() => {
      openFolder(trainingFolder ?? folder);
      room.value = to;
      planId.value = to === "planning" ? plan : null;
      runId.value = to === "training" ? run : null;
      sweepId.value = to === "sweep" ? sweep : null;
    });
  return (
    <>
      {plan !== null && (
        <button type="button" class="small" onClick={() => go("planning")}>
          {said.plan}
        </button>
      )}
      {run !== null && (
        <button type="button" class="small" onClick={() => go("training")}>
          {said.run}
        </button>
      )}
      {sweep !== null && (
        <button type="button" class="small" onClick={() => go("sweep")}>
          {said.sweep}
        </button>
      )}
    </>
  );
}

/** Where a course stands, what it asks, and what came of it. */
export function CourseCard({ course }: { course: Course }) {
  const { course: said, report: reportWords, date } = words.value;
  const { id, folder, state, rehearsal, steps, question, recommendation, notBefore, report } = course;
  const waits = state === "waiting" && notBefore !== null;
  return (
    <article class={`course-card ${state}`} aria-label={`${said.title}: ${folder}`}>
      <header>
        <h3>{said.title}</h3>
        {rehearsal && <span class="plan-tag amber">{said.rehearsal}</span>}
        <span role="status">{waits ? said.startsAt(date(notBefore)) : said.state[state]}</span>
      </header>
      <small class="muted project-folder" title={folder}>
        {folder}
      </small>
      {question && <CourseQuestion key={`${question.code} ${question.step}`} id={id} question={question} />}
      {recommendation && (
        <p class="course-found">
          {said.recommends}: <strong>{said.told.recommended(recommendationValues(recommendation))}</strong>
        </p>
      )}
      {state === "done" && recommendation === null && <p class="course-found">{said.none}</p>}
      <CourseSteps steps={steps} />
      <CourseLog id={id} changed={steps.map((step) => step.state).join(" ")} />
      <footer>
        {isOpen(course) && (
          <button type="button" class="small" onClick={() => void stopCourse(id)}>
            {said.stop}
          </button>
        )}
        {state === "stopped" && (
          <button type="button" class="small primary" onClick={() => void resumeCourse(id)}>
            {said.resume}
          </button>
        )}
        <RoomLinks course={course} />
        {report !== null && (
          <a href={reportAddress(report.split(/[\\/]/).at(-1) ?? "")} target="_blank" rel="noreferrer">
            {reportWords.open}
          </a>
        )}
      </footer>
    </article>
  );
}

const recommendationValues = ({ label, strength }: NonNullable<Course["recommendation"]>) => ({ label, strength });
