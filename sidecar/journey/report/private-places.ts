import { homedir, hostname } from "node:os";
import { escapeHtml } from "../../sweep/export/kinds/escape-html.js";

const lastPart = (path: string): string => path.split(/[\\/]/).filter(Boolean).at(-1) ?? "";
const isPath = (text: string): boolean => /^(?:[A-Za-z]:[\\/]|[\\/])/.test(text) && /[\\/].*[\\/]/.test(text);

/** Every absolute path that stands alone somewhere in a value: a plan's files, a run's folders. */
export function pathsIn(value: unknown, found = new Set<string>()): Set<string> {
  if (typeof value === "string") {
    if (isPath(value) && !value.includes("\n")) found.add(value);
  } else if (typeof value === "object" && value !== null) {
    for (const one of Object.values(value)) pathsIn(one, found);
  }
  return found;
}

// What else looks like a place: an absolute path of two folders at least, an address with its port, a link.
const part = "[^\\s\\\\/\"'<>|,;:*?()&]";
const path = new RegExp(
  [
    `(?<![\\w.\\\\/&;])/(?:${part}+/)+${part}*`,
    `\\b[A-Za-z]:[\\\\/](?:${part}+[\\\\/])*${part}*`,
    `\\\\\\\\${part}+(?:\\\\${part}+)+`,
  ].join("|"),
  "g",
);
const link = /\b(?:https?|wss?|file|ftp):\/\/[^\s"'<>&]*/gi;
const address = /\b(?:\d{1,3}(?:\.\d{1,3}){3}|localhost)(?::\d{2,5})?\b/g;

/** Names so short or so common would take words out of captions. */
const tellsTheHost = (name: string): boolean => name.length > 3 && /[\d.-]/.test(name);

/** Pictures inside the page: bytes that only look like text. */
const inside = /(data:image\/webp;base64,[A-Za-z0-9+/=]*)/;

/**
 * A page without the places of this machine: of a path its last part is left, of an address nothing. The page is made of
 * names only; this is the guard for what stands in sentences, error messages and prompts.
 * @param places absolute paths that are known, also those with spaces in them
 */
export function withoutPlaces(page: string, places: Iterable<string>): string {
  const all = [...new Set([...places, homedir()])].filter((place) => lastPart(place) !== "");
  // The longest first: a folder inside another goes before it.
  const known = all
    .flatMap((place) => [place, place.replaceAll("\\", "/")])
    .sort((left, right) => right.length - left.length)
    .map((place): [string, string] => [written(place), written(lastPart(place))]);
  const host = hostname();
  return page
    .split(inside)
    .map((part, index) => {
      if (index % 2 === 1) return part;
      let text = part;
      for (const [place, name] of known) text = text.replaceAll(place, name);
      text = text
        .replace(link, "…")
        .replace(address, "…")
        .replace(path, (found) => lastPart(found));
      return tellsTheHost(host) ? text.replaceAll(written(host), "…") : text;
    })
    .join("");
}

const written = (text: string): string => escapeHtml(text).replaceAll("'", "&#39;");
