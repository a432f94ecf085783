import { posix, win32 } from "node:path";

/**
 * A WebUI's title as others may read it: a tab's is the WebUI's folder, of which only the last name is told; an address is told
 * without its scheme, a machine by its name.
 */
export function whoDrew(title: string): string {
  if (URL.canParse(title) && /^https?:/i.test(title)) return new URL(title).host;
  const isPath = posix.isAbsolute(title) || win32.isAbsolute(title);
  return isPath ? win32.basename(title) : title;
}
