import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { picturesOf, rehearsalOptions } from "../../sidecar/journey/rehearse/rehearsal-settings.js";
import { drawRehearsalSet } from "../../sidecar/server/rehearsal-set.js";
import { atelier } from "../support/command.js";
import { plainThread } from "../support/plain-thread.js";
import type { PlantedCell } from "../support/rehearsal-truth.js";
import { mistakeOf, rehearsed, rehearsingClient, sweptOf } from "../support/rehearse.js";
import { sidecars } from "../support/sidecar.js";
import { temporaryFolders } from "../support/temporary-folder.js";
import { standIn } from "../support/training.js";

const newFolder = temporaryFolders();
const start = sidecars();
const thread = plainThread("rehearsal-truth");

/** Fewer and smaller than a person gets to see. */
const smallDrawings = { strengths: "0.25, 0.75, 1.25", seeds: "1-3", width: 160, height: 240 };

test("from drawn pictures of somebody else than Okara to a recommendation that agrees with what was planted", async () => {
  const [home, work] = [await newFolder(), await newFolder()];
  const client = await rehearsingClient(await start(home, standIn()));
  const character = 7;
  const folder = join(work, "set");
  const { trigger } = await drawRehearsalSet(folder, { character, pictures: 20 });
  const options = rehearsalOptions("usual", trigger);
  const sweep = { ...options.sweep, ...smallDrawings, files: 3 };
  const { id } = await client.call("journey/start", { folder, options: { ...options, sweep } });
  const came = await rehearsed(client, Number(id));
  const swept = await sweptOf(client, came.course.sweep ?? 0);
  const truth: PlantedCell[] = Object(await thread({ ...swept, trigger, character }));
  expect(truth).toHaveLength(9);
  expect(came.course.recommendation).not.toBeNull();
  expect(mistakeOf(came, truth)).toBeNull();
  expect(came.report.rehearsal).toBe(true);
});

test("the article's failure overfitted is named by the command, with what to change", async () => {
  const { code, stdout, stderr } = await atelier(
    await newFolder(),
    ["rehearse", "--setting", "overfitted", "--json"],
    standIn(),
  );
  expect([code, code === 0 ? "" : stderr]).toEqual([0, ""]);
  const { recommendation, outcome, rehearsal } = Object(JSON.parse(stdout));
  expect([recommendation, outcome.diagnosis, rehearsal]).toEqual([null, "overfitted", true]);
  expect(outcome.next).not.toEqual([]);
});

test("the article's failure underfitted is named, with what to change", async () => {
  const [home, work] = [await newFolder(), await newFolder()];
  const client = await rehearsingClient(await start(home, standIn()));
  const folder = join(work, "set");
  const { trigger } = await drawRehearsalSet(folder, { character: 0, pictures: picturesOf("underfitted") });
  const options = rehearsalOptions("underfitted", trigger);
  const sweep = { ...options.sweep, ...smallDrawings };
  const { id } = await client.call("journey/start", { folder, options: { ...options, sweep } });
  const { course, report, diagnosis } = await rehearsed(client, Number(id));
  expect([course.recommendation, diagnosis, report.rehearsal]).toEqual([null, "underfitted", true]);
  expect(report.nextPlan?.changes ?? []).not.toEqual([]);
});

test("a folder that holds anything of the user's is refused, and nothing is drawn into it", async () => {
  const [home, work] = [await newFolder(), await newFolder()];
  await drawRehearsalSet(join(work, "mine"), { character: 0, pictures: 1 });
  const { code, stdout } = await atelier(home, ["rehearse", "--into", join(work, "mine"), "--json"]);
  expect([code, Object(JSON.parse(stdout)).error.code]).toEqual([1, "fileExists"]);
  expect(await readdir(join(work, "mine"))).toEqual(["01.png"]);
});
