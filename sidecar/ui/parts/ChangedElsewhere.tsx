import { changedElsewhere, reloadFolder } from "../state/elsewhere.js";
import { words } from "../state/look.js";

/** A line for who types while somebody else changes the same folder. */
export function ChangedElsewhere() {
  if (!changedElsewhere.value) return null;
  const { elsewhere } = words.value;
  return (
    <div class="notice" role="status">
      <span>{elsewhere.folder}</span>{" "}
      <button type="button" class="small" onClick={() => void reloadFolder()}>
        {elsewhere.reload}
      </button>
    </div>
  );
}
