import { signal } from "@preact/signals";
import { type Colour, parseColour } from "../../webui/page/colour.js";
import type { HostColours } from "../../webui/page/theme-colours.js";
import { type OwnFrame, ownFrame } from "./own-frame.js";

/** How the WebUI around us looks. */
export interface HostLook {
  dark: boolean;
  colours: HostColours;
  /** A CSS font family list. */
  font: string;
  /** Of running text, in pixels. */
  textSize: number;
}

/** Null on a page of its own. */
export const hostLook = signal<HostLook | null>(null);

/** The style variables of gradio's themes are resolved by the WebUI's page: on our frame, which shows none of them. */
function readLook({ view, frame }: OwnFrame): HostLook {
  const style = view.getComputedStyle(frame);
  const colour = (variable: string): Colour | null => {
    frame.style.backgroundColor = `var(${variable})`;
    const read = parseColour(style.backgroundColor);
    frame.style.backgroundColor = "";
    return read;
  };
  frame.style.fontSize = "var(--body-text-size, inherit)";
  frame.style.fontFamily = "var(--font, inherit)";
  return {
    // Both gradio 3 and 4 mark their dark theme by this class.
    dark: view.document.body.classList.contains("dark"),
    colours: {
      ground: colour("--body-background-fill"),
      surface: colour("--block-background-fill"),
      raised: colour("--background-fill-secondary"),
      line: colour("--border-color-primary"),
      text: colour("--body-text-color"),
      muted: colour("--body-text-color-subdued"),
      accents: ["--color-accent", "--primary-500", "--secondary-500"].flatMap((name) => colour(name) ?? []),
    },
    font: style.fontFamily,
    textSize: Number.parseFloat(style.fontSize),
  };
}

/** Follows the WebUI's theme, also when it is changed while the page is open. */
export function followHostLook(): void {
  const around = ownFrame;
  if (!around) return;
  const { document: hosting } = around.view;
  const read = (): void => {
    hostLook.value = readLook(around);
  };
  read();
  const observer = new MutationObserver(read);
  for (const element of [hosting.documentElement, hosting.body])
    observer.observe(element, { attributeFilter: ["class", "style"] });
  // Themes and the user's own style may come later.
  observer.observe(hosting.head, { childList: true });
  hosting.head.addEventListener("load", read, true);
  addEventListener("pagehide", () => {
    observer.disconnect();
    hosting.head.removeEventListener("load", read, true);
  });
}
