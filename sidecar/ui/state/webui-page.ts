/** The WebUI's page around ours, when there is one that lets us near. */
function surroundings(): Document | null {
  try {
    return window.parent === window ? null : window.parent.document;
  } catch {
    // A page of another origin.
    return null;
  }
}

const promptField = (): HTMLTextAreaElement | null =>
  surroundings()?.querySelector<HTMLTextAreaElement>("#txt2img_prompt textarea") ?? null;

/** True inside a WebUI that has a txt2img tab. */
export const hasTxt2img = (): boolean => promptField() !== null;

/** Puts a text into txt2img's prompt, as if typed there, and shows that tab. */
export function sendToTxt2img(text: string): void {
  const field = promptField();
  if (!field) return;
  field.value = text;
  // Gradio listens to this.
  field.dispatchEvent(new Event("input", { bubbles: true }));
  const buttons = surroundings()?.querySelectorAll<HTMLButtonElement>("#tabs > .tab-nav button") ?? [];
  [...buttons].find(({ textContent }) => textContent?.trim() === "txt2img")?.click();
}

// Gradio hands the text to its state a moment after it was put in.
const TAKEN_MS = 150;

/** Puts an infotext into txt2img as if it were pasted there: prompt, seed, sampler and the rest go to their fields. */
export function sendInfotext(text: string): void {
  sendToTxt2img(text);
  setTimeout(() => surroundings()?.querySelector<HTMLButtonElement>("#txt2img_tools #paste")?.click(), TAKEN_MS);
}
