import { oneRoom, room } from "../state/address.js";
import { words } from "../state/look.js";
import { beginTour } from "../state/tour.js";
import { Dialog } from "./Dialog.js";

/** Keys that mean the same in every room; the sweep room uses all others in its own way. */
const EVERYWHERE = ["/  Ctrl-K", "o", "?"];

function keyRows(): readonly [string, string][] {
  const { keys, editor, sweepView } = words.value;
  if (room.value === "captions") return [...keys.rows, ...editor.keys];
  if (room.value === "sweep") return [...sweepView.keys, ...keys.rows.filter(([key]) => EVERYWHERE.includes(key))];
  return keys.rows;
}

export function KeyList() {
  const { keys, tour } = words.value;
  const rows = keyRows();
  return (
    <Dialog name="keys" title={keys.title}>
      <h2>{keys.title}</h2>
      <table class="key-table">
        <tbody>
          {rows.map(([key, meaning]) => (
            <tr key={key}>
              <th scope="row">{key.split(/ +/).map((one) => (one === "–" ? " – " : <kbd key={one}>{one}</kbd>))}</th>
              <td>{meaning}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {!oneRoom.value && (
        <div class="dialog-buttons">
          <button type="button" onClick={beginTour}>
            {tour.begin}
          </button>
        </div>
      )}
    </Dialog>
  );
}
