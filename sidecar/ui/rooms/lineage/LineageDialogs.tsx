import { LineageDialog } from "./LineageDialog.js";
import { NextVersionDialog } from "./NextVersionDialog.js";
import { VersionsDialog } from "./VersionsDialog.js";

/** Where LoRA files came from, two of them compared, and the next version: over any room. */
export function LineageDialogs() {
  return (
    <>
      <LineageDialog />
      <VersionsDialog />
      <NextVersionDialog />
    </>
  );
}
