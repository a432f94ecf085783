import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { atelier } from "../support/command.js";
import { temporaryFolders } from "../support/temporary-folder.js";
import { shortTraining, standIn } from "../support/training.js";

const newFolder = temporaryFolders();

async function rehearsed(home: string, given: Record<string, string | number>): Promise<void> {
  const { config } = await shortTraining(await newFolder(), given);
  expect((await atelier(home, ["train", config, "--rehearsal", "--json"], standIn())).code).toBe(0);
}

test("the curves of runs: from the run's own folder, from the user's, and from the progress line where there is neither", async () => {
  const [home, logs] = [await newFolder(), await newFolder()];
  await rehearsed(home, { output_name: "own" });
  await rehearsed(home, { output_name: "given", logging_dir: logs, log_prefix: "okara-" });
  await rehearsed(home, { output_name: "none", log_with: "wandb" });
  const { code, stdout } = await atelier(home, ["train", "curves", "1", "2", "3", "--json"]);
  const { runs } = JSON.parse(stdout);
  const shown = runs.map(({ name, curves }: { name: string; curves: Record<string, unknown>[] }) => [
    name,
    curves.map(({ tag, source, points }) => [tag, source, Object(points).length]),
  ]);
  const events = [
    ["loss/current", "events", 6],
    ["loss/average", "events", 6],
    ["lr/unet", "events", 6],
  ];

  expect(code).toBe(0);
  // Of its one epoch of 8 steps the run ends before the end, and the trainer tells it all the same.
  expect(shown[0][1]).toEqual(expect.arrayContaining(events));
  expect(shown[1][1]).toEqual(expect.arrayContaining(events));
  expect(shown[2]).toEqual(["none", [["loss/average", "progress", 6]]]);
  expect(runs[0].files[0]).toContain(join(home, "runs", "1", "events"));
  expect(runs[1].files[0]).toContain(join(logs, "okara-2"));
  expect(await readdir(join(home, "runs", "2"))).not.toContain("events");
  expect(await readFile(join(home, "runs", "2", "config.toml"), "utf8")).toContain(logs);

  const csv = await atelier(home, ["train", "curves", "1", "--csv"]);
  const rows = csv.stdout.trimEnd().split("\n");
  expect(rows[0]).toBe("run,name,tag,kind,source,step,least,mean,greatest");
  expect(rows.filter((row) => row.startsWith("1,own,loss/current,loss,events,"))).toHaveLength(6);
  const table = await atelier(home, ["train", "curves", "3"]);
  expect(table.stdout).toMatch(/loss\/average .* 6 +progress line/);
  expect((await atelier(home, ["train", "curves", "9"])).stderr).toContain("There is no run 9.");
});
