import { room } from "../state/address.js";
import { words } from "../state/look.js";
import { Dialog } from "./Dialog.js";

export function KeyList() {
  const { keys, editor } = words.value;
  const rows = room.value === "captions" ? [...keys.rows, ...editor.keys] : keys.rows;
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
    </Dialog>
  );
}
