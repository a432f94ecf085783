import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";

/** onnxruntime-node carries the binaries of every system (about 200 MB); only this one's are kept. */
export function pruneOnnxBinaries(root) {
  const binaries = join(root, "node_modules/onnxruntime-node/bin");
  if (!existsSync(binaries)) return;
  for (const api of readdirSync(binaries)) {
    for (const platform of readdirSync(join(binaries, api))) {
      const folder = join(binaries, api, platform);
      if (platform !== process.platform) {
        rmSync(folder, { recursive: true, force: true });
        continue;
      }
      for (const architecture of readdirSync(folder)) {
        if (architecture !== process.arch) rmSync(join(folder, architecture), { recursive: true, force: true });
      }
    }
  }
}
