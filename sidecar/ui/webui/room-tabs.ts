import { effect } from "@preact/signals";
import { ownRoom, type RoomName, room } from "../state/address.js";
import { ownFrame } from "./own-frame.js";

/** gradio 4 names a tab's button after the tab; in gradio 3 they only stand in the same order. */
function tabButton(root: ParentNode, tab: Element): HTMLElement | null {
  const named = root.querySelector<HTMLElement>(`[id="${tab.id}-button"]`);
  const position = [...root.querySelectorAll("#tabs > .tabitem")].indexOf(tab);
  return named ?? root.querySelectorAll<HTMLElement>("#tabs > .tab-nav > button")[position] ?? null;
}

/** Shows a room in the WebUI tab that is its own, at an address of ours; false when it has none. */
function showInOwnTab(name: RoomName, hash: string): boolean {
  const root = ownFrame?.root;
  const tab = root?.querySelector(`#tab_lora_atelier_${name}`);
  const frame = tab?.querySelector("iframe");
  const button = root && tab ? tabButton(root, tab) : null;
  if (!frame || !button) return false;
  // A frame that has its page only gets another address; one that was never shown begins there.
  const address = new URL(frame.src);
  address.hash = hash;
  frame.src = address.href;
  button.click();
  // Keys go where one looks.
  frame.focus();
  return true;
}

/** In a WebUI tab for one room only: whatever leads to another room leads to that one's tab. */
export function followRoomTabs(): void {
  if (ownRoom === null) return;
  const own = ownRoom;
  effect(() => {
    if (room.value === own) return;
    // After all that is set along with the room stands in the address.
    queueMicrotask(() => {
      if (room.value !== own && showInOwnTab(room.value, location.hash)) room.value = own;
    });
  });
}
