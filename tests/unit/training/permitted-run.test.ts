import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import type { TrainingPlan } from "../../../sidecar/planning/plan.js";
import { requirePermitted } from "../../../sidecar/training/visiting/permitted-run.js";
import { temporaryFolders } from "../../support/temporary-folder.js";

const newFolder = temporaryFolders();

const planOf = (given: TrainingPlan["arguments"], more: Partial<TrainingPlan> = {}): TrainingPlan => ({
  ...{ name: "okara", family: "sd15", length: { by: "steps", value: 6 }, datasets: null, launch: {} },
  ...{ samplePrompts: null, additional: [], origin: null, arguments: given },
  ...more,
});

describe("what a studio may have a machine train", () => {
  it("is the trainer's own code on files that came, on as many cards as it likes", async () => {
    const folder = await newFolder();
    const model = join(folder, "base.safetensors");
    await writeFile(model, "");
    const known = { pretrained_model_name_or_path: model, output_dir: join(folder, "out"), train_data_dir: folder };
    const several = { num_processes: 2, multi_gpu: true, gpu_ids: "all", main_process_port: 29_501 };
    await requirePermitted(planOf(known, { launch: several }), { folders: [folder], ownCode: false });
  });

  it.each([
    ["code of its own", { network_module: "my.module" }, {}],
    ["a file that is this machine's own business", { vae: "/etc/passwd" }, {}],
    ["a place elsewhere to write to", { output_dir: "/root/out" }, {}],
    ["words that nobody knows", {}, { additional: ["--lowram"] }],
    ["other machines that it should meet", {}, { launch: { num_machines: 2, main_process_ip: "10.0.0.1" } }],
    ["sending what it learns away", { huggingface_repo_id: "a/b" }, {}],
  ])("is not %s, unless its owner allows that", async (_what, given, more) => {
    const folder = await newFolder();
    const plan = planOf(given, more);
    await expect(requirePermitted(plan, { folders: [folder], ownCode: false })).rejects.toMatchObject({
      code: "notAllowed",
      hint: expect.stringContaining("allow.customModules"),
    });
    await requirePermitted(plan, { folders: [folder], ownCode: true });
  });
});
