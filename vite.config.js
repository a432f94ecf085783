import { fileURLToPath } from "node:url";

/** The page is served under any prefix (the WebUI's proxy), so its addresses are relative. */
export default {
  root: fileURLToPath(new URL("./sidecar/ui", import.meta.url)),
  base: "./",
  logLevel: "warn",
  build: { outDir: "../../dist/ui", emptyOutDir: true, target: "es2022" },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
};
