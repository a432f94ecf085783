import { effect, type ReadonlySignal } from "@preact/signals";
import type { Methods } from "../../../protocol/generated/methods.js";
import { projectId, room } from "./address.js";
import { words } from "./look.js";
import { permission, wantsNotice } from "./training-notice.js";

type Course = Methods["journey/list"]["result"]["courses"][number];

/** Asks and ends are told to who looks elsewhere, where notices of trainings are wanted. */
function tell({ id, project, folder, state }: Course): void {
  if (!wantsNotice.value || permission.value !== "granted" || document.visibilityState === "visible") return;
  const { course: said, name } = words.value;
  const notice = new Notification(name, {
    body: said.notice(folder, said.state[state]),
    tag: `lora-atelier-course-${id}`,
  });
  notice.onclick = () => {
    window.focus();
    room.value = "projects";
    projectId.value = project;
  };
}

/** Tells when a course that went on by itself asks or ends. */
export function followCourseNotices(courses: ReadonlySignal<readonly Course[]>): void {
  let before = new Set<number>();
  effect(() => {
    const still = courses.value.filter(({ id, state }) => before.has(id) && (state === "question" || state === "done"));
    before = new Set(courses.value.flatMap(({ id, state }) => (state === "going" ? [id] : [])));
    for (const course of still) tell(course);
  });
}
