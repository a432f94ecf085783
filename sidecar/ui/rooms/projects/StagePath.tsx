import { roomMarks } from "../../parts/room-marks.js";
import { words } from "../../state/look.js";
import type { ProjectRow } from "../../state/projects.js";

type Stage = ProjectRow["stages"][number];

const signs: Partial<Record<Stage["state"], string>> = { done: "✓", broken: "!", waiting: "…" };

/** The sign of a room; done, broken and waiting ones say so. */
export function StageMark({ room, state }: Pick<Stage, "room" | "state">) {
  return (
    <span class="stage-mark" aria-hidden="true">
      {signs[state] ?? roomMarks[room]}
    </span>
  );
}

/** The six steps of the way, drawn. @param wide with their names and counts */
export function StagePath({ stages, wide = false }: { stages: readonly Stage[]; wide?: boolean }) {
  const { projects: said, rooms } = words.value;
  return (
    <ol class={wide ? "stage-path wide" : "stage-path"} aria-label={said.way}>
      {stages.map(({ room, state, count }) => {
        const told = count > 0 ? said.stageCounts[room](count) : said.stageStates[state];
        return (
          <li key={room} class={`stage ${state}`} title={`${rooms[room]}: ${told}`}>
            <StageMark room={room} state={state} />
            <span class={wide ? "stage-name" : "sr-only"}>{rooms[room]}</span>
            <span class={wide ? "stage-count" : "sr-only"}>
              {told}
              {count > 0 && <span class="sr-only"> · {said.stageStates[state]}</span>}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
