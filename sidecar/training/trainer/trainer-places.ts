import { readFile, stat } from "node:fs/promises";
import { type Surroundings, surroundings } from "../../host/hub/model-places.js";

/** What decides where a trainer lies; a test gives another system's. */
export interface TrainerSurroundings extends Surroundings {
  platform: NodeJS.Platform;
  exists(path: string): Promise<boolean>;
  /** null when it cannot be read. */
  readText(path: string): Promise<string | null>;
}

export const trainerSurroundings = (): TrainerSurroundings => ({
  ...surroundings(),
  platform: process.platform,
  // Follows links: a venv whose Python was removed has a link to nothing.
  exists: (path) =>
    stat(path).then(
      () => true,
      () => false,
    ),
  readText: (path) => readFile(path, "utf8").catch(() => null),
});

/** A folder as people write or paste it: quotes of Explorer's "Copy as path", `~`, a script instead of its folder. */
export function folderAsWritten(written: string, { home, path }: Surroundings): string {
  const bare = written.trim().replace(/^(["'])(.*)\1$/, "$2");
  const folder = path.resolve(bare.replace(/^~(?=$|[\\/])/, () => home));
  return path.extname(folder).toLowerCase() === ".py" ? path.dirname(folder) : folder;
}

/** Where .NET keeps programs' data of a user: there Stability Matrix notes where its own data lies. */
function programDataFolders({ environment, home, path, platform }: TrainerSurroundings): string[] {
  if (platform === "win32") return [environment.APPDATA || path.join(home, "AppData", "Roaming")];
  const configuration = environment.XDG_CONFIG_HOME || path.join(home, ".config");
  // .NET 8 moved it on macOS.
  return platform === "darwin" ? [path.join(home, "Library", "Application Support"), configuration] : [configuration];
}

/** `LibraryPath` of Stability Matrix's `library.json`; null when it names none. */
function libraryPath(text: string | null): string | null {
  if (text === null) return null;
  try {
    const parsed: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
    if (typeof parsed !== "object" || parsed === null) return null;
    const named = Object.entries(parsed).find(([key]) => key.toLowerCase() === "librarypath")?.[1];
    return typeof named === "string" && named !== "" ? named : null;
  } catch {
    return null;
  }
}

/** Data folders of Stability Matrix (github.com/LykosAI/StabilityMatrix, SettingsManager.TryFindLibrary). */
async function stabilityMatrixFolders(around: TrainerSurroundings): Promise<string[]> {
  const { home, path, platform, readText } = around;
  const programs = programDataFolders(around).map((folder) => path.join(folder, "StabilityMatrix"));
  const noted = await Promise.all(
    programs.map(async (folder) => libraryPath(await readText(path.join(folder, "library.json")))),
  );
  // Portable: the data lie beside the program, which people unpack here.
  const portable = [home, ...(platform === "win32" ? ["C:\\", "D:\\"] : [path.join(home, "Applications")])];
  return [
    ...noted.filter((folder) => folder !== null),
    ...programs,
    ...portable.map((folder) => path.join(folder, "StabilityMatrix", "Data")),
  ];
}

/** Folders that may hold a trainer without being named, in the order in which they are looked at. */
export async function usualPlaces(around: TrainerSurroundings): Promise<{ beside: string[]; usual: string[] }> {
  const { environment, home, path, platform, state } = around;
  const webui = environment.ATELIER_WEBUI_ROOT;
  const names = ["sd-scripts", "kohya_ss"];
  const below = (folder: string): string[] => names.map((name) => path.join(folder, name));
  const drives = platform === "win32" ? ["C:\\", "D:\\"] : [];
  return {
    beside: [
      path.join(state, "trainer", "sd-scripts"),
      ...(webui ? [...below(webui), ...below(path.dirname(path.resolve(webui)))] : []),
    ],
    usual: [
      ...(await stabilityMatrixFolders(around)),
      ...below(home),
      ...below(path.join(home, "Documents")),
      ...drives.flatMap(below),
      // Images of rented machines.
      ...(platform === "linux" ? ["/workspace", "/opt"].flatMap(below) : []),
    ],
  };
}
