import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { execa } from "execa";
import { toolNamed, tools } from "../../sidecar/training/tools/tool-table.js";
import { atelier } from "../support/command.js";
import { writeLora } from "../support/lora-file.js";
import { temporaryFolders } from "../support/temporary-folder.js";

// As tests/long/real-trainer.test.ts: the trainer and its Python are large and not ours to ship.
const { SD_SCRIPTS_DIR, SD_SCRIPTS_PYTHON } = process.env;
const there = SD_SCRIPTS_DIR && SD_SCRIPTS_PYTHON;
const without = there ? "" : " (skipped: SD_SCRIPTS_DIR and SD_SCRIPTS_PYTHON are not both set)";
const withTrainer = there ? describe : describe.skip;

const environment = { CUDA_VISIBLE_DEVICES: "", OMP_NUM_THREADS: "1", HF_HUB_OFFLINE: "1" };
const LONG_MS = 600_000;
const newFolder = temporaryFolders();

const run = async (home: string, words: string[]) => {
  const { stdout } = await atelier(home, ["lora", ...words, "--json"], environment);
  return JSON.parse(stdout);
};
const verified = async (home: string, path: string) => (await run(home, ["verify", path])).files[0];

withTrainer(`the real tools${without}`, () => {
  test(
    "resize, merge in three ways and check LoRA files; what they make changes as much as it should",
    async () => {
      const [home, work] = [await newFolder(), await newFolder()];
      const metadata = { ss_base_model_version: "sd_v1", ss_network_dim: "4", ss_v2: "False" };
      const a = await writeLora(join(work, "a.safetensors"), { metadata, outputs: 768 });
      const b = await writeLora(join(work, "b.safetensors"), { metadata, dim: 2, outputs: 768 });
      const [{ norm }] = (await verified(home, a)).blocks;

      const small = await run(home, ["resize", a, "--dim", "1"]);
      expect(small).toMatchObject({ state: "succeeded", made: { path: join(work, "a-dim1.safetensors") } });
      const resized = await verified(home, small.made.path);
      // All its columns are alike: one dimension holds the whole of it.
      expect(resized).toMatchObject({ dims: [1], types: ["F32"], findings: [] });
      expect(resized.blocks[0].norm).toBeCloseTo(norm, 3);

      const plain = await run(home, ["merge", a, a, "--ratios", "0.5,0.5", "--output", join(work, "m.safetensors")]);
      expect(plain.state).toBe("succeeded");
      expect((await verified(home, plain.made.path)).blocks[0].norm).toBeCloseTo(norm, 3);
      const one = await run(home, ["merge", a, "--ratios=-0.5", "--output", join(work, "half.safetensors")]);
      // Its strength goes into both halves.
      expect((await verified(home, one.made.path)).blocks[0].norm).toBeCloseTo(norm / 4, 3);
      // Its halves are limited to a quantile, which weights that are all alike do not bear: the norm proves nothing here.
      const svd = ["merge", a, "--svd", "--dim", "1", "--ratios", "0.5", "--output", join(work, "svd.safetensors")];
      expect(await verified(home, (await run(home, svd)).made.path)).toMatchObject({ dims: [1], whole: true });
      const both = ["merge", a, b, "--concat", "--output", join(work, "both.safetensors")];
      expect((await verified(home, (await run(home, both)).made.path)).dims).toEqual([6]);

      expect(await run(home, ["check", a])).toMatchObject({ state: "succeeded", made: null });
      expect((await run(home, ["show", "6"])).log.stdout).toContain("number of LoRA modules: 2");
    },
    LONG_MS,
  );

  test(
    "the table is what the scripts' own parsers say",
    async () => {
      const asked = [...new Set(tools.flatMap(({ scripts }) => Object.values(scripts)))];
      const code = `import sys, json, runpy
sys.path[:0] = [sys.argv[1], sys.argv[1] + "/networks"]
found = {}
for script in sys.argv[2:]:
    parser = runpy.run_path(sys.argv[1] + "/" + script)["setup_parser"]()
    found[script] = {a.dest: [a.default, list(a.choices) if a.choices else None] for a in parser._actions}
print("\\n" + json.dumps(found))`;
      const { stdout } = await execa(SD_SCRIPTS_PYTHON ?? "", ["-c", code, SD_SCRIPTS_DIR ?? "", ...asked], {
        cwd: SD_SCRIPTS_DIR ?? "",
        env: environment,
      });
      const parsers: Record<string, Record<string, [unknown, string[] | null]>> = JSON.parse(
        stdout.split("\n").at(-1) ?? "",
      );
      for (const tool of tools) {
        for (const [family, script] of Object.entries(toolNamed(tool.name).scripts)) {
          const theirs = parsers[script] ?? {};
          for (const { name, default: usual, choices, families } of tool.arguments) {
            if (families !== undefined && !families.some((one) => one === family)) continue;
            const [given, known] = theirs[name] ?? [];
            expect({ script, name, given }).toEqual({ script, name, given: usual });
            // FLUX takes more names than it lists.
            if (known) expect(known.filter(Boolean)).toEqual(choices);
          }
          for (const file of Object.values(tool.files)) {
            expect(Object.keys(theirs)).toContain(typeof file === "string" ? file : Object(file)[family]);
          }
        }
      }
    },
    LONG_MS,
  );
});
