import { roomMarks } from "../../parts/room-marks.js";
import type { RoomName } from "../../state/address.js";
import { stepTitle } from "../../state/history.js";
import { words } from "../../state/look.js";
import { goToEvent } from "../../state/project-actions.js";
import type { ProjectStory, StoryEvent } from "../../state/projects.js";

const rooms: Record<StoryEvent["kind"], RoomName> = {
  step: "captions",
  point: "captions",
  plan: "planning",
  run: "training",
  sweep: "sweep",
  installed: "sweep",
};

const tones: Record<string, string> = {
  failed: "broken",
  gone: "look",
  running: "running",
  drawing: "running",
  succeeded: "good",
  done: "good",
};

/** Everything that happened, the latest first; each leads to its place. */
export function StoryEvents({ shown: { events, project } }: { shown: ProjectStory }) {
  const { projects: said, date } = words.value;
  return (
    <section class="plan-section" aria-labelledby="story-events">
      <h2 id="story-events">{said.happened}</h2>
      {events.length === 0 && <p class="muted">{said.nothingHappened}</p>}
      <ol class="story-events">
        {events.map((event) => (
          <li
            key={`${event.kind} ${event.id} ${event.at} ${event.name}`}
            class={event.state === "undone" ? "undone" : ""}
          >
            <button type="button" onClick={() => goToEvent(event, project)}>
              <time class="muted figures" dateTime={event.at}>
                {date(event.at)}
              </time>
              <span class={`dot ${tones[event.state ?? ""] ?? "idle"}`} aria-hidden="true" />
              <span class="muted" aria-hidden="true">
                {roomMarks[rooms[event.kind]]}
              </span>
              <span>
                {said.event(event.kind === "step" ? { ...event, name: stepTitle(event) } : event)}
                {event.elsewhere === true && <span class="muted"> · {said.elsewhere}</span>}
                {event.rehearsal === true && <span class="plan-tag amber">{said.rehearsal}</span>}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
