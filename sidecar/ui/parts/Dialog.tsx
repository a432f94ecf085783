import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { words } from "../state/look.js";
import { type Panel, panel } from "../state/panels.js";

// A click beside the dialog closes it, in browsers that know this attribute; Escape does in all.
const closedByOutside = { closedby: "any" } as const;

/** A modal dialog for one panel; the browser keeps the focus inside and closes it with Escape. */
export function Dialog({ name, title, children }: { name: Panel; title: string; children: ComponentChildren }) {
  const element = useRef<HTMLDialogElement>(null);
  const open = panel.value === name;
  useEffect(() => {
    if (open) element.current?.showModal();
    else element.current?.close();
  }, [open]);
  // Escape says cancel first and close a moment later: a quick next key must find the dialog gone.
  const close = () => {
    if (panel.value === name) panel.value = null;
  };
  return (
    <dialog
      ref={element}
      class={`dialog ${name}`}
      aria-label={title}
      onCancel={close}
      onClose={close}
      {...closedByOutside}
    >
      {open && (
        <div class="dialog-inside">
          {children}
          {/* Last, so that the dialog's own first field has the focus. A phone has no Escape, and not every browser a click beside. */}
          <button type="button" class="dialog-dismiss quiet" aria-label={words.value.dismiss} onClick={close}>
            <span aria-hidden="true">×</span>
          </button>
        </div>
      )}
    </dialog>
  );
}
