import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { words } from "../../state/look.js";
import { offerFiles } from "../../state/transfer.js";

const carriesFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes("Files") === true;

/** Files that are dropped here are offered for adding. */
export function DropTarget({ children }: { children: ComponentChildren }) {
  const [over, setOver] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the same is done by a button of the dialog.
    <div
      class={over ? "drop-target over" : "drop-target"}
      onDragOver={(event) => {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setOver(false);
      }}
      onDrop={(event) => {
        setOver(false);
        if (!carriesFiles(event)) return;
        event.preventDefault();
        void offerFiles([...(event.dataTransfer?.files ?? [])]);
      }}
    >
      {children}
      {over && <p class="drop-note">{words.value.transfer.drop}</p>}
    </div>
  );
}
