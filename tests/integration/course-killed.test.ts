import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import type { Result } from "../../protocol/validate.js";
import { pictureSet } from "../support/planning.js";
import { courseNow, rehearsingClient } from "../support/rehearse.js";
import { sidecars } from "../support/sidecar.js";
import { temporaryFolders } from "../support/temporary-folder.js";
import { standIn, until } from "../support/training.js";

const newFolder = temporaryFolders();
const start = sidecars();

type Course = Result<"journey/get">["course"];
type Client = Awaited<ReturnType<typeof rehearsingClient>>;

const untilCourse = (client: Client, fits: (course: Course) => boolean): Promise<Course> =>
  until(async () => {
    const course = await courseNow(client, 1);
    return fits(course) && course;
  });

const options = {
  trigger: "okara",
  steps: 80,
  repeats: 10,
  planArguments: { network_dim: 4 },
  sweep: { strengths: "1", seeds: "1", files: 1, prompts: ["1girl, okara"], width: 64, height: 96, steps: 4 },
  permissions: { train: "ask" },
  acceptNoVerdict: true,
  rehearsal: true,
};

test("a course that asks, is answered, and is killed in the training ends with one run and one sweep", async () => {
  const [home, work] = [await newFolder(), await newFolder()];
  const folder = await pictureSet(work, "okara", { count: 4, size: [64, 64], caption: null });
  const slow = standIn({ secondsPerStep: 0.03 });
  const first = await start(home, slow);
  const client = await rehearsingClient(first);
  await client.call("journey/start", { folder, options });
  const asked = await untilCourse(client, ({ state }) => state === "question");
  expect(asked.question).toMatchObject({
    step: "train",
    decision: "train",
    answers: [{ key: "yes" }, { key: "stop" }],
  });
  await client.call("journey/answer", { id: 1, key: "yes" });
  await untilCourse(client, ({ steps }) =>
    steps.some(({ step, state, done }) => step === "train" && state === "working" && (done ?? 0) > 0),
  );
  await first.kill();

  const again = await rehearsingClient(await start(home, slow));
  const done = await untilCourse(again, ({ state }) => state !== "going");

  expect([done.state, done.question]).toEqual(["done", null]);
  expect(done.steps.map(({ state }) => state)).toEqual(Array(done.steps.length).fill("done"));
  const { runs } = await again.call("training/runs", {});
  const { sweeps } = await again.call("sweep/list", {});
  const { plans } = await again.call("planning/plans", {});
  expect([runs, sweeps, plans].map((all) => Array.isArray(all) && all.length)).toEqual([1, 1, 1]);
  const { steps } = await again.call("captions/history", { folder: join(work, "okara-training") });
  expect(Array.isArray(steps) && steps.length).toBeGreaterThanOrEqual(2);
  expect(existsSync(join(work, "okara-training", "10_okara", "0001.txt"))).toBe(true);
  expect(existsSync(String(done.report))).toBe(true);
}, 300_000);
