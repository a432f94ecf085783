import { expect, test } from "@jest/globals";
import { localRoots } from "../../../sidecar/host/roots.js";
import { examinePlan } from "../../../sidecar/planning/examine/examine-plan.js";
import type { TrainingPlan } from "../../../sidecar/planning/plan.js";
import { openDatabase } from "../../../sidecar/store/database.js";
import { pictureSet } from "../../support/planning.js";
import { temporaryFolders } from "../../support/temporary-folder.js";

const newFolder = temporaryFolders();

test("what an estimate rests on is told: published runs of cards are no promise where none answers", async () => {
  const home = await newFolder();
  await pictureSet(home, "10_okara", { count: 2 });
  const plan: TrainingPlan = {
    name: "okara",
    family: "sd15",
    length: { by: "epochs", value: 2 },
    arguments: { train_data_dir: home, resolution: "512,512", network_module: "networks.lora" },
    datasets: null,
    launch: {},
    samplePrompts: null,
    additional: [],
    origin: null,
  };
  const database = openDatabase(await newFolder());
  const room = { database, roots: localRoots() };

  const basisWith = async (gpuMemory: number | null): Promise<string> =>
    (await examinePlan(plan, { concept: "character", gpuMemory }, room)).estimate.basis;
  const found = [await basisWith(12), await basisWith(null)];
  database.close();

  expect(found).toEqual(["published", "publishedNoCard"]);
});
