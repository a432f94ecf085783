import { panel } from "../state/panels.js";

/** The last line of a dialog in which nothing is left to confirm. */
export function DialogEnd({ close }: { close: string }) {
  return (
    <div class="dialog-buttons">
      <button type="button" onClick={() => (panel.value = null)}>
        {close}
      </button>
    </div>
  );
}
