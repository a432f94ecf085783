import { extname } from "node:path";

const lowerCase: readonly string[] = [".png", ".jpg", ".jpeg", ".webp", ".bmp"];
// Source: `IMAGE_EXTENSIONS` of sd-scripts' train_util: each in small and in capital letters. AVIF and JPEG XL join them
// only where the trainer's Python has a plug-in for them.
const listed: ReadonlySet<string> = new Set(lowerCase.flatMap((suffix) => [suffix, suffix.toUpperCase()]));

/** False for files that the trainer passes over without a word. Only Windows finds `.Png`, whose letters are mixed. */
export function isTrained(path: string, platform: NodeJS.Platform = process.platform): boolean {
  const suffix = extname(path);
  return listed.has(platform === "win32" ? suffix.toLowerCase() : suffix);
}
