import { ownRoom } from "../state/address.js";
import { ownFrame } from "./own-frame.js";

// Each tab of ours keeps its own.
const KEY = `atelier-place-${ownRoom ?? "all"}`;

/**
 * A frame begins at its first address when the WebUI's page is loaded anew, as by Reload UI: ours goes on where it was, for as long as
 * the browser's tab is open. To be called before the address is read.
 */
export function keepPlace(): void {
  if (ownFrame === null) return;
  try {
    if (location.hash === "") history.replaceState(null, "", sessionStorage.getItem(KEY) ?? "#");
  } catch {
    // A browser that lets nothing be stored.
    return;
  }
  addEventListener("pagehide", () => sessionStorage.setItem(KEY, location.hash));
}
