import { cp } from "node:fs/promises";
import { basename, join } from "node:path";
import { expect, test } from "@jest/globals";
import { atelier } from "../support/command.js";
import { pictureSet } from "../support/planning.js";
import { temporaryFolders } from "../support/temporary-folder.js";
import { runLines, shortTraining, standIn, stepsOf, trainingRooms, until } from "../support/training.js";

const newFolder = temporaryFolders();
const openRoom = trainingRooms();

test("every combination is queued under a name of what differs, and trained; the history knows them as one series", async () => {
  const [home, work] = [await newFolder(), await newFolder()];
  const { config } = await shortTraining(work);
  const vary = ["--vary", "learning_rate=1e-4, 5e-5", "--vary", "dim=4,8"];
  const planned = await atelier(home, ["train", config, "--rehearsal", ...vary, "--dry-run"], standIn());
  expect(planned.code).toBe(0);
  expect(
    planned.stdout
      .split("\n")
      .slice(0, 2)
      .map((line) => line.trim().split(/\s+/)),
  ).toEqual([
    ["run", "name", "learning_rate", "network_dim", "steps", "time"],
    expect.arrayContaining(["okara-lr1e-4-dim4", "1e-4", "4", "6"]),
  ]);
  expect(planned.stdout).toContain("4 of 4 can start");
  expect((await atelier(home, ["train", "list"])).stdout).toBe("");

  const { code, stdout } = await atelier(home, ["train", config, "--rehearsal", ...vary, "--json"], standIn());
  expect(code).toBe(0);
  const [series = "", ...rest] = stdout.split("\n");
  expect(JSON.parse(series).runs.map(({ name, runId }: { name: string; runId: number }) => [runId, name])).toEqual([
    [1, "okara-lr1e-4-dim4"],
    [2, "okara-lr1e-4-dim8"],
    [3, "okara-lr5e-5-dim4"],
    [4, "okara-lr5e-5-dim8"],
  ]);
  const ended = runLines(rest.join("\n")).filter(({ state }) => state !== "running" && state !== "queued");
  expect(ended.map(({ run, state }) => [run, state])).toEqual([1, 2, 3, 4].map((id) => [id, "succeeded"]));
  expect(basename(ended[3]?.files.at(-1) ?? "")).toBe("okara-lr5e-5-dim8.safetensors");
  expect(await stepsOf(ended[3]?.files ?? [])).toEqual([2, 4, 6, 6]);
  const { runs } = JSON.parse((await atelier(home, ["train", "list", "--json"])).stdout);
  expect(runs[0].scheduling.series).toEqual({
    id: 1,
    differs: [
      { argument: "learning_rate", value: "5e-5" },
      { argument: "network_dim", value: "8" },
    ],
  });
  const shown = JSON.parse((await atelier(home, ["train", "show", "4", "--json"])).stdout);
  expect(shown.plan.arguments).toMatchObject({ learning_rate: 5e-5, network_dim: 8 });

  const again = await atelier(home, ["train", config, "--rehearsal", ...vary, "--dry-run", "--json"], standIn());
  expect(JSON.parse(again.stdout).runs[0].name).toBe("okara-lr1e-4-dim4-2");
});

test("what breaks a rule is named with it, and nothing is queued unless the others are asked for", async () => {
  const [home, work] = [await newFolder(), await newFolder()];
  const { config } = await shortTraining(work);
  const room = openRoom(home);
  const { plan } = await room["planning/import"]({ path: config });
  const asked = {
    plan,
    rehearsal: true,
    vary: [
      { argument: "min_bucket_reso", values: "64,256" },
      { argument: "enable_bucket", values: "on" },
    ],
  };
  const seen = await room["training/series"]({ ...asked, dryRun: true });
  expect(seen.runs.map(({ name, ready }) => [name, ready])).toEqual([
    ["okara-min-bucket-reso64", true],
    ["okara-min-bucket-reso256", false],
  ]);
  const rule = seen.runs[1]?.problems.find(({ severity }) => severity === "error");
  expect(rule?.rule).toMatch(/bucket/i);
  await expect(room["training/series"](asked)).rejects.toThrow(
    /1 of 2 runs cannot start, so none was queued.*okara-min-bucket-reso256/,
  );
  expect((await room["training/runs"]({})).runs).toEqual([]);
  const others = await room["training/series"]({ ...asked, skipBad: true });
  expect(others.runs.map(({ runId }) => runId)).toEqual([1, null]);
  await until(async () => (await room["training/run"]({ id: 1 })).state === "succeeded");
});

test("caption variants: folders, from where the user stands, and extensions", async () => {
  const [home, work] = [await newFolder(), await newFolder()];
  const { config } = await shortTraining(work);
  await pictureSet(join(work, "natural"), "2_okara", { count: 4, size: [64, 64], caption: "a girl smiles" });
  await cp(join(work, "img"), join(work, "tags"), { recursive: true });
  const { stdout, code } = await atelier(
    home,
    ["train", config, "--rehearsal", "--vary", "train_data_dir=tags,natural", "--dry-run", "--json"],
    { ...standIn(), INIT_CWD: work },
  );
  expect(code).toBe(0);
  const { runs } = JSON.parse(stdout);
  expect(runs.map(({ name, steps }: { name: string; steps: number }) => [name, steps])).toEqual([
    ["okara-tags", 6],
    ["okara-natural", 6],
  ]);
  expect(runs[1].differs).toEqual([{ argument: "train_data_dir", value: join(work, "natural") }]);
});
