import { webuiPart } from "./surroundings.js";

// A1111 from 1.8 and its kin; before that one button for all kinds of cards.
const BUTTONS = ["#TAB_lora_extra_refresh_internal", "#TAB_extra_refresh"];

/** Presses the WebUI's own button that looks for LoRA files and draws their cards anew, in both of its tabs. */
export function refreshCards(): boolean {
  const pressed = ["txt2img", "img2img"].filter((tab) => {
    const button = BUTTONS.map((name) => webuiPart<HTMLElement>(name.replace("TAB", tab))).find((one) => one !== null);
    button?.click();
    return button !== undefined;
  });
  return pressed.length > 0;
}
