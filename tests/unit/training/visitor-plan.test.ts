import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { exposedRoots, localRoots } from "../../../sidecar/host/roots.js";
import type { Arguments, TrainingPlan } from "../../../sidecar/planning/plan.js";
import { requireOwnersPrograms, requireVisitorsPlan } from "../../../sidecar/training/visitor-plan.js";
import { temporaryFolders } from "../../support/temporary-folder.js";

const newFolder = temporaryFolders();

async function world() {
  const base = await newFolder();
  const [root, outside] = [join(base, "root"), join(base, "outside")];
  for (const folder of [root, outside]) {
    await mkdir(folder);
    for (const name of ["base.safetensors", "base.ckpt"]) await writeFile(join(folder, name), "");
  }
  const plan = (given: Arguments, more: Partial<TrainingPlan> = {}): TrainingPlan => ({
    name: "okara",
    family: "sd15",
    length: { by: "epochs", value: 1 },
    arguments: { pretrained_model_name_or_path: join(root, "base.safetensors"), ...given },
    datasets: null,
    launch: {},
    samplePrompts: null,
    additional: [],
    origin: null,
    ...more,
  });
  return { root, outside, plan };
}

test("a visitor's plan has its places in the roots, no code of its own, and sends nothing away", async () => {
  const { root, outside, plan } = await world();
  const roots = exposedRoots([root], (what) => what === "training");
  const notAllowed = [
    plan({ network_module: "my.network" }),
    plan({ optimizer_type: "my.package.Optimizer" }),
    plan({ lr_scheduler_type: "my.Scheduler" }),
    plan({ not_an_argument: 1 }),
    plan({ dataset_class: "my.Set" }),
    plan({ resume: join(root, "state") }),
    plan({ log_with: "wandb" }),
    plan({ pretrained_model_name_or_path: "somebody/model" }),
    plan({ huggingface_repo_id: "okara/okara" }),
    plan({ pretrained_model_name_or_path: join(root, "base.ckpt") }),
    plan({}, { additional: ["--anything"] }),
    plan({}, { launch: { main_training_function: "x --module y" } }),
    plan({}, { launch: { main_process_ip: "10.0.0.1" } }),
  ];
  const outsideRoots = [
    plan({ output_dir: join(outside, "new") }),
    plan({ pretrained_model_name_or_path: join(outside, "base.safetensors") }),
    plan({ output_name: "../../outside/x" }),
    plan({ network_args: [`weights=${outside}`, join(outside, "base.safetensors")] }),
    plan({ network_args: [`preset=${outside}`] }),
    plan({ train_data_dir: "~/pictures" }),
    plan(
      {},
      {
        datasets: [
          {
            options: {},
            subsets: [{ folder: outside, repeats: 1, trigger: null, regularisation: false, options: {} }],
          },
        ],
      },
    ),
  ];

  await requireVisitorsPlan(
    plan({ output_dir: join(root, "new"), network_module: "networks.lora", optimizer_type: "AdamW8bit" }),
    roots,
  );
  for (const one of notAllowed) {
    await expect(requireVisitorsPlan(one, roots)).rejects.toMatchObject({ code: "notAllowed" });
    await requireVisitorsPlan(one, localRoots());
  }
  for (const one of outsideRoots) {
    await expect(requireVisitorsPlan(one, roots)).rejects.toMatchObject({ code: "outsideRoots" });
  }
});

test("own code needs the owner's word for it; the programs that run are never a visitor's choice", async () => {
  const { root, plan } = await world();
  const roots = exposedRoots([root], () => true);

  await requireVisitorsPlan(plan({ network_module: "my.network" }, { additional: ["--anything"] }), roots);
  expect(() => requireOwnersPrograms({ trainer: "/tmp/sd-scripts" }, { roots })).toThrow(/only by the owner/);
  expect(() => requireOwnersPrograms({ trainer: undefined }, { roots })).not.toThrow();
  expect(() => requireOwnersPrograms({ trainer: "/tmp/sd-scripts" }, { roots: localRoots() })).not.toThrow();
});
