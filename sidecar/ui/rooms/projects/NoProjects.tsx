import { TourOffer } from "../../parts/TourOffer.js";
import { roomNames } from "../../state/address.js";
import { words } from "../../state/look.js";
import { panel } from "../../state/panels.js";
import { RehearseJourney } from "./RehearseJourney.js";
import { StageMark } from "./StagePath.js";

/** Before the first folder: what a project is, and the way it will go. */
export function NoProjects() {
  const { projects: said, rooms, dataset } = words.value;
  return (
    <div class="invitation">
      <ol class="stage-path wide" aria-hidden="true">
        {roomNames.map((room) => (
          <li key={room} class="stage none">
            <StageMark room={room} state="none" />
            <span class="stage-name">{rooms[room]}</span>
          </li>
        ))}
      </ol>
      <h1>{dataset.inviteTitle}</h1>
      <p>{said.invite}</p>
      <TourOffer />
      <button type="button" class="primary" onClick={() => (panel.value = "picker")}>
        {said.open} <kbd>o</kbd>
      </button>{" "}
      <button type="button" onClick={() => (panel.value = "projectImport")}>
        {said.importIt}
      </button>
      <RehearseJourney />
    </div>
  );
}
