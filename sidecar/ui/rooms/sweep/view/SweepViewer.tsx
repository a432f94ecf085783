import { useEffect } from "preact/hooks";
import { view } from "../../../state/sweep-view.js";
import { onViewerKey } from "../../../state/sweep-view-keys.js";
import { SweepExportDialog } from "./export/SweepExportDialog.js";
import { SweepGrid } from "./grid/SweepGrid.js";
import { KeyHints } from "./KeyHints.js";
import { ViewerBar } from "./ViewerBar.js";
import { VoteDialog } from "./votes/VoteDialog.js";
import { DeepWall } from "./wall/DeepWall.js";
import { ZoomView } from "./zoom/ZoomView.js";

/** The sweep's pictures: as a grid, one at a time in place, or all on one surface that zooms. */
export function SweepViewer() {
  const { mode } = view.value;
  useEffect(() => {
    // Captured, so that digits are seeds here before they are rooms.
    addEventListener("keydown", onViewerKey, { capture: true });
    return () => removeEventListener("keydown", onViewerKey, { capture: true });
  }, []);
  return (
    <div class="sweep-viewer">
      <ViewerBar />
      {mode === "grid" && <SweepGrid />}
      {mode === "zoom" && <ZoomView />}
      {mode === "wall" && <DeepWall />}
      <KeyHints />
      <VoteDialog />
      <SweepExportDialog />
    </div>
  );
}
