/** The window of the WebUI's page around ours, when there is one that lets us near. */
export function webuiWindow(): (Window & typeof globalThis) | null {
  try {
    return window.parent === window ? null : window.parent.document.defaultView;
  } catch {
    // A page of another origin.
    return null;
  }
}

/** A part of the WebUI's page; A1111's names of them are those of all its kin. */
export const webuiPart = <E extends Element>(selector: string): E | null =>
  webuiWindow()?.document.querySelector<E>(selector) ?? null;

const labels = { txt2img: "txt2img", img2img: "img2img", pnginfo: "PNG Info" };
export type WebuiTab = keyof typeof labels;

/** Shows one of the WebUI's tabs: by the name on it, in its own language too, else by its place. */
export function showTab(tab: WebuiTab): void {
  const view = webuiWindow();
  if (view === null) return;
  const buttons = [...view.document.querySelectorAll<HTMLButtonElement>("#tabs > .tab-nav button")];
  // The WebUI's own table of translations.
  const { localization } = Object(view);
  const names = [labels[tab], Object(localization)[labels[tab]]];
  const named = buttons.find(({ textContent }) => names.includes(textContent?.trim()));
  const panels = [...view.document.querySelectorAll("#tabs > .tabitem")];
  const place = panels.findIndex(({ id }) => id === `tab_${tab}`);
  (named ?? buttons[place])?.click();
}
