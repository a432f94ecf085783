import { fileURLToPath } from "node:url";

/** The program of the page that a sweep is exported as: one script and one style, which the export puts into each page. */
export default {
  root: fileURLToPath(new URL("./sidecar/ui/portable", import.meta.url)),
  logLevel: "warn",
  define: { "process.env.NODE_ENV": '"production"' },
  build: {
    outDir: "../../../dist/portable",
    emptyOutDir: true,
    target: "es2022",
    lib: {
      entry: "main.tsx",
      formats: ["iife"],
      name: "portable",
      fileName: () => "portable.js",
      cssFileName: "portable",
    },
  },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
};
