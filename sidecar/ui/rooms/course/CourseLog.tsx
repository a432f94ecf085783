import { useEffect, useState } from "preact/hooks";
import { courseLog, type CourseLog as Lines } from "../../state/course.js";
import { toldWords } from "../../state/course-words.js";
import { words } from "../../state/look.js";

/** What a course did and was told, the latest last; read when it is opened, and again when `changed` changes. */
function LogLines({ id, changed }: { id: number; changed: string }) {
  const { course: said, date } = words.value;
  const [lines, setLines] = useState<Lines>([]);
  useEffect(() => {
    let isShown = true;
    void courseLog(id).then((found) => isShown && setLines(found));
    return () => {
      isShown = false;
    };
  }, [id, changed]);
  return (
    <ol class="course-log">
      {lines.map(({ at, step, told }, index) => (
        <li key={index}>
          <time class="muted figures" dateTime={at}>
            {date(at)}
          </time>{" "}
          {step !== null && <strong>{said.steps[step]}</strong>} {toldWords(told)}
        </li>
      ))}
    </ol>
  );
}

export function CourseLog({ id, changed }: { id: number; changed: string }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{words.value.course.log}</summary>
      {isOpen && <LogLines id={id} changed={changed} />}
    </details>
  );
}
