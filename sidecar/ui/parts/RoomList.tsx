import { folder, type RoomName, room, roomNames } from "../state/address.js";
import { pictures, scan, scanning, unreadable } from "../state/dataset.js";
import { doubts } from "../state/doubts.js";
import { runningJob } from "../state/jobs.js";
import { words } from "../state/look.js";
import { countOf, examined, plan } from "../state/plan.js";
import { projects } from "../state/projects.js";
import type { RoomState } from "../state/room-state.js";
import { sweepState } from "../state/sweep-words.js";
import { latest, running, waiting } from "../state/training.js";
import { briefState, stateWords, toneOf } from "../state/training-words.js";
import { roomMarks } from "./room-marks.js";

function datasetState(): RoomState {
  const { state, dataset } = words.value;
  if (folder.value === null) return { tone: "idle", sentence: state.noFolder };
  if (scan.value === null)
    return { tone: scanning.value ? "running" : "look", sentence: scanning.value ? state.reading : state.noFolder };
  if (unreadable.value.length > 0) return { tone: "look", sentence: dataset.unreadable(unreadable.value.length) };
  return { tone: pictures.value.length > 0 ? "good" : "look", sentence: state.pictures(pictures.value.length) };
}

function taggingState(): RoomState {
  const { state } = words.value;
  const job = runningJob.value;
  if (job) return { tone: "running", sentence: state.running(job.done + job.failed, job.total) };
  if (scan.value === null) return { tone: "idle", sentence: state.noFolder };
  const { captions, images } = scan.value;
  const whole = images.length > 0 && captions === images.length;
  return { tone: whole ? "good" : "idle", sentence: state.captioned(captions, images.length) };
}

function captionsState(): RoomState {
  const { state, editor } = words.value;
  if (scan.value === null) return { tone: "idle", sentence: state.noFolder };
  const { captions, images } = scan.value;
  const doubtful = doubts.value.total;
  const tone = doubtful > 0 ? "look" : images.length > 0 && captions === images.length ? "good" : "idle";
  return { tone, sentence: editor.state(captions, images.length, doubtful) };
}

function planningState(): RoomState {
  const { state, plan: said } = words.value;
  if (plan.value === null && folder.value === null) return { tone: "idle", sentence: state.noFolder };
  if (plan.value === null) return { tone: "idle", sentence: said.noPlan };
  if (examined.value === null) return { tone: "idle", sentence: said.reading };
  const [errors, warnings] = [countOf("error"), countOf("warning")];
  const tone = errors > 0 ? "broken" : warnings > 0 ? "look" : "good";
  return { tone, sentence: said.state(examined.value.steps?.exact ?? null, errors, warnings) };
}

function trainingState(): RoomState {
  const { training: said } = words.value;
  const active = running.value;
  if (active) {
    const trains = active.progress.phase === "training";
    const sentence = trains ? said.roomStep(active.progress.step, active.steps) : stateWords(active, 0);
    return { tone: "running", sentence };
  }
  if (waiting.value.length > 0) return { tone: "look", sentence: said.roomWaiting(waiting.value.length) };
  const last = latest.value;
  if (last === null) return { tone: "idle", sentence: said.nothingYet };
  const tone = toneOf(last);
  if (last.state === "succeeded") return { tone, sentence: said.roomFinished(last.name) };
  if (last.state === "stopped") return { tone, sentence: said.roomStopped(last.name) };
  return { tone, sentence: briefState(last) };
}

function projectsState(): RoomState {
  const used = (projects.value ?? []).filter(({ archived }) => archived === null).length;
  return { tone: used > 0 ? "good" : "idle", sentence: words.value.projects.roomState(used) };
}

function stateOf(name: RoomName): RoomState {
  if (name === "projects") return projectsState();
  if (name === "captions") return captionsState();
  if (name === "dataset") return datasetState();
  if (name === "tagging") return taggingState();
  if (name === "planning") return planningState();
  if (name === "training") return trainingState();
  return sweepState();
}

/** The journey, each room with one true sentence. */
export function RoomList() {
  const { rooms } = words.value;
  return (
    <nav class="rooms" data-tour="rooms" aria-label="LoRA Atelier">
      {(["projects", ...roomNames] as const).map((name) => {
        const { tone, sentence } = stateOf(name);
        const here = room.value === name;
        return (
          <button
            type="button"
            key={name}
            class={here ? "room here" : "room"}
            aria-current={here ? "page" : undefined}
            title={sentence}
            onClick={() => (room.value = name)}
          >
            <span class={`dot ${tone}`} aria-hidden="true" />
            <span class="room-mark" aria-hidden="true">
              {roomMarks[name]}
            </span>
            <span class="room-name">{rooms[name]}</span>
            <span class="room-state">{sentence}</span>
          </button>
        );
      })}
    </nav>
  );
}
