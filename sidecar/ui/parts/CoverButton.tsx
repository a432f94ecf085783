import { words } from "../state/look.js";
import { coversWindow, coverWindow } from "../webui/fit-frame.js";
import { ownFrame } from "../webui/own-frame.js";

/** Inside a WebUI: our page over its whole window, which phones have need of. */
export function CoverButton() {
  const { cover, uncover } = words.value.webuiPage;
  if (!ownFrame) return null;
  const title = coversWindow.value ? uncover : cover;
  return (
    <button
      type="button"
      class="quiet"
      aria-label={title}
      title={title}
      onClick={() => coverWindow(!coversWindow.value)}
    >
      <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
        <path
          d={coversWindow.value ? "M6 2v4H2M14 6h-4V2M10 14v-4h4M2 10h4v4" : "M2 6V2h4M10 2h4v4M14 10v4h-4M6 14H2v-4"}
        />
      </svg>
    </button>
  );
}
