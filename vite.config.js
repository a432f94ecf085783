import { fileURLToPath } from "node:url";

/** The page is served under any prefix (the WebUI's proxy), so its addresses are relative. */
export default {
  root: fileURLToPath(new URL("./sidecar/ui", import.meta.url)),
  base: "./",
  logLevel: "warn",
  // Half of it are sentences in two languages; it comes from this machine, packed to a third.
  build: { outDir: "../../dist/ui", emptyOutDir: true, target: "es2022", chunkSizeWarningLimit: 1500 },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
};
