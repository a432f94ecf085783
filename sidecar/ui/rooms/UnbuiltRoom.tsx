import { room } from "../state/address.js";
import { words } from "../state/look.js";

export function UnbuiltRoom() {
  const { rooms, notBuilt } = words.value;
  return (
    <div class="invitation">
      <p>{notBuilt(rooms[room.value])}</p>
    </div>
  );
}
