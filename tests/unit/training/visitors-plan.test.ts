import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { exposedRoots, localRoots } from "../../../sidecar/host/roots.js";
import type { TrainingPlan } from "../../../sidecar/planning/plan.js";
import { permitPlan, visitorProblems } from "../../../sidecar/training/visitors-plan.js";
import { temporaryFolders } from "../../support/temporary-folder.js";

const newFolder = temporaryFolders();

function planIn(folder: string, change: Partial<TrainingPlan> = {}): TrainingPlan {
  return {
    name: "okara",
    family: "sdxl",
    length: { by: "epochs", value: 1 },
    arguments: {
      pretrained_model_name_or_path: join(folder, "base.safetensors"),
      output_dir: join(folder, "out"),
      network_module: "networks.lora",
      optimizer_type: "AdamW8bit",
      network_args: ["conv_dim=4"],
    },
    datasets: null,
    launch: { num_processes: 1 },
    samplePrompts: null,
    additional: [],
    origin: null,
    ...change,
  };
}
const withArguments = (plan: TrainingPlan, more: TrainingPlan["arguments"]): TrainingPlan => ({
  ...plan,
  arguments: { ...plan.arguments, ...more },
});

test.each([
  [{ network_module: "evil.module" }, "code"],
  [{ optimizer_type: "evil.Optimizer" }, "code"],
  [{ lr_scheduler_type: "evil.Scheduler" }, "code"],
  [{ dataset_class: "evil.Set" }, "code"],
  [{ pretrained_model_name_or_path: "/data/base.ckpt" }, "code"],
  [{ pretrained_model_name_or_path: "somebody/model" }, "code"],
  [{ network_weights: "/data/okara.pt" }, "code"],
  [{ resume: "/data/state" }, "code"],
  [{ no_such_argument: 1 }, "code"],
  [{ huggingface_repo_id: "me/okara" }, "owner"],
  [{ wandb_api_key: "x" }, "owner"],
  [{ log_with: "wandb" }, "owner"],
])("%j is not a visitor's to ask: %s", (more, kind) => {
  const problems = visitorProblems(withArguments(planIn("/data"), more));
  expect(problems.map((problem) => [problem.argument, problem.kind])).toEqual([[Object.keys(more)[0], kind]]);
});

test("words for the command line and for other machines are told too, and a usual plan is not", () => {
  expect(visitorProblems(planIn("/data"))).toEqual([]);
  expect(visitorProblems(planIn("/data", { additional: ["--network_module", "evil"] }))).toHaveLength(1);
  expect(visitorProblems(planIn("/data", { launch: { main_process_ip: "10.0.0.1" } }))).toHaveLength(1);
});

test("a visitor trains with what lies in the roots, and nothing else", async () => {
  const [root, secret] = [await newFolder(), await newFolder()];
  await mkdir(join(root, "out"));
  const roots = exposedRoots([root], (what) => what === "training" || what === "customModules");
  const subset = (folder: string) => ({ folder, repeats: 1, trigger: null, regularisation: false, options: {} });
  const outside: TrainingPlan[] = [
    withArguments(planIn(root), { output_dir: secret }),
    withArguments(planIn(root), { output_dir: join(root, "..", "elsewhere") }),
    withArguments(planIn(root), { output_dir: "relative" }),
    withArguments(planIn(root), { network_args: [`preset=${join(secret, "a.toml")}`] }),
    withArguments(planIn(root), { output_name: "../../okara" }),
    planIn(root, { datasets: [{ options: {}, subsets: [subset(secret)] }] }),
    planIn(root, {
      datasets: [{ options: {}, subsets: [{ ...subset(root), options: { metadata_file: join(secret, "m.json") } }] }],
    }),
  ];

  await permitPlan(roots, planIn(root, { datasets: [{ options: {}, subsets: [subset(root)] }] }));
  await permitPlan(roots, withArguments(planIn(root), { network_module: "their.own" }));
  for (const plan of outside) await expect(permitPlan(roots, plan)).rejects.toMatchObject({ code: "outsideRoots" });
  await expect(
    permitPlan(exposedRoots([root]), withArguments(planIn(root), { network_module: "x" })),
  ).rejects.toMatchObject({ code: "notAllowed" });
  for (const plan of outside) await permitPlan(localRoots(), plan);
});
