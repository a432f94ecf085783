import { connectionState, loss } from "../rpc.js";
import { words } from "../state/look.js";
import { ownFrame } from "../webui/own-frame.js";

/** A line below the top bar while nothing can be asked: why, and what to do. */
export function ConnectionLoss() {
  const { lost } = words.value.webuiPage;
  const cause = loss.value;
  if (connectionState.value !== "lost" || cause === null) return null;
  // Below another path than its own it is a WebUI that lets people in, also without a frame around it.
  const inWebui = ownFrame !== null || location.pathname !== "/";
  return (
    <p class="connection-loss" role="alert">
      {cause === "gone" ? (inWebui ? lost.webui : lost.standalone) : lost[cause]}
    </p>
  );
}
