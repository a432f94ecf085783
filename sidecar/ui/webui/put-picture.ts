import { webuiWindow } from "./surroundings.js";

const CLEAR =
  '.modify-upload button + button, .touch-none + div button + button, button[aria-label="Clear"], button[aria-label="Remove Image"]';
const PATIENCE_MS = 3000;
const LOOK_EVERY_MS = 50;

/** Gradio shows the field for files only where no picture is. */
async function fileField(place: Element): Promise<HTMLInputElement | null> {
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    const field = place.querySelector<HTMLInputElement>('input[type="file"]');
    if (field !== null || performance.now() > until) return field;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

/** Puts a picture into one of the WebUI's picture fields, as if it had been dropped there. @returns false when it took none */
export async function putPicture(place: Element, file: File): Promise<boolean> {
  const view = webuiWindow();
  if (view === null) return false;
  if (place.querySelector('input[type="file"]') === null) place.querySelector<HTMLButtonElement>(CLEAR)?.click();
  const field = await fileField(place);
  if (field === null) return false;
  // Of the WebUI's own page: it asks whether they are instances of its classes.
  const carrier = new view.DataTransfer();
  carrier.items.add(new view.File([await file.arrayBuffer()], file.name, { type: file.type }));
  field.files = carrier.files;
  field.dispatchEvent(new view.Event("change", { bubbles: true }));
  return true;
}
