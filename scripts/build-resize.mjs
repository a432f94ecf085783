// Compiles sidecar/tagging/resize/assembly.ts to WebAssembly and writes it as resize-wasm.ts; with --check it only says
// whether that file is current.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import asc from "assemblyscript/asc";
import { root } from "./set-up/root.mjs";

const folder = join(root, "sidecar/tagging/resize");
const target = join(folder, "resize-wasm.ts");

async function compiled() {
  const files = { "assembly.ts": readFileSync(join(folder, "assembly.ts"), "utf8") };
  let binary = null;
  const { error, stderr } = await asc.main(
    [
      "assembly.ts",
      "--outFile",
      "resize.wasm",
      "-O3",
      "--runtime",
      "stub",
      "--noAssert",
      "--importMemory",
      "--enable",
      "simd",
    ],
    {
      readFile: (name) => files[name] ?? null,
      writeFile: (_name, data) => {
        binary = data;
      },
      listFiles: () => [],
    },
  );
  if (error || binary === null)
    throw new Error(`assembly.ts does not compile: ${error?.message}\n${stderr.toString()}`);
  return Buffer.from(binary).toString("base64");
}

const text = `// Compiled from assembly.ts by \`node scripts/build-resize.mjs\`; do not edit.\nexport const resizeWasm =\n  "${await compiled()}";\n`;
if (process.argv.includes("--check")) {
  if (readFileSync(target, "utf8") !== text) {
    process.stderr.write("sidecar/tagging/resize/resize-wasm.ts is stale; run: node scripts/build-resize.mjs\n");
    process.exitCode = 1;
  }
} else writeFileSync(target, text);
