import { words } from "../state/look.js";
import { panel } from "../state/panels.js";

/** What a room says before a folder is open. */
export function NeedFolder({ sentence }: { sentence: string }) {
  return (
    <div class="invitation">
      <p>{sentence}</p>
      <button type="button" class="primary" onClick={() => (panel.value = "picker")}>
        {words.value.dataset.open}
      </button>
    </div>
  );
}
