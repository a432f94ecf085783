import { words } from "../../state/look.js";
import { panel } from "../../state/panels.js";

/** Leads to what is asked of WebUIs, and where LoRA files go. */
export function WebuiButton() {
  return (
    <button type="button" class="small" onClick={() => (panel.value = "webui")}>
      {words.value.webui.title} …
    </button>
  );
}
