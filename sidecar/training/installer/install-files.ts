import { join } from "node:path";

// In the installed folder itself: whoever finds it later sees how far it came.
export const OWN_FOLDER = ".lora-atelier-install";

/** Files that belong to an installation, in its folder. */
export const installFiles = (folder: string) => {
  const own = join(folder, OWN_FOLDER);
  return {
    own,
    order: join(own, "order.json"),
    journal: join(own, "journal.json"),
    progress: join(own, "progress.json"),
    processes: join(own, "processes.json"),
    cancel: join(own, "cancel"),
    log: join(own, "install.log"),
    archive: join(own, "source.zip"),
    unpacked: join(own, "source"),
  };
};

/** Programs of the environment that is made inside the folder. */
export const venvPython = (folder: string, platform: NodeJS.Platform = process.platform): string =>
  platform === "win32" ? join(folder, "venv", "Scripts", "python.exe") : join(folder, "venv", "bin", "python");
