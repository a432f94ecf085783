import { type Colour, parseColour } from "../../webui/page/colour.js";
import { themeColours } from "../../webui/page/theme-colours.js";
import type { HostLook } from "../webui/host-look.js";

const names = "ground surface raised line text muted accent on-accent green amber red".split(" ");
// The style sheet's sizes are meant for running text of 14 px; beyond these bounds bars and panes would not hold it.
const [TEXT_PX, SMALLEST_PX, LARGEST_PX] = [14, 11, 22];

/** Gives the page its theme, and inside a WebUI of the same brightness that one's colours, font and text size. */
export function dress(dark: boolean, host: HostLook | null): void {
  const { style, dataset } = document.documentElement;
  dataset.theme = dark ? "dark" : "light";
  for (const name of names) style.removeProperty(`--${name}`);
  if (host === null) return;
  const size = Number.isFinite(host.textSize) ? Math.min(Math.max(host.textSize, SMALLEST_PX), LARGEST_PX) : TEXT_PX;
  style.fontSize = `${(size / TEXT_PX) * 100}%`;
  style.setProperty("--host-font", host.font);
  const computed = getComputedStyle(document.documentElement);
  const own = (name: string): Colour | null => parseColour(computed.getPropertyValue(`--${name}`));
  const [accent, green, amber, red] = [own("accent"), own("green"), own("amber"), own("red")];
  if (host.dark !== dark || !accent || !green || !amber || !red) return;
  const colours = themeColours(host.colours, { accent, green, amber, red });
  for (const [name, value] of Object.entries(colours ?? {})) style.setProperty(`--${name}`, value);
}
