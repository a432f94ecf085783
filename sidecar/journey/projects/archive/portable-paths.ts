import { basename } from "node:path";

/** What stands for a folder in an archive; the number tells which one. */
type PortableRoot = `atelier:${"folder" | "run" | "output"}/${number}`;

export interface KnownRoot {
  path: string;
  root: PortableRoot;
}

const ELSEWHERE = "atelier:elsewhere/";
// A whole text that is an absolute path of any system; prompts and sentences have other signs in them.
const absolute = /^(?:(?:\/[^/\n<>"|?*]+){2,}\/?|[a-z]:[\\/][^\n<>"|?*]*|\\\\[^\n<>"|?*]+)$/i;

const slashes = (path: string): string => path.replaceAll("\\", "/");

type Walk = (text: string) => string;

/** A JSON value with every text in it turned, names of fields too. */
function turned(value: unknown, turn: Walk): unknown {
  if (typeof value === "string") return turn(value);
  if (Array.isArray(value)) return value.map((one) => turned(one, turn));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [turn(name), turned(one, turn)]));
}

/** Paths out of an archive's texts: those below known folders by their number, of others the last part alone. */
export function portablePaths(known: readonly KnownRoot[], home: string) {
  const roots = [...known].sort((left, right) => right.path.length - left.path.length);
  const whole: Walk = (text) => {
    const plain = slashes(text);
    const root = roots.find(({ path }) => plain === slashes(path) || plain.startsWith(`${slashes(path)}/`));
    if (root) return root.root + plain.slice(slashes(root.path).length);
    return absolute.test(text) ? ELSEWHERE + basename(plain) : text;
  };
  return {
    whole,
    deep: (value: unknown): unknown => turned(value, whole),
    /** Of a file's text: every place where a known folder or the user's home is named. */
    text(text: string): string {
      let told = text;
      for (const { path, root } of roots) told = told.replaceAll(path, root);
      return home.length > 1 ? told.replaceAll(home, "~") : told;
    },
  };
}

/** The way back, on this machine. @param places folders here by what stood for them */
export function localPaths(places: ReadonlyMap<string, string>) {
  const whole: Walk = (text) => {
    if (!text.startsWith("atelier:")) return text;
    if (text.startsWith(ELSEWHERE)) return text.slice(ELSEWHERE.length);
    const [kind = "", number = "", ...rest] = text.split("/");
    const place = places.get(`${kind}/${number}`);
    // A folder that the archive does not tell of leads nowhere.
    if (place === undefined || rest.includes("..")) return rest.at(-1) ?? "";
    return [place, ...rest].join("/");
  };
  return {
    whole,
    deep: (value: unknown): unknown => turned(value, whole),
    text: (text: string): string =>
      text.replaceAll(/atelier:(?:folder|run|output)\/\d+/g, (root) => places.get(root) ?? root),
  };
}
